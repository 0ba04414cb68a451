package mcx.format;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file could not be read or written, with a message that may be shown as it is. */
final class PlainFileException extends FileSystemException {

  @Serial private static final long serialVersionUID = 1;

  private final String sentence;

  PlainFileException(Path file, String sentence, @Nullable IOException cause) {
    super(file.toString(), null, sentence);
    this.sentence = sentence;
    if (cause != null) {
      initCause(cause);
    }
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
