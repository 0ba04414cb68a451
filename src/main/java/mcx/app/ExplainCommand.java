package mcx.app;

import java.io.PrintWriter;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Explanation;
import mcx.export.ExplanationText;
import mcx.export.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mcx explain}: why a table has a route, or has none. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = {
      "Says why a table uses the route that it uses, step by step against each that lost, and how"
          + " it came there; or where a route that is missing stopped, and why."
    })
final class ExplainCommand extends ReportCommand {

  @Option(
      names = "--vrf",
      paramLabel = "V",
      required = true,
      description =
          "The table: the name or id of a VRF, of a router or of another element, or a table as"
              + " listed, such as pe-1:vrf-azure.")
  @SuppressWarnings("NullAway.Init")
  private String vrf;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      required = true,
      description =
          "The prefix, such as 10.1.0.0/16, or an address, for which the longest match is explained.")
  @SuppressWarnings("NullAway.Init")
  private String prefix;

  @Override
  String report(Analysis analysis, boolean json, PrintWriter err) {
    Explanation explanation =
        Analyzer.explain(analysis, new Tables(analysis).one(vrf), Prefixes.of(prefix));
    return json
        ? JsonReport.explanation(analysis, explanation)
        : ExplanationText.of(analysis, explanation);
  }
}
