package mcx.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.compile.Compiled;
import mcx.design.Id;
import mcx.inet.IpAddress;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Says where a missing route stopped: at the neighbour that was told of the destination and did not
 * take it, knows no other way there, and does know the site that asks. Safe for use by several
 * threads.
 */
final class Stops {

  private final Compiled compiled;
  private final Solution solution;
  private final List<SessionFlow> flows;

  /** All that stopped somewhere; looked for once it is asked for. */
  private @Nullable List<AdvertisementGroup> stopped;

  /** The same by the address that packets go to, as far as asked for. */
  private final Map<IpAddress, List<AdvertisementGroup>> stoppedFor = new HashMap<>();

  private final Map<Asking, Boolean> known = new HashMap<>();

  private record Asking(VrfId table, Id site) {}

  Stops(Compiled compiled, Solution solution, List<SessionFlow> flows) {
    this.compiled = compiled;
    this.solution = solution;
    this.flows = flows;
  }

  /** What a path takes, with where its route stopped added to the reason if that is known. */
  synchronized SitePath.Course explained(SitePath path) {
    SitePath.Course course = path.course();
    Trace trace = course.trace();
    if (path.reaches() || trace == null || trace.end() != Trace.End.NO_ROUTE) {
      return course;
    }
    SortedSet<String> stops = new TreeSet<>();
    for (AdvertisementGroup g : stoppedFor.computeIfAbsent(trace.to(), this::stopped)) {
      if (known.computeIfAbsent(new Asking(g.to(), path.from()), this::knows)) {
        stops.add(g.reason());
      }
    }
    if (stops.isEmpty()) {
      return course;
    }
    String more = stops.size() == 1 ? "" : " (and " + (stops.size() - 1) + " more)";
    String first = stops.first();
    String where =
        " It stops on the way: "
            + (first.endsWith(".") ? first.substring(0, first.length() - 1) : first);
    return new SitePath.Course(
        trace,
        course.spread(),
        course.steps(),
        course.drawn(),
        course.branches(),
        course.reason() + where + more + ".");
  }

  private List<AdvertisementGroup> stopped(IpAddress to) {
    return stopped().stream()
        .filter(g -> g.prefixes().stream().anyMatch(p -> p.contains(to)))
        .toList();
  }

  private List<AdvertisementGroup> stopped() {
    List<AdvertisementGroup> all = stopped;
    if (all == null) {
      all = new ArrayList<>();
      for (SessionFlow flow : flows) {
        for (AdvertisementGroup g : flow.routes().groups()) {
          if (g.outcome() != Advertisement.Outcome.ACCEPTED
              && g.outcome().sent()
              && solution.first(flow.to(), g.prefixes().getFirst()) == null) {
            all.add(g);
          }
        }
      }
      stopped = all;
    }
    return all;
  }

  /** Whether the table has a route to the site that asks. */
  private boolean knows(Asking asking) {
    for (VrfId site : compiled.tables(asking.site)) {
      Vrf vrf = compiled.network().vrf(site);
      if (vrf != null
          && vrf.originated().stream().anyMatch(p -> solution.first(asking.table, p) != null)) {
        return true;
      }
    }
    return false;
  }
}
