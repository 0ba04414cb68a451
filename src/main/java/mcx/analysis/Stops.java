package mcx.analysis;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.compile.Compiled;
import mcx.inet.Prefix;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.Solution;
import mcx.routing.Trace;

/**
 * Says where a missing route stopped: at the neighbour that was told of the destination and did not
 * take it, knows no other way there, and does know the site that asks.
 */
final class Stops {

  private final Compiled compiled;
  private final Solution solution;
  private final List<SessionFlow> flows;

  Stops(Compiled compiled, Solution solution, List<SessionFlow> flows) {
    this.compiled = compiled;
    this.solution = solution;
    this.flows = flows;
  }

  /** The path, with where its route stopped added to the reason if that is known. */
  SitePath explained(SitePath path) {
    Trace trace = path.trace();
    if (path.reaches() || trace == null || trace.end() != Trace.End.NO_ROUTE) {
      return path;
    }
    SortedSet<String> stops = new TreeSet<>();
    for (SessionFlow flow : flows) {
      for (Advertisement a : flow.routes()) {
        if (stopped(a, trace) && knows(a.to(), path)) {
          stops.add(a.reason());
        }
      }
    }
    if (stops.isEmpty()) {
      return path;
    }
    String more = stops.size() == 1 ? "" : " (and " + (stops.size() - 1) + " more)";
    String first = stops.first();
    String where =
        " It stops on the way: "
            + (first.endsWith(".") ? first.substring(0, first.length() - 1) : first);
    return new SitePath(
        path.from(),
        path.to(),
        path.kind(),
        trace,
        path.steps(),
        path.drawn(),
        path.reason() + where + more + ".");
  }

  private boolean stopped(Advertisement a, Trace trace) {
    return a.outcome() != Advertisement.Outcome.ACCEPTED
        && a.outcome().sent()
        && a.prefix().contains(trace.to())
        && solution.entry(a.to(), a.prefix()) == null;
  }

  /** Whether the table has a route to the site that asks. */
  private boolean knows(VrfId table, SitePath path) {
    VrfId site = compiled.sites().get(path.from());
    Vrf vrf = site == null ? null : compiled.network().vrf(site);
    if (vrf == null) {
      return false;
    }
    for (Prefix p : vrf.originated()) {
      if (solution.entry(table, p) != null) {
        return true;
      }
    }
    return false;
  }
}
