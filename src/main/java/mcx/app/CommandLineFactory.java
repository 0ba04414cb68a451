package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import mcx.format.McxFormatException;
import picocli.CommandLine;

/** Makes the command line, and says how what goes wrong is told. */
final class CommandLineFactory {

  /** All is well. */
  static final int GOOD = 0;

  /** There are findings at or above the level that was asked for. */
  static final int FINDINGS = 1;

  /** What the user gave cannot be used. */
  static final int BAD_INPUT = 2;

  /** The program itself is at fault. */
  static final int FAULT = 3;

  private CommandLineFactory() {}

  static CommandLine create(Surroundings surroundings) {
    CommandLine line = new CommandLine(new McxCommand(surroundings));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(CommandLineFactory::badOption);
    line.setExecutionExceptionHandler(CommandLineFactory::failed);
    return line;
  }

  private static int badOption(CommandLine.ParameterException e, String[] args) {
    CommandLine at = e.getCommandLine();
    PrintWriter err = at.getErr();
    err.println("mcx: " + sentence(String.valueOf(e.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try “" + at.getCommandSpec().qualifiedName() + " --help”.");
    err.flush();
    return BAD_INPUT;
  }

  private static String sentence(String message) {
    String line = message.strip().lines().findFirst().orElse("the options cannot be understood");
    return line.endsWith(".") ? line : line + ".";
  }

  private static int failed(Exception e, CommandLine at, CommandLine.ParseResult parsed) {
    PrintWriter err = at.getErr();
    int code = BAD_INPUT;
    switch (e) {
      case BadInputException bad -> err.println("mcx: " + bad.getMessage());
      case McxFormatException bad -> err.println("mcx: " + bad.getMessage());
      case IOException bad -> err.println("mcx: " + bad.getMessage());
      case UncheckedIOException bad -> err.println("mcx: " + bad.getMessage());
      default -> {
        err.println(
            "mcx: the program has a fault and cannot go on ("
                + e
                + "). Please report it, with the file; -Dmcx.trace=true tells more.");
        if (Boolean.getBoolean("mcx.trace")) {
          e.printStackTrace(err);
        }
        code = FAULT;
      }
    }
    err.flush();
    return code;
  }
}
