package mcx.app;

import java.io.PrintWriter;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.RoundTrip;
import mcx.export.JsonReport;
import mcx.export.TraceText;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mcx trace}: the ways of packets from one place to another, and back. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = {
      "Follows packets hop by hop, with the reason at each hop, there and back; names black holes"
          + " and forwarding loops. Ends with 1 where packets or answers do not arrive."
    })
final class TraceCommand extends ReportCommand {

  @Option(
      names = "--from",
      paramLabel = "A",
      required = true,
      description =
          "Where packets start: the name or id of a site, a router, a VRF or another element, or a"
              + " table as listed, such as pe-1:vrf-azure.")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "B",
      required = true,
      description =
          "Where they are for: an address, a prefix (an address in it is taken), or the name or id"
              + " of what holds prefixes, such as a site (an address in each is taken).")
  @SuppressWarnings("NullAway.Init")
  private String to;

  private @Nullable RoundTrip trip;

  @Override
  String report(Analysis analysis, boolean json, PrintWriter err) {
    RoundTrip found = trip(analysis);
    trip = found;
    return json ? JsonReport.trace(analysis, found) : TraceText.of(analysis, found);
  }

  @Override
  int exitCode(Analysis analysis) {
    return trip != null && trip.arrives() ? CommandLineFactory.GOOD : CommandLineFactory.FINDINGS;
  }

  private RoundTrip trip(Analysis analysis) {
    Tables tables = new Tables(analysis);
    VrfId start = tables.one(from);
    if (Prefixes.isMeant(to)) {
      return Analyzer.trace(analysis, start, Prefixes.of(to));
    }
    VrfId goal = tables.one(to);
    Vrf vrf = analysis.compiled().network().vrf(goal);
    if (vrf == null || vrf.originated().isEmpty()) {
      throw new BadInputException(
          "“" + to + "” holds no prefix of its own. Give an address, or a site.");
    }
    if (goal.equals(start)) {
      throw new BadInputException("“" + from + "” and “" + to + "” are the same place.");
    }
    return Analyzer.trace(analysis, start, goal);
  }
}
