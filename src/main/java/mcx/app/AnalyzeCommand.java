package mcx.app;

import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.intent.Proposal;
import mcx.analysis.intent.Proposals;
import mcx.compile.Note.Severity;
import mcx.export.JsonReport;
import mcx.export.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mcx analyze}: findings, intents, advertisements, separation and fallback of a design. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = "Says what a design does: findings, intents, advertisements, separation, fallback.")
final class AnalyzeCommand extends ReportCommand {

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Ends with 1 where there is a finding of this level or worse: error, warning or info.")
  private @Nullable Severity failOn;

  @Option(
      names = "--propose",
      description = "Also proposes intents: what holds now and could be wanted to hold.")
  private boolean propose;

  @Override
  Analysis complete(Analysis analysis) {
    return Analyzer.judge(analysis, () -> false);
  }

  @Override
  String report(Analysis analysis, boolean json) {
    Fallback fallback = Analyzer.fallback(analysis, () -> false);
    List<Proposal> proposals = propose ? Proposals.of(analysis, () -> false) : null;
    return json
        ? JsonReport.of(analysis, fallback, proposals)
        : TextReport.of(analysis, fallback, proposals);
  }

  @Override
  int exitCode(Analysis analysis) {
    return isBad(analysis) ? CommandLineFactory.FINDINGS : CommandLineFactory.GOOD;
  }

  private boolean isBad(Analysis analysis) {
    Severity least = failOn;
    return least != null
        && analysis.findings().stream().anyMatch(f -> f.severity().compareTo(least) <= 0);
  }
}
