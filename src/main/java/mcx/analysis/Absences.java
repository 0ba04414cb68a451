package mcx.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Absence.Cause;
import mcx.analysis.Absence.Stop;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.inet.RouteTarget;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a route stopped on its ways to a table that has it not. It goes back from the table
 * over all that could bring it, through tables that have it not either, up to the first that have
 * it: between those and their neighbours it stops.
 *
 * <pre>
 *   has it ---stop---| has not --- has not --- the table
 *                        2            1           0
 * </pre>
 */
final class Absences {

  private final Design design;
  private final Network network;
  private final Solution solution;
  private final Crossings crossings;
  private final Map<VrfId, Vrf> tables = new TreeMap<>();
  private final Map<VrfId, List<In>> ways = new HashMap<>();

  /** What could bring routes into a table. */
  private sealed interface In {
    VrfId from();

    String edge();

    record BySession(VrfId from, Session session) implements In {
      @Override
      public String edge() {
        return session.id();
      }
    }

    record ByPropagation(VrfId from, Propagation propagation) implements In {
      @Override
      public String edge() {
        return propagation.id();
      }
    }

    /**
     * By route target.
     *
     * @param meets whether the receiver imports what the sender exports
     */
    record ByCore(VrfId from, VpnDomain domain, boolean meets) implements In {
      @Override
      public String edge() {
        return domain.id();
      }
    }
  }

