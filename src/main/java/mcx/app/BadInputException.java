package mcx.app;

import java.io.Serial;

/**
 * What the user gave cannot be used. The message may be shown as it is; the program ends with 2.
 */
final class BadInputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  BadInputException(String message) {
    super(message);
  }
}
