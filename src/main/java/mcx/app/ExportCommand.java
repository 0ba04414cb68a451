package mcx.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mcx.export.PngExport;
import mcx.paint.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mcx export}: the picture of a design. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = "Writes the picture of a design.")
final class ExportCommand implements Callable<Integer> {

  private static final double LEAST_SCALE = 0.1;
  private static final double GREATEST_SCALE = 16;

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private McxCommand mcx;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The design, an .mcx file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(names = "--png", required = true, paramLabel = "OUT", description = "The picture's file.")
  @SuppressWarnings("NullAway.Init")
  private Path png;

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
    OpenedDesign opened = OpenedDesign.open(file, mcx.surroundings(), err);
    err.flush();
    PngExport.Options options =
        PngExport.Options.DEFAULT
            .withScale(scale)
            .withTheme(dark ? Theme.DARK : Theme.LIGHT)
            .withBackground(!transparent);
    PngExport.write(opened.document(), opened.catalog(), options, png);
    return CommandLineFactory.GOOD;
  }
}
