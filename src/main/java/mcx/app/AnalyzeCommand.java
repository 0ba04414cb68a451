package mcx.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.DoubleFailures;
import mcx.analysis.Fallback;
import mcx.analysis.fallback.Steps;
import mcx.analysis.intent.Proposal;
import mcx.analysis.intent.Proposals;
import mcx.compile.Note.Severity;
import mcx.export.Extras;
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
    description =
        "Says what a design does: findings, intents, advertisements, separation, fallback.")
final class AnalyzeCommand extends ReportCommand {

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Ends with 1 where there is a finding of this level or worse: error, warning or info.")
  private @Nullable Severity failOn;

  @Option(
      names = "--pairs",
      description =
          "Tries every pair of failures too: what two break that neither breaks alone. Says on"
              + " standard error how far it is.")
  private boolean pairs;

  @Option(
      names = "--steps",
      paramLabel = "WHAT",
      description =
          "Says step by step what the failure of this sets off, and what happens when it is back."
              + " May be given several times, or with commas.")
  private List<String> played = new ArrayList<>();

  @Option(
      names = "--propose",
      description = "Also proposes intents: what holds now and could be wanted to hold.")
  private boolean propose;

  @Override
  Analysis complete(Analysis analysis) {
    return Analyzer.judge(Analyzer.settled(analysis), () -> false);
  }

  @Override
  String report(Analysis analysis, boolean json, PrintWriter err) {
    Fallback fallback = Analyzer.fallback(analysis, () -> false);
    List<Proposal> proposals = propose ? Proposals.of(analysis, () -> false) : null;
    DoubleFailures both =
        pairs ? Analyzer.doubleFailures(analysis, progress(err), () -> false) : null;
    Extras extras = new Extras(proposals, both, steps(analysis));
    return json
        ? JsonReport.of(analysis, fallback, extras)
        : TextReport.of(analysis, fallback, extras);
  }

  private List<Steps> steps(Analysis analysis) {
    Failable failable = new Failable(analysis.design(), analysis.compiled().network());
    return played.stream()
        .flatMap(text -> failable.find(text).stream())
        .map(id -> Analyzer.steps(analysis, id))
        .toList();
  }

  /** Says each whole per cent once, and never steps back. */
  private static DoubleFailures.Progress progress(PrintWriter err) {
    AtomicInteger told = new AtomicInteger(-1);
    return (done, all) -> {
      int percent = (int) (100L * done / Math.max(1, all));
      synchronized (told) {
        if (percent > told.get()) {
          told.set(percent);
          err.print("\r" + done + " of " + all + " pairs of failures" + (done == all ? "\n" : ""));
          err.flush();
        }
      }
    };
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
