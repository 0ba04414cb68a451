package mcx.export;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text with aligned columns and no rules, as engineers know it from routers. */
final class TextTable {

  private static final String GAP = "  ";

  private final String indent;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table with no rows yet.
   *
   * @param header the titles of the columns; one that ends in {@code >} is aligned to the right
   */
  TextTable(String indent, String... header) {
    this.indent = indent;
    this.header = List.of(header);
  }

  /** Adds a row; columns left out at its end are empty. */
  TextTable row(String... cells) {
    List<String> row = new ArrayList<>(List.of(cells));
    while (row.size() < header.size()) {
      row.add("");
    }
    rows.add(row);
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table, a line for each row, each with its newline. */
  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    List<String> titles = new ArrayList<>();
    for (int c = 0; c < widths.length; c++) {
      titles.add(header.get(c).replace(">", ""));
      widths[c] = width(titles.get(c));
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], width(row.get(c)));
      }
    }
    StringBuilder text = new StringBuilder();
    if (titles.stream().anyMatch(t -> !t.isEmpty())) {
      line(text, titles, widths);
    }
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int c = 0; c < widths.length; c++) {
      String padding = " ".repeat(widths[c] - width(cells.get(c)));
      boolean right = header.get(c).endsWith(">");
      line.append(c == 0 ? "" : GAP);
      line.append(right ? padding + cells.get(c) : cells.get(c) + padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
