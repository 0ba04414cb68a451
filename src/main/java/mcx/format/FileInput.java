package mcx.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Gets the text out of a file, and refuses what is too large or no text before it is parsed. */
final class FileInput {

  private FileInput() {}

  /** What messages call the file: its name without the folders. */
  static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  static byte[] bytes(Path file) throws IOException, McxFormatException {
    String name = name(file);
    try {
      if (Files.isDirectory(file)) {
        throw new PlainFileException(
            file, "“" + file + "” is a folder. Name an .mcx file in it.", null);
      }
      if (Files.size(file) > Limits.BYTES) {
        throw tooLarge(name);
      }
      try (InputStream in = Files.newInputStream(file)) {
        // The size is only a promise: a device or a growing file gives more.
        byte[] content = in.readNBytes(Limits.BYTES + 1);
        if (content.length > Limits.BYTES) {
          throw tooLarge(name);
        }
        return content;
      }
    } catch (NoSuchFileException e) {
      throw new PlainFileException(
          file, "There is no file “" + file + "”. Check its name and folder.", e);
    } catch (AccessDeniedException e) {
      throw new PlainFileException(
          file, "“" + file + "” may not be read by you. Ask its owner for permission.", e);
    }
  }

  private static McxFormatException tooLarge(String name) {
    return refused(
        name,
        Problem.Kind.STRUCTURE,
        "It is larger than " + Limits.BYTES / (1024 * 1024) + " MB, the most that is read.",
        "Check that it is a design.");
  }

  static String text(byte[] content, String name) throws McxFormatException {
    if (content.length > Limits.BYTES) {
      throw tooLarge(name);
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
    } catch (CharacterCodingException e) {
      throw notMcx(name, "it is not text in UTF-8");
    }
    if (text.indexOf('\0') >= 0) {
      throw notMcx(name, "it holds binary data");
    }
    return text;
  }

  /** The one message for what never was a design file. */
  static McxFormatException notMcx(String name, String why) {
    return refused(
        name,
        Problem.Kind.SYNTAX,
        "It is not an MCX file: " + why + ".",
        "Choose a file that MCX has saved.");
  }

  static McxFormatException refused(String name, Problem.Kind kind, String reason, String wayOut) {
    return new McxFormatException(name, List.of(new Problem(kind, 0, 0, "", reason, wayOut)));
  }
}