  Absences(Analysis analysis, Crossings crossings) {
    this.design = analysis.design();
    this.network = analysis.compiled().network();
    this.solution = analysis.solution();
    this.crossings = crossings;
    for (Node node : network.nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        tables.put(vrf.id(), vrf);
        ways.put(vrf.id(), new ArrayList<>());
      }
    }
    for (Session s : network.sessions()) {
      into(s.b()).add(new In.BySession(s.a(), s));
      into(s.a()).add(new In.BySession(s.b(), s));
    }
    for (Propagation p : network.propagations()) {
      into(p.to()).add(new In.ByPropagation(p.from(), p));
    }
    for (VpnDomain d : network.vpnDomains()) {
      for (VrfId to : d.vrfs()) {
        for (VrfId from : d.vrfs()) {
          if (!from.equals(to)) {
            into(to).add(new In.ByCore(from, d, meet(from, to)));
          }
        }
      }
    }
  }

  private List<In> into(VrfId table) {
    return ways.computeIfAbsent(table, k -> new ArrayList<>());
  }

  private boolean meet(VrfId from, VrfId to) {
    Vrf sender = tables.get(from);
    Vrf receiver = tables.get(to);
    Set<RouteTarget> both = new HashSet<>(sender == null ? Set.of() : sender.exports());
    both.retainAll(receiver == null ? Set.of() : receiver.imports());
    return !both.isEmpty();
  }

  /** Why the table has no route to exactly this prefix. */
  Absence of(VrfId table, Prefix prefix) {
    SortedSet<VrfId> origins = new TreeSet<>();
    tables.forEach(
        (id, vrf) -> {
          if (own(vrf, prefix) != null) {
            origins.add(id);
          }
        });
    int holders = (int) tables.keySet().stream().filter(t -> has(t, prefix)).count();
    List<Stop> stops = solution.isUp(table.node()) ? stops(table, prefix) : List.of();
    return new Absence(
        table, prefix, origins, holders, stops, summary(table, prefix, origins, holders, stops));
  }

  private boolean has(VrfId table, Prefix prefix) {
    return solution.has(table, prefix);
  }

  private String summary(
      VrfId table, Prefix prefix, SortedSet<VrfId> origins, int holders, List<Stop> stops) {
    if (!solution.isUp(table.node())) {
      return down(table) + " Its table is empty.";
    }
    if (holders == 0 && origins.isEmpty() && stops.isEmpty()) {
      return "Nobody originates " + prefix + ": no table of the network has a route to it.";
    }
    if (stops.isEmpty()) {
      String who = name(origins.isEmpty() ? first(prefix) : origins.first());
      return holders == 0
          ? who + " would originate it, but does not."
          : "Nothing leads here from " + who + ", where it begins.";
    }
    return stops.getFirst().reason();
  }

  private VrfId first(Prefix prefix) {
    return tables.keySet().stream().filter(t -> has(t, prefix)).findFirst().orElseThrow();
  }

  private List<Stop> stops(VrfId table, Prefix prefix) {
    // One between the same VRFs says all there is to say of a core with many edges.
    Map<String, Stop> stops = new LinkedHashMap<>();
    Map<VrfId, Integer> distances = new HashMap<>(Map.of(table, 0));
    Deque<VrfId> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      VrfId to = open.removeFirst();
      int distance = distances.getOrDefault(to, 0);
      Stop own = own(to, prefix, distance);
      if (own != null) {
        stops.put(to + " itself", own);
      }
      List<In> in = new ArrayList<>(into(to));
      in.sort(Comparator.comparing(In::edge).thenComparing(In::from));
      for (In way : in) {
        if (tells(way, prefix)) {
          stops.putIfAbsent(key(way, to), stop(way, to, prefix, distance));
        } else if ((!(way instanceof In.ByCore core) || core.meets())
            && distances.putIfAbsent(way.from(), distance + 1) == null) {
          open.addLast(way.from());
        }
      }
    }
    // What is kept apart by route targets is so on purpose most of the time.
    return stops.values().stream()
        .sorted(
            Comparator.comparingInt(Stop::distance)
                .thenComparing(s -> s.cause() == Cause.ROUTE_TARGET))
        .toList();
  }

  private static String key(In way, VrfId to) {
    return way instanceof In.ByCore
        ? way.edge() + " " + way.from().vrf() + " " + to.vrf()
        : way.edge() + " " + way.from() + " " + to;
  }

  private boolean tells(In way, Prefix prefix) {
    return has(way.from(), prefix)
        || (prefix.isDefault()
            && way instanceof In.BySession s
            && solution.isUp(way.from().node())
            && s.session().at(way.from()).defaultOriginate());
  }

  // --- what a table would hold itself ---

  /** How the table comes to hold the prefix itself, in words; null where it does not. */
  private @Nullable String own(Vrf vrf, Prefix prefix) {
    if (vrf.originated().contains(prefix)) {
      return "holds it";
    }
    if (vrf.connected().stream().anyMatch(c -> c.prefix().equals(prefix))) {
      return "has an interface in it";
    }
    if (vrf.statics().stream().anyMatch(s -> s.prefix().equals(prefix))) {
      return "has it by hand";
    }
    return vrf.aggregates().stream().anyMatch(a -> a.prefix().equals(prefix))
        ? "makes it as a summary"
        : null;
  }

  private @Nullable Stop own(VrfId table, Prefix prefix, int distance) {
    Vrf vrf = tables.get(table);
    String how = vrf == null ? null : own(vrf, prefix);
    if (vrf == null || how == null) {
      return null;
    }
    String reason = name(table) + " " + how + ", but ";
    Cause cause = Cause.DOWN;
    if (!solution.isUp(table.node())) {
      reason += "is down. " + down(table);
    } else if (how.startsWith("makes")) {
      cause = Cause.NO_PART;
      reason += "has no more specific route that it could stand for.";
    } else {
      reason += outOfService(vrf, prefix);
    }
    return new Stop(distance, table, table, "", "", cause, reason);
  }

  /** Why a static route or an interface does not stand. */
  private String outOfService(Vrf vrf, Prefix prefix) {
    for (Vrf.StaticRoute s : vrf.statics()) {
      if (s.prefix().equals(prefix)) {
        Segment segment = crossings.segment(s.segment());
        if (segment != null && !solution.isSegmentUp(segment.id())) {
          return "over " + crossings.name(segment.id()) + ". " + down(segment);
        }
        VrfId next = s.nextHop();
        if (next != null && !solution.isUp(next.node())) {
          return "to " + name(next) + ". " + down(next);
        }
      }
    }
    for (Vrf.Connected c : vrf.connected()) {
      Segment segment = crossings.segment(c.segment());
      if (c.prefix().equals(prefix) && segment != null && !solution.isSegmentUp(segment.id())) {
        return "the link is down. " + down(segment);
      }
    }
    return "it does not stand.";
  }

  // --- between two tables ---

  private Stop stop(In way, VrfId to, Prefix prefix, int distance) {
    String over = crossings.name(way.edge());
    if (!solution.isUp(to.node())) {
      return new Stop(distance, way.from(), to, way.edge(), over, Cause.DOWN, down(to));
    }
    return switch (way) {
      case In.BySession s -> {
        String down = down(s.session());
        yield down.isEmpty()
            ? told(way, to, prefix, distance, over)
            : new Stop(distance, way.from(), to, way.edge(), over, Cause.DOWN, down);
      }
      case In.ByPropagation p -> {
        String down = down(p.propagation());
        yield down.isEmpty()
            ? told(way, to, prefix, distance, over)
            : new Stop(distance, way.from(), to, way.edge(), over, Cause.DOWN, down);
      }
      case In.ByCore core -> core(core, to, prefix, distance, over);
    };
  }

  private Stop told(In way, VrfId to, Prefix prefix, int distance, String over) {
    Advertisement told =
        solution.advertisements(way.edge(), way.from()).stream()
            .filter(a -> a.prefix().equals(prefix) && a.to().equals(to))
            .findFirst()
            .orElse(null);
    Cause cause = told == null ? Cause.NOT_OFFERED : cause(told.outcome());
    String reason =
        told == null
            ? notOffered(way.from(), to, prefix, way.edge())
            : told.outcome() == Advertisement.Outcome.ACCEPTED
                ? name(to) + " has it from " + name(way.from()) + ", but cannot reach its next hop."
                : told.reason();
    return new Stop(distance, way.from(), to, way.edge(), over, cause, reason);
  }

  private static Cause cause(Advertisement.Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> Cause.NEXT_HOP;
      case REFUSED_LOOP, WITHHELD_NEIGHBOR_AS -> Cause.LOOP;
      case REFUSED_POLICY, WITHHELD_POLICY -> Cause.POLICY;
      case REFUSED_LIMIT -> Cause.LIMIT;
      case WITHHELD_INNER -> Cause.INSIDE;
      case WITHHELD_COMMUNITY -> Cause.COMMUNITY;
    };
  }

  private String notOffered(VrfId from, VrfId to, Prefix prefix, String edge) {
    RibEntry entry = solution.entry(from, prefix);
    Route route = entry == null ? null : entry.first();
    if (route != null && !route.isOwn() && edge.equals(route.via())) {
      return name(from) + " has it from " + name(to) + " itself.";
    }
    return route != null && route.isOwn()
        ? name(from) + " has it itself, but does not offer it to BGP."
        : name(from) + " does not offer it to " + name(to) + ".";
  }

  private Stop core(In.ByCore way, VrfId to, Prefix prefix, int distance, String over) {
    Cause cause = Cause.ROUTE_TARGET;
    String reason;
    RibEntry entry = solution.entry(way.from(), prefix);
    Origin failed = failed(Set.of(way.domain().origin()));
    if (failed != null) {
      cause = Cause.DOWN;
      reason = called(failed) + " has failed.";
    } else if (!way.meets()) {
      reason = label(to) + " imports none of the route targets of " + label(way.from()) + ".";
    } else if (entry != null && entry.first().learned() == mcx.network.Policy.Learned.VPN) {
      cause = Cause.INSIDE;
      reason = name(way.from()) + " has it by route target itself, and does not pass that on.";
    } else {
      cause = Cause.NOT_OFFERED;
      reason = notOffered(way.from(), to, prefix, way.edge());
    }
    return new Stop(distance, way.from(), to, way.edge(), over, cause, reason);
  }

  // --- what is down ---

  /** Why the session is down; empty where it is up. */
  private String down(Session session) {
    if (solution.session(session.id()).up()) {
      return "";
    }
    for (VrfId end : List.of(session.a(), session.b())) {
      if (!solution.isUp(end.node())) {
        return down(end);
      }
    }
    Origin failed = failed(session.dependsOn());
    Segment segment = crossings.segment(session.segment());
    if (failed == null && segment != null) {
      failed = failed(segment.dependsOn());
    }
    return failed == null
        ? "The session is down: " + solution.session(session.id()).reason()
        : called(failed) + " has failed.";
  }

  private String down(Propagation propagation) {
    Origin failed = failed(propagation.dependsOn());
    if (failed != null) {
      return called(failed) + " has failed.";
    }
    Segment segment = crossings.segment(propagation.segment());
    return segment == null || solution.isSegmentUp(segment.id()) ? "" : down(segment);
  }

  private String down(Segment segment) {
    Origin failed = failed(segment.dependsOn());
    if (failed != null) {
      return called(failed) + " has failed.";
    }
    for (VrfId end : List.of(segment.a(), segment.b())) {
      if (!solution.isUp(end.node())) {
        return down(end);
      }
    }
    String never = segment.downBecause();
    return never == null ? crossings.name(segment.id()) + " is down." : never;
  }

  private String down(VrfId table) {
    Node node = network.node(table.node());
    Origin failed = node == null ? null : failed(node.dependsOn());
    if (node == null || failed == null) {
      return name(table) + " is down.";
    }
    return solution.failures().down().contains(node.element())
        ? called(node.element()) + " has failed."
        : node.name() + " is down, because " + called(failed) + " has failed.";
  }

  /** The first of these that has failed; null if none has. */
  private @Nullable Origin failed(Set<Origin> dependsOn) {
    return solution.failures().down().stream().filter(dependsOn::contains).findFirst().orElse(null);
  }

  private String called(Origin origin) {
    return Names.of(design, Id.of(origin.id()));
  }

  private String name(VrfId table) {
    return Names.of(network, table);
  }

  private String label(VrfId table) {
    Vrf vrf = tables.get(table);
    return vrf == null ? name(table) : vrf.label();
  }
}
