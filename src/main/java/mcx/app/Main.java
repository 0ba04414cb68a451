package mcx.app;

/**
 * The program's entrance. It knows no JavaFX: what a command without a window needs is loaded, and
 * no more.
 */
public final class Main {

  private Main() {}

  /**
   * Runs the command line and ends the program with its exit code.
   *
   * @param args as in {@code mcx --help}
   */
  public static void main(String[] args) {
    int code;
    try {
      code = CommandLineFactory.create(Surroundings.ofThisMachine()).execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "mcx: the memory is not enough for this design. Give the program more, with"
              + " JAVA_TOOL_OPTIONS=-Xmx4g, or make the design smaller.");
      code = CommandLineFactory.FAULT;
    }
    System.exit(code);
  }
}
