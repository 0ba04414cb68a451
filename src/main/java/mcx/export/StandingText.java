package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.network.Session;
import mcx.routing.Instability;
import mcx.routing.SessionState;
import mcx.routing.Tripped;

/**
 * What a reader must know before any route: what is taken as failed, whether the routes settle,
 * which prefix limits were exceeded, which sessions are down.
 */
final class StandingText {

  /** How many sessions that are down are listed. */
  private static final int MOST_ROWS = 20;

  private StandingText() {}

  /** A line for each; nothing where all is well. */
  static String of(Analysis analysis) {
    return TextReport.failed(analysis) + unsettled(analysis) + tail(analysis);
  }

  /** That the routes do not settle, where they do not. */
  static String unsettled(Analysis analysis) {
    StringBuilder text = new StringBuilder();
    if (!analysis.solution().converged()) {
      text.append("The routes never settle: what follows is one state of many.\n");
    }
    for (Instability i : analysis.solution().instabilities()) {
      text.append(instability(analysis, i)).append('\n');
    }
    for (String id : analysis.solution().flapping()) {
      text.append("Goes up and down for ever, and is taken as down: ").append(id).append('\n');
    }
    return text.toString();
  }

  private static String instability(Analysis analysis, Instability i) {
    String prefixes =
        i.prefixes().getFirst()
            + (i.prefixes().size() > 1 ? " and " + (i.prefixes().size() - 1) + " more" : "");
    String tables =
        i.tables().stream()
            .map(t -> Names.of(analysis.compiled().network(), t))
            .collect(Collectors.joining(", "));
    return i.neverSettles()
        ? "No stable state was found for " + prefixes + ": " + tables + " chase each other."
        : "Several stable states for "
            + prefixes
            + ": what "
            + tables
            + " use depends on who speaks first ("
            + i.states().size()
            + (i.complete() ? " states; the first is shown)." : " states or more; one is shown).");
  }

  /** Limits that were exceeded, and sessions that are down. */
  static String tail(Analysis analysis) {
    StringBuilder text = new StringBuilder();
    for (Tripped t : analysis.solution().tripped()) {
      text.append("Limit exceeded: ").append(tripped(analysis, t)).append('\n');
    }
    List<String> down = new ArrayList<>();
    for (Session session : analysis.compiled().network().sessions()) {
      SessionState state = analysis.solution().session(session.id());
      if (!state.up()) {
        down.add(session(analysis, session) + ": " + state.reason());
      }
    }
    down.stream().limit(MOST_ROWS).forEach(d -> text.append("Down: ").append(d).append('\n'));
    if (down.size() > MOST_ROWS) {
      text.append("… and ").append(down.size() - MOST_ROWS).append(" more sessions are down\n");
    }
    return text.toString();
  }

  private static String session(Analysis analysis, Session session) {
    return Names.of(analysis.compiled().network(), session.a())
        + " – "
        + Names.of(analysis.compiled().network(), session.b())
        + " ("
        + session.id()
        + ")";
  }

  private static String tripped(Analysis analysis, Tripped t) {
    return Names.of(analysis.compiled().network(), t.at())
        + " got "
        + t.count()
        + " "
        + t.what()
        + " over "
        + t.session()
        + " and takes at most "
        + t.limit().max()
        + " ("
        + t.limit().source()
        + "): "
        + beyond(t)
        + ".";
  }

  private static String beyond(Tripped t) {
    if (t.aftermath() == Tripped.Aftermath.CYCLE) {
      return "what falls comes back and falls again, for ever";
    }
    return switch (t.limit().beyond()) {
      case SESSION_DOWN_AUTO -> "the session is down until the count falls";
      case SESSION_IDLE -> "the session stays down until someone mends it";
      case CONNECTION_DOWN -> "the whole connection is down";
      case DROP_EXCESS_ORDERED, DROP_EXCESS -> "what is beyond is dropped";
      case WARN_ONLY -> "nothing is lost; the router only writes a warning";
      case REJECT_CONFIG -> "the vendor refuses the configuration";
      case UNKNOWN -> "the vendor does not say what happens then";
    };
  }
}
