package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.analysis.Absence;
import mcx.analysis.Analysis;
import mcx.analysis.Crossings;
import mcx.analysis.Names;
import mcx.analysis.RoundTrip;
import mcx.analysis.Way;
import mcx.network.Policy.Learned;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Trace;

/** The ways of packets from one table to another and back, as text, hop by hop. */
public final class TraceText {

  /** How many destinations that go the same way are listed. */
  private static final int MOST_TARGETS = 6;

  private final Analysis analysis;
  private final Crossings crossings;

  private TraceText(Analysis analysis) {
    this.analysis = analysis;
    this.crossings = new Crossings(analysis.design(), analysis.compiled().network());
  }

  /** The ways there and back. */
  public static String of(Analysis analysis, RoundTrip trip) {
    return new TraceText(analysis).text(trip);
  }

  private String text(RoundTrip trip) {
    VrfId to = trip.to();
    String goal = to == null ? targets(trip.there().getFirst()) : name(to);
    String title = name(trip.from()) + " ⇄ " + goal;
    StringBuilder text = new StringBuilder(title + "\n" + "═".repeat(title.length()) + "\n");
    text.append(StandingText.of(analysis));
    if (trip.untried() > 0) {
      text.append("There are very many prefixes; ").append(trip.untried()).append(" of them were");
      text.append(" not tried.\n");
    }
    text.append(verdict(trip));
    trip.there().forEach(w -> text.append(way("There", w)));
    trip.back().forEach(w -> text.append(way("Back", w)));
    return text.toString();
  }

  private String verdict(RoundTrip trip) {
    StringBuilder text = new StringBuilder();
    text.append(verdict("There", trip.there()));
    text.append(trip.back().isEmpty() ? "" : verdict("Back", trip.back()));
    text.append(Wrapping.lines("Back: ", trip.noBack(), "  "));
    RoundTrip.Parting parting = trip.parting();
    if (parting != null) {
      text.append(Wrapping.lines("Asymmetric: ", parting(parting), "  "));
    } else if (Boolean.TRUE.equals(trip.symmetric())) {
      text.append("Symmetric: both directions take the same way.\n");
    }
    return text.toString();
  }

  private static String verdict(String direction, List<Way> ways) {
    long arrive = ways.stream().filter(Way::arrives).count();
    String what =
        arrive == ways.size() ? "arrives" : arrive == 0 ? "does not arrive" : "arrives in part";
    String several = ways.size() > 1 ? ", by " + ways.size() + " different ways" : "";
    return direction + ": " + what + several + ".\n";
  }

  private String parting(RoundTrip.Parting p) {
    return "from "
        + name(p.at())
        + " packets go to "
        + name(p.there())
        + over(p.thereOver())
        + "; answers come by "
        + name(p.back())
        + over(p.backOver())
        + (p.meets().equals(p.there()) && p.meets().equals(p.back())
            ? "."
            : ". The two meet again at " + name(p.meets()) + ".");
  }

  private static String over(String what) {
    return what.isEmpty() ? "" : " over " + what;
  }

  private String name(VrfId table) {
    return Names.of(analysis.compiled().network(), table);
  }

  private static String targets(Way way) {
    String some =
        way.targets().stream()
            .limit(MOST_TARGETS)
            .map(TraceText::target)
            .collect(Collectors.joining(", "));
    int more = way.targets().size() - MOST_TARGETS;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String target(Way.Target t) {
    return t.prefix().length() == t.prefix().family().bits()
        ? t.address().toString()
        : t.address() + " in " + t.prefix();
  }

  private String way(String direction, Way way) {
    StringBuilder text = new StringBuilder();
    text.append(TextReport.heading(direction + ": " + name(way.from()) + " → " + targets(way)));
    int number = 1;
    for (Way.Step step : way.steps()) {
      text.append(step(number, step));
      number++;
    }
    text.append("  ").append(end(way)).append('\n');
    Absence missing = way.missing();
    if (missing != null && way.trace().end() != Trace.End.DOWN) {
      text.append("  ").append(missing.prefix()).append(" would lead there:\n");
      text.append(ExplanationText.absence(analysis, missing, "    "));
    } else if (missing != null) {
      text.append(Wrapping.lines("  ", missing.summary(), "  "));
    }
    return text.toString();
  }

  private String end(Way way) {
    String end =
        switch (way.trace().end()) {
          case DELIVERED -> way.arrives() ? "Delivered." : "Delivered elsewhere:";
          case NO_ROUTE -> "No route:";
          case DISCARDED -> "Discarded:";
          case LOOP -> "Forwarding loop:";
          case DOWN -> "Down:";
        };
    return way.reason().isEmpty() ? end : end + " " + way.reason();
  }

  private String step(int number, Way.Step step) {
    String indent = " ".repeat(6);
    StringBuilder text = new StringBuilder();
    text.append(String.format("%4d", number)).append("  ").append(name(step.hop().table()));
    text.append('\n');
    Route route = step.hop().route();
    if (route == null) {
      return text.toString();
    }
    text.append(indent).append("matches  ").append(route(route)).append('\n');
    text.append(Wrapping.lines(indent + "because  ", because(step, route), indent + " ".repeat(9)));
    if (!step.over().isEmpty()) {
      text.append(indent).append("over     ").append(step.over());
      String segment = step.hop().segment();
      text.append(segment == null ? "\n" : " (" + segment + ")\n");
    }
    for (Route passed : step.hop().passedOver()) {
      text.append(indent).append("past     ").append(name(passed.table()));
      text.append(", which only exchanges routes\n");
    }
    return text.toString();
  }

  private String route(Route r) {
    List<String> parts = new ArrayList<>();
    VrfId from = r.from() == null ? null : r.from().table();
    parts.add(
        r.prefix()
            + ", "
            + Words.learned(r.learned())
            + (from == null ? "" : " from " + name(from)));
    if (!r.asPath().isEmpty()) {
      parts.add("AS path " + r.asPath());
    }
    if (r.localPreference() != Route.DEFAULT_LOCAL_PREFERENCE) {
      parts.add("local preference " + r.localPreference());
    }
    if (r.med() != 0) {
      parts.add("MED " + r.med());
    }
    if (r.weight() != 0) {
      parts.add("weight " + r.weight());
    }
    VrfId next = r.nextHop();
    if (next != null && !next.equals(from)) {
      parts.add("next hop " + name(next));
    }
    return String.join(", ", parts);
  }

  private String because(Way.Step step, Route used) {
    List<String> parts = new ArrayList<>();
    List<Route> sharing = step.sharing();
    RibEntry.Lost lost = step.runnerUp();
    if (!sharing.isEmpty()) {
      parts.add(
          "the first of "
              + (sharing.size() + 1)
              + " equal routes that share the traffic; also "
              + sharing.stream().map(r -> from(r, used)).collect(Collectors.joining(", ")));
    }
    if (lost != null) {
      parts.add("the next best, " + from(lost.route(), used) + ", lost: " + lost.step());
    }
    if (parts.isEmpty() && used.learned() != Learned.LOCAL) {
      parts.add("the only route");
    }
    return String.join("; ", parts);
  }

  /** Where another route came from, and over what if from the same as the one that was used. */
  private String from(Route r, Route used) {
    Route from = r.from();
    if (from == null) {
      return "its own " + Words.learned(r.learned());
    }
    boolean same = used.from() != null && used.from().table().equals(from.table());
    return "from " + name(from.table()) + (same ? " over " + crossings.name(r.via()) : "");
  }
}
