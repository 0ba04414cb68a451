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
    System.exit(CommandLineFactory.create(Surroundings.ofThisMachine()).execute(args));
  }
}
