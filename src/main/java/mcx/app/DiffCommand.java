package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.compare.Comparison;
import mcx.compile.Note.Severity;
import mcx.export.ComparisonText;
import mcx.export.JsonComparison;
import mcx.format.McxFormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mcx diff}: what changed from one design to another, and what that changed. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = {
      "Says what changed from one design to another: in the drawing, and what that changed in"
          + " routes, reachability, fallback, findings and intents."
    })
final class DiffCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private McxCommand mcx;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The first design, an .mcx file.")
  @SuppressWarnings("NullAway.Init")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The second design, an .mcx file.")
  @SuppressWarnings("NullAway.Init")
  private Path after;

  @Option(names = "--json", description = "Writes JSON for scripts instead of text.")
  private boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Ends with 1 where there is a new finding, or a remark on the change, of this level or"
              + " worse: error, warning or info.")
  private @Nullable Severity failOn;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Analysis old = analysis(before, err);
    Analysis fresh = analysis(after, err);
    err.flush();
    Comparison comparison =
        Comparison.of(
            old, fresh, Analyzer.fallback(old, () -> false), Analyzer.fallback(fresh, () -> false));
    out.print(
        json
            ? JsonComparison.of(old, fresh, comparison)
            : ComparisonText.of(old, fresh, comparison));
    out.flush();
    return isBad(comparison) ? CommandLineFactory.FINDINGS : CommandLineFactory.GOOD;
  }

  private Analysis analysis(Path file, PrintWriter err) throws IOException, McxFormatException {
    OpenedDesign opened = OpenedDesign.open(file, mcx.surroundings(), err);
    return Analyzer.judge(
        Analyzer.settled(Analyzer.analyze(opened.document().design(), opened.catalog())),
        () -> false);
  }

  private boolean isBad(Comparison comparison) {
    Severity least = failOn;
    return least != null
        && java.util.stream.Stream.concat(
                comparison.caused().stream(), comparison.remarks().stream())
            .anyMatch(f -> f.severity().compareTo(least) <= 0);
  }
}
