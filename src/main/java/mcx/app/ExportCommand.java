package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mcx.analysis.Analysis;
import mcx.export.PngExport;
import mcx.export.lab.Lab;
import mcx.export.lab.LabDaemon;
import mcx.paint.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mcx export}: the picture of a design, or a lab of its network. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = "Writes the picture of a design, or a lab of real routers.")
final class ExportCommand implements Callable<Integer> {

  private static final double LEAST_SCALE = 0.1;
  private static final double GREATEST_SCALE = 16;

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private McxCommand mcx;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private DesignInput input = new DesignInput();

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private Target target;

  /** What is written: one of these. */
  static final class Target {
    @Option(names = "--png", paramLabel = "OUT", description = "The picture's file.")
    private @Nullable Path png;

    @Option(
        names = "--lab",
        paramLabel = "DIR",
        description =
            "The lab's folder, new or empty: routers' configurations, and lab.sh that runs them.")
    private @Nullable Path lab;
  }

  @Option(
      names = "--lab-daemon",
      paramLabel = "DAEMON",
      defaultValue = "frr",
      description =
          "What runs the lab's plain routers: frr, bird, or mixed for BIRD on every second one."
              + " Default: frr.")
  private LabDaemon.Choice daemon = LabDaemon.Choice.FRR;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Pixels for each unit of the diagram, 0.1 to 16; 1 is 96 dots per inch. Default: 2.")
  private double scale;

  @Option(names = "--dark", description = "On a dark ground.")
  private boolean dark;

  @Option(names = "--transparent", description = "On no ground at all.")
  private boolean transparent;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    if (!(scale >= LEAST_SCALE && scale <= GREATEST_SCALE)) {
      throw new BadInputException(
          "the scale is " + scale + "; it goes from " + LEAST_SCALE + " to 16.");
    }
    System.setProperty("java.awt.headless", "true");
    OpenedDesign opened = input.open(mcx.surroundings(), err);
    err.flush();
    if (target.png != null) {
      if (input.hasFailures()) {
        throw new BadInputException("--fail goes with --lab; a picture shows the design as it is.");
      }
      writePicture(opened, target.png);
    }
    if (target.lab != null) {
      writeLab(opened, target.lab);
    }
    return CommandLineFactory.GOOD;
  }

  private void writePicture(OpenedDesign opened, Path png) throws IOException {
    PngExport.Options options =
        PngExport.Options.DEFAULT
            .withScale(scale)
            .withTheme(dark ? Theme.DARK : Theme.LIGHT)
            .withBackground(!transparent);
    PngExport.write(opened.document(), opened.catalog(), options, png);
  }

  private void writeLab(OpenedDesign opened, Path folder) throws IOException {
    if (!Lab.isFree(folder)) {
      throw new BadInputException(
          "“" + folder + "” is there already and not an empty folder; a lab wants one of its own.");
    }
    Analysis analysis = input.analyze(opened);
    Lab.of(
            analysis.compiled().network(),
            analysis.solution().failures(),
            analysis.solution(),
            daemon,
            Lab.nameFor(folder))
        .write(folder);
  }
}
