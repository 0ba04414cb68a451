package mcx.analysis.intent;

import java.util.List;

/**
 * A sentence that is no intent. The message says which word is wrong and what could stand there.
 */
public final class IntentTextException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int from;
  private final int to;
  private final transient List<String> expected;

  IntentTextException(String message, int from, int to, List<String> expected) {
    super(message);
    this.from = from;
    this.to = to;
    this.expected = List.copyOf(expected);
  }

  /** Where the wrong word begins in the text. */
  public int from() {
    return from;
  }

  /** Where it ends; the same as {@link #from} where something is missing. */
  public int to() {
    return to;
  }

  /** What could stand there. */
  public List<String> expected() {
    return expected;
  }
}
