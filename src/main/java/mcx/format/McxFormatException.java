package mcx.format;

import java.io.Serial;
import java.util.List;

/**
 * A file holds no design that this program can read. The message may be shown as it is: it names
 * the file, then the places, reasons and ways out.
 */
public final class McxFormatException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /** How many problems the message tells of before it only counts the rest. */
  private static final int TOLD = 5;

  private final transient List<Problem> problems;

  McxFormatException(String file, List<Problem> problems) {
    super(message(file, problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /** The kind of the first problem. */
  public Problem.Kind kind() {
    return problems.getFirst().kind();
  }

  private static String message(String file, List<Problem> problems) {
    if (problems.size() == 1) {
      return "“" + file + "” cannot be read. " + problems.getFirst().text();
    }
    StringBuilder text =
        new StringBuilder("“" + file + "” cannot be read, for " + problems.size() + " reasons.");
    problems.stream().limit(TOLD).forEach(p -> text.append("\n").append(p.text()));
    if (problems.size() > TOLD) {
      text.append("\nAnd ").append(problems.size() - TOLD).append(" more.");
    }
    return text.toString();
  }
}
