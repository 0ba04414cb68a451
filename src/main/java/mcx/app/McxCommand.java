package mcx.app;

import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command itself: opens the window, or does its main job in text where there is no display. */
@Command(
    name = "mcx",
    versionProvider = McxCommand.Version.class,
    description = "Designs multi-cloud connectivity, and works out what the network would do.",
    footer = {
      "",
      "Without a command, the window opens: on FILE, or on the gallery of samples.",
      "Exit codes: 0 good; 1 findings at or above --fail-on, or a trace that does not arrive; 2 the"
          + " input cannot be used."
    },
    subcommands = {
      AnalyzeCommand.class,
      DiffCommand.class,
      RoutesCommand.class,
      TraceCommand.class,
      ExplainCommand.class,
      ExportCommand.class
    })
final class McxCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The design to open, an .mcx file.")
  private @Nullable String file;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says how to use it.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Says which version it is.")
  private boolean version;

  McxCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public Integer call() throws Exception {
    // A start from a build tool hands on an empty name where none was given.
    Path design = file == null || file.isBlank() ? null : Path.of(file);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (design != null && !Files.exists(design)) {
      throw new BadInputException(
          "there is no file “" + design + "”, and no command of that name. Try “mcx --help”.");
    }
    if (!surroundings.hasDisplay().getAsBoolean()) {
      return HeadlessRun.run("No display was found", design, surroundings, out, err);
    }
    try {
      surroundings.window().open(design);
      return CommandLineFactory.GOOD;
    } catch (NoWindowException e) {
      return HeadlessRun.run(String.valueOf(e.getMessage()), design, surroundings, out, err);
    }
  }

  /** The version that the build wrote into the program's module. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      ModuleDescriptor module = McxCommand.class.getModule().getDescriptor();
      return new String[] {
        "mcx " + (module == null ? "" : module.rawVersion().orElse("")).strip(),
        "Java " + Runtime.version() + " on " + System.getProperty("os.name")
      };
    }
  }
}
