package mcx.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mcx.analysis.Analysis;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that reads and analyses a design, and prints what it found as text or JSON. */
abstract class ReportCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private McxCommand mcx;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private DesignInput input = new DesignInput();

  @Option(names = "--json", description = "Writes JSON for scripts instead of text.")
  private boolean json;

  /** The analysis with what the command needs beyond what is told at once. */
  Analysis complete(Analysis analysis) {
    return analysis;
  }

  /**
   * The report, as JSON or as text.
   *
   * @param err where to say how far the work is
   */
  abstract String report(Analysis analysis, boolean json, PrintWriter err);

  /** What the command ends with, once the report is printed. */
  int exitCode(Analysis analysis) {
    return CommandLineFactory.GOOD;
  }

  @Override
  public final Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    OpenedDesign opened = input.open(mcx.surroundings(), err);
    err.flush();
    Analysis analysis = complete(input.analyze(opened));
    out.print(report(analysis, json, err));
    out.flush();
    return exitCode(analysis);
  }
}
