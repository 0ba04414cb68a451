package mcx.analysis.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.compile.Note.Severity;

/** How bad what each rule finds is, and what it rests on. */
public final class RuleTable {

  private static final SortedMap<String, Row> ROWS = load();

  private RuleTable() {}

  /**
   * One rule.
   *
   * @param severity how bad what it finds is, where nothing makes it milder
   * @param source keys of catalog sources between commas, or a standard
   */
  public record Row(String id, Severity severity, String source) {
    static final Row NONE = new Row("", Severity.ERROR, "");
  }

  /** The ids of all rules, whether they are implemented or not. */
  public static SortedSet<String> ids() {
    return new TreeSet<>(ROWS.keySet());
  }

  /** The row of a rule that is in the table. */
  public static Row row(String id) {
    Row row = ROWS.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return row;
  }

  private static SortedMap<String, Row> load() {
    Properties lines = new Properties();
    try (InputStream in = RuleTable.class.getResourceAsStream("/mcx/analysis/rules.properties")) {
      lines.load(
          new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, Row> rows = new TreeMap<>();
    for (String id : lines.stringPropertyNames()) {
      String[] parts = lines.getProperty(id).split(";", 2);
      rows.put(
          id,
          new Row(
              id, Severity.valueOf(parts[0].strip().toUpperCase(Locale.ROOT)), parts[1].strip()));
    }
    return rows;
  }
}
