package mcx.format;

/**
 * One thing that is wrong with a file.
 *
 * @param kind which kind of error
 * @param line the line it stands in, from 1; 0 where it is not known
 * @param column the column, from 1; 0 where it is not known
 * @param pointer the place in the file as a JSON pointer (RFC 6901), such as {@code
 *     /design/links/vpn-1/ike}; empty for the whole file
 * @param reason what is wrong, in one sentence
 * @param wayOut what would be right, in one sentence
 */
public record Problem(
    Kind kind, int line, int column, String pointer, String reason, String wayOut) {

  /** The three kinds of error in a file. */
  public enum Kind {
    /** The file is no JSON text. */
    SYNTAX,
    /** It is JSON, but a field is missing or holds something of another form. */
    STRUCTURE,
    /** Every field has its form, but what they say together can be no design. */
    MEANING
  }

  Problem at(int atLine, int atColumn) {
    return new Problem(kind, atLine, atColumn, pointer, reason, wayOut);
  }

  /** The problem in words: the place, the reason, the way out. */
  public String text() {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("Line ").append(line);
      if (kind == Kind.SYNTAX && column > 0) {
        text.append(", column ").append(column);
      }
    }
    if (!pointer.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append(pointer);
    }
    return text + (text.isEmpty() ? "" : ": ") + reason + (wayOut.isEmpty() ? "" : " " + wayOut);
  }
}
