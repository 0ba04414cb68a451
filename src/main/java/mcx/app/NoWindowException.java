package mcx.app;

import java.io.Serial;

/** The window cannot be opened; the message says why, without a full stop. */
final class NoWindowException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  NoWindowException(String message, Throwable cause) {
    super(message, cause);
  }
}
