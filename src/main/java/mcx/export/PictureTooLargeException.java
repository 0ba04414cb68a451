package mcx.export;

import java.io.IOException;

/** A picture would have too many pixels. */
public final class PictureTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  PictureTooLargeException(String message) {
    super(message);
  }
}
