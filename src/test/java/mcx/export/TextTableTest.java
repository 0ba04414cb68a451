package mcx.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Columns line up, whatever is in them. */
class TextTableTest {

  @Test
  void columnsLineUpToTheirSide() {
    TextTable table = new TextTable("  ", "Name", "Count>", "Way");
    table.row("Köln", "7", "a → b").row("東京 🛰", "1234").row("x", "12", "c");
    assertEquals(
        """
          Name  Count  Way
          Köln      7  a → b
          東京 🛰   1234
          x        12  c
        """,
        table.toString());
  }

  @Test
  void longTextIsBrokenBetweenWords() {
    String text = Wrapping.lines("→ ", "word ".repeat(30), "  ");
    for (String line : text.split("\n")) {
      assertEquals(true, line.length() <= 100, line);
    }
    assertEquals(30, text.replace("→", "").strip().split("\\s+").length);
    assertEquals("", Wrapping.lines("x ", " ", ""));
  }
}
