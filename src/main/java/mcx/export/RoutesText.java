package mcx.export;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;

/**
 * Routing tables as text: for each prefix the routes in use, and what decided against the others.
 */
public final class RoutesText {

  private static final String LEGEND =
      "\n*  in use, the one that is told to others    =  in use too, shares the traffic\n"
          + "   (blank) known, but not used: the last column says what decided against it\n";

  private RoutesText() {}

  /** These tables, in order. */
  public static String of(Analysis analysis, Collection<VrfId> tables) {
    return of(analysis, tables, (table, prefix) -> true);
  }

  /**
   * These tables, in order.
   *
   * @param wanted which prefixes of a table are shown
   */
  public static String of(
      Analysis analysis, Collection<VrfId> tables, BiPredicate<VrfId, Prefix> wanted) {
    StringBuilder text = new StringBuilder(TextReport.summary(analysis));
    text.append(StandingText.tail(analysis));
    text.append(LEGEND);
    for (VrfId table : tables) {
      text.append(
          TextReport.heading(Names.of(analysis.compiled().network(), table) + "  (" + table + ")"));
      text.append(of(analysis, table, wanted));
    }
    return text.toString();
  }

  private static String of(Analysis analysis, VrfId id, BiPredicate<VrfId, Prefix> wanted) {
    if (!analysis.solution().isUp(id.node())) {
      return "  down\n";
    }
    Collection<RibEntry> all = analysis.solution().rib(id).values();
    List<RibEntry> shown = all.stream().filter(e -> wanted.test(id, e.prefix())).toList();
    if (shown.isEmpty()) {
      return all.isEmpty() ? "  no routes\n" : "  none of its " + prefixes(all.size()) + "\n";
    }
    TextTable table =
        new TextTable(
            "  ",
            "",
            "Prefix",
            "Next hop",
            "AS path",
            "Dist>",
            "Pref>",
            "MED>",
            "Weight>",
            "Learned",
            "Why not");
    int routes = 0;
    for (RibEntry entry : shown) {
      routes += entry.best().size() + entry.lost().size();
      String mark = "*";
      String prefix = entry.prefix().toString();
      for (Route route : entry.best()) {
        row(analysis, table, mark, prefix, route, "");
        mark = "=";
        prefix = "";
      }
      for (RibEntry.Lost lost : entry.lost()) {
        row(analysis, table, "", "", lost.route(), lost.step());
      }
    }
    String of = shown.size() < all.size() ? shown.size() + " of " : "";
    return table
        + "  "
        + of
        + prefixes(all.size())
        + ", "
        + Words.count(routes, "route", "routes")
        + "\n";
  }

  private static String prefixes(int n) {
    return Words.count(n, "prefix", "prefixes");
  }

  private static void row(
      Analysis analysis, TextTable table, String mark, String prefix, Route route, String why) {
    table.row(
        mark,
        prefix,
        Words.nextHop(analysis, route),
        Words.path(route.asPath()),
        String.valueOf(route.distance()),
        String.valueOf(route.localPreference()),
        String.valueOf(route.med()),
        String.valueOf(route.weight()),
        Words.learned(route.learned()),
        why);
  }
}
