package mcx.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.compile.Note.Severity;
import mcx.export.JsonReport;
import mcx.export.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mcx analyze}: findings, advertisements, separation and fallback of a design. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = "Says what a design does: findings, advertisements, separation, fallback.")
final class AnalyzeCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private McxCommand mcx;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private DesignInput input = new DesignInput();

  @Option(names = "--json", description = "Writes JSON for scripts instead of text.")
  private boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Ends with 1 where there is a finding of this level or worse: error, warning or info.")
  private @Nullable Severity failOn;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    OpenedDesign opened = input.open(mcx.surroundings(), err);
    err.flush();
    Analysis analysis = input.analyze(opened);
    Fallback fallback = Analyzer.fallback(analysis, () -> false);
    out.print(json ? JsonReport.of(analysis, fallback) : TextReport.of(analysis, fallback));
    out.flush();
    return isBad(analysis) ? CommandLineFactory.FINDINGS : CommandLineFactory.GOOD;
  }

  private boolean isBad(Analysis analysis) {
    Severity least = failOn;
    return least != null
        && analysis.findings().stream().anyMatch(f -> f.severity().compareTo(least) <= 0);
  }
}
