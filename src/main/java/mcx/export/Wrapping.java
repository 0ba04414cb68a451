package mcx.export;

/** Breaks text into lines that fit a terminal. */
final class Wrapping {

  private static final int WIDTH = 100;

  private Wrapping() {}

  /**
   * The text in lines; nothing where there is none.
   *
   * @param first what the first line begins with
   * @param next what the others begin with
   */
  static String lines(String first, String text, String next) {
    if (text.isBlank()) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.strip().split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        all.append(line).append('\n');
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return all.append(line).append('\n').toString();
  }
}
