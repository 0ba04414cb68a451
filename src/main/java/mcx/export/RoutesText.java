package mcx.export;

import java.util.Collection;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;

/**
 * Routing tables as text: for each prefix the routes in use, and what decided against the others.
 */
public final class RoutesText {

  private RoutesText() {}

  /** These tables, in order. */
  public static String of(Analysis analysis, Collection<VrfId> tables) {
    StringBuilder text = new StringBuilder(TextReport.summary(analysis));
    text.append("\n* in use   = in use too   (blank) known, but not used\n");
    for (VrfId table : tables) {
      text.append(
          TextReport.heading(Names.of(analysis.compiled().network(), table) + "  (" + table + ")"));
      text.append(of(analysis, table));
    }
    return text.toString();
  }

  private static String of(Analysis analysis, VrfId id) {
    if (!analysis.solution().isUp(id.node())) {
      return "  down\n";
    }
    TextTable table =
        new TextTable(
            "  ",
            "",
            "Prefix",
            "Next hop",
            "AS path",
            "Pref>",
            "MED>",
            "Weight>",
            "Learned",
            "Why not");
    for (RibEntry entry : analysis.solution().rib(id).values()) {
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
    return table.isEmpty() ? "  no routes\n" : table.toString();
  }

  private static void row(
      Analysis analysis, TextTable table, String mark, String prefix, Route route, String why) {
    table.row(
        mark,
        prefix,
        nextHop(analysis, route),
        Words.path(route.asPath()),
        String.valueOf(route.localPreference()),
        String.valueOf(route.med()),
        String.valueOf(route.weight()),
        Words.learned(route.learned()),
        why);
  }

  private static String nextHop(Analysis analysis, Route route) {
    VrfId next = route.nextHop();
    if (next != null) {
      return Names.of(analysis.compiled().network(), next);
    }
    if (route.discard()) {
      return "discard";
    }
    return route.isUsable() ? "here" : "unreachable";
  }
}
