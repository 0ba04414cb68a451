package mcx.design;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A value that no design may hold, or a reference to nothing. The message names the thing, the
 * reason and the way out, and may be shown to an architect as it is.
 */
public final class InvalidDesignException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final transient @Nullable Id subject;

  public InvalidDesignException(String message) {
    this(message, null);
  }

  /**
   * @param subject the element or link at fault, where one is known
   */
  public InvalidDesignException(String message, @Nullable Id subject) {
    super(message);
    this.subject = subject;
  }

  public @Nullable Id subject() {
    return subject;
  }
}
