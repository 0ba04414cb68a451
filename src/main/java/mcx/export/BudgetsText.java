package mcx.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mcx.analysis.Analysis;
import mcx.analysis.Beyonds;
import mcx.analysis.Budget;

/** Prefix limits with what they count, the fullest first. */
final class BudgetsText {

  /** How many limits are listed; what is hardly used is told by its number. */
  private static final int MOST_ROWS = 40;

  private BudgetsText() {}

  static String of(Analysis analysis) {
    StringBuilder text = new StringBuilder(TextReport.heading("Prefix budgets"));
    List<Budget> used = analysis.budgets().stream().filter(b -> b.count() > 0).toList();
    if (used.isEmpty()) {
      return text.append("  No prefix counts against a limit.\n").toString();
    }
    TextTable table =
        new TextTable("  ", "Counted", "Family", "Now>", "Limit>", "Used>", "Beyond", "Room for");
    Map<List<String>, Integer> rows = new LinkedHashMap<>();
    used.forEach(b -> rows.merge(row(b), 1, Integer::sum));
    for (Map.Entry<List<String>, Integer> e : rows.entrySet().stream().limit(MOST_ROWS).toList()) {
      List<String> row = new ArrayList<>(e.getKey());
      if (e.getValue() > 1) {
        row.set(0, row.getFirst() + " (each of " + e.getValue() + ")");
      }
      table.row(row.toArray(new String[0]));
    }
    text.append(table);
    if (rows.size() > MOST_ROWS) {
      text.append("  … and ")
          .append(rows.size() - MOST_ROWS)
          .append(" more, less used; --json tells them all\n");
    }
    if (used.stream().anyMatch(b -> !b.limit().basis().confirmed())) {
      text.append("  A limit with “?” was not found in a document that was read.\n");
    }
    return text.toString();
  }

  private static List<String> row(Budget b) {
    return List.of(
        b.label(),
        b.family() == null ? "both" : b.family().label(),
        Integer.toString(b.count()),
        b.max() + (b.limit().basis().confirmed() ? "" : "?"),
        percent(b.share()),
        Beyonds.inShort(b.limit().beyond()),
        room(b));
  }

  private static String percent(double share) {
    double percent = share * 100;
    return percent < 1 && percent > 0 ? "<1%" : String.format(Locale.ROOT, "%.0f%%", percent);
  }

  /** How many more sites and virtual networks like those here fit. */
  private static String room(Budget b) {
    List<String> parts = new ArrayList<>();
    Budget.Room sites = b.sites();
    Budget.Room networks = b.networks();
    if (sites != null) {
      parts.add(Words.count(sites.more(), "site", "sites") + " of " + sites.size());
    }
    if (networks != null) {
      parts.add(
          Words.count(networks.more(), "virtual network", "virtual networks")
              + " of "
              + networks.size());
    }
    return parts.isEmpty() ? Math.max(0, b.headroom()) + " more" : String.join(", or ", parts);
  }
}
