package mcx.inet;

import java.io.Serial;

/**
 * A text that is no well-formed value of the wire. The message names the text, says what is wrong
 * with it and what would be right, in a sentence that may be shown to an architect as it is.
 */
public final class MalformedValueException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  public MalformedValueException(String message) {
    super(message);
  }
}
