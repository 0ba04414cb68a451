package mcx.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import mcx.diagram.Document;

/** The entrance to this room: reads and writes {@code .mcx} files. */
public final class McxFiles {

  /** How names of design files end. */
  public static final String EXTENSION = ".mcx";

  /** The major version of the format: a file of a greater one is not read. */
  static final int MAJOR = 1;

  /** The minor version: what a greater one adds is kept without being known. */
  static final int MINOR = 0;

  static final String VERSION = MAJOR + "." + MINOR;

  private McxFiles() {}

  /**
   * Reads a file.
   *
   * @throws McxFormatException if it holds no design that this program can read
   * @throws IOException if the file itself cannot be read; the message says why
   */
  public static Document read(Path file) throws IOException, McxFormatException {
    return read(FileInput.bytes(file), FileInput.name(file));
  }

  /**
   * Reads the content of a file.
   *
   * @param name what messages call it
   * @throws McxFormatException if it holds no design that this program can read
   */
  public static Document read(byte[] content, String name) throws McxFormatException {
    return read(FileInput.text(content, name), name);
  }

  /**
   * Reads the text of a file.
   *
   * @param name what messages call it
   * @throws McxFormatException if it holds no design that this program can read
   */
  public static Document read(String text, String name) throws McxFormatException {
    return new DocumentReader(text, name).read();
  }

  /** The text of a file that holds the document; equal documents have equal texts. */
  public static String write(Document document) {
    return DocumentWriter.write(document);
  }

  /**
   * Saves the document. The file is replaced as a whole or not at all; it keeps its permissions,
   * and a symbolic link stays one.
   *
   * @throws IOException if it cannot be saved; the message says why, and the file is as it was
   */
  public static void save(Document document, Path file) throws IOException {
    AtomicFile.write(file, write(document).getBytes(StandardCharsets.UTF_8));
  }
}
