package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.SessionFlow;
import mcx.inet.Family;
import mcx.routing.Advertisement;

/** Who tells whom about what, session by session and direction by direction. */
final class AdvertisementsText {

  /** How many prefixes of one direction are listed; a terminal is no place for thousands. */
  private static final int MOST_ROWS = 40;

  private AdvertisementsText() {}

  static String of(Analysis analysis) {
    StringBuilder text = new StringBuilder(TextReport.heading("Advertisements"));
    if (analysis.advertisements().isEmpty()) {
      return text.append("  There is no BGP session.\n").toString();
    }
    List<SessionFlow> drawn = some(analysis, false);
    List<SessionFlow> inside = some(analysis, true);
    text.append(all(drawn));
    if (!inside.isEmpty()) {
      text.append(drawn.isEmpty() ? "" : "\n");
      text.append("  Inside the clouds, where nobody sets up a session:\n\n").append(all(inside));
    }
    return text.toString();
  }

  private static List<SessionFlow> some(Analysis analysis, boolean insideCloud) {
    return analysis.advertisements().stream().filter(f -> f.insideCloud() == insideCloud).toList();
  }

  private static String all(List<SessionFlow> flows) {
    return flows.stream().map(AdvertisementsText::of).collect(Collectors.joining("\n"));
  }

  private static String of(SessionFlow flow) {
    StringBuilder text = new StringBuilder();
    text.append("  ").append(flow.fromLabel()).append(" → ").append(flow.toLabel());
    text.append("  (").append(flow.session()).append(")\n");
    if (!flow.state().up()) {
      return text.append("    down: ").append(flow.state().reason()).append('\n').toString();
    }
    String counts = counts(flow);
    text.append(counts.isEmpty() ? "" : "    " + counts + "\n");
    TextTable table = new TextTable("    ", "Prefix", "AS path", "Outcome");
    for (Advertisement a : flow.routes().stream().limit(MOST_ROWS).toList()) {
      table.row(a.prefix().toString(), Words.path(a.asPath()), Words.outcome(a));
    }
    text.append(table.isEmpty() ? "    nothing\n" : table.toString());
    int more = flow.routes().size() - MOST_ROWS;
    if (more > 0) {
      text.append("    … and ").append(more).append(" more; --json tells them all\n");
    }
    return text.toString();
  }

  private static String counts(SessionFlow flow) {
    List<String> parts = new ArrayList<>();
    if (flow.limitV4() != null) {
      parts.add(Words.count(flow.acceptedV4(), flow.limitV4(), Family.V4));
    }
    if (flow.limitV6() != null && flow.acceptedV6() > 0) {
      parts.add(Words.count(flow.acceptedV6(), flow.limitV6(), Family.V6));
    }
    return parts.isEmpty() ? "" : "accepted " + String.join(", ", parts);
  }
}
