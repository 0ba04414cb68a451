package mcx.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.network.Policy.Learned;
import mcx.network.Segment;
import mcx.network.VrfId;
import mcx.routing.Trace.End;
import mcx.routing.Trace.Hop;
import org.jspecify.annotations.Nullable;

/** Follows packets from table to table by the longest matching prefix. */
final class Tracer {

  /** How many next hops may stand on each other, as on real routers. */
  private static final int MOST_RECURSION = 8;

  private final Solved solved;
  private final Plan plan;
  private final Conditions conditions;
  private boolean shared;

  Tracer(Solved solved) {
    this.solved = solved;
    this.conditions = solved.conditions();
    this.plan = conditions.plan();
  }

  Trace trace(VrfId from, IpAddress to) {
    return follow(from, to, null);
  }

  /** The way to an address that the table {@code end} has itself, whatever its routes say. */
  Trace toEnd(VrfId from, IpAddress to, VrfId end) {
    return follow(from, to, plan.find(end));
  }

  private Trace follow(VrfId from, IpAddress to, @Nullable Table owner) {
    List<Hop> hops = new ArrayList<>();
    Set<Table> seen = new LinkedHashSet<>();
    Table at = plan.table(from);
    shared = false;
    while (true) {
      if (!conditions.isUp(at)) {
        hops.add(new Hop(at.id(), null, null, null, null, List.of()));
        return new Trace(from, to, hops, End.DOWN, at.node.name() + " is down.", shared);
      }
      Candidate route = chosen(at, to);
      if (!seen.add(at)) {
        hops.add(hop(at, to, route, null, List.of()));
        return new Trace(from, to, hops, End.LOOP, circle(seen, at, to), shared);
      }
      if (at == owner) {
        hops.add(hop(at, to, route, null, List.of()));
        return new Trace(from, to, hops, End.DELIVERED, "", shared);
      }
      if (route == null || isEnd(route)) {
        hops.add(hop(at, to, route, null, List.of()));
        return end(from, to, hops, at, route);
      }
      List<Route> passedOver = new ArrayList<>();
      Candidate by = resolved(at, route);
      if (by == null) {
        hops.add(hop(at, to, route, null, List.of()));
        return new Trace(
            from,
            to,
            hops,
            End.NO_ROUTE,
            at.label() + " has no way to the next hop of its route to " + to + ".",
            shared);
      }
      String segment = segment(at, by);
      Table next = nextHop(by);
      while (!next.node.forwards()) {
        Candidate relayed = conditions.isUp(next) ? chosen(next, to) : null;
        if (!seen.add(next)) {
          hops.add(hop(at, to, route, segment, passedOver));
          return new Trace(from, to, hops, End.LOOP, circle(seen, next, to), shared);
        }
        if (relayed == null || isEnd(relayed)) {
          hops.add(hop(at, to, route, segment, passedOver));
          hops.add(hop(next, to, relayed, null, List.of()));
          return end(from, to, hops, next, relayed);
        }
        passedOver.add(solved.held(to).shown(next, relayed));
        if (segment == null) {
          segment = segment(next, relayed);
        }
        next = nextHop(relayed);
      }
      hops.add(hop(at, to, route, segment, passedOver));
      at = next;
    }
  }

  /** The first route in use, or the only one. */
  private @Nullable Candidate chosen(Table at, IpAddress to) {
    Holding held = solved.held(to);
    shared |= held.isShared(at);
    return held.forwarding(at);
  }

  /**
   * The route that leads to the next hop of a route: itself, or what leads to the far end of a
   * session between loopbacks; null where nothing does.
   */
  private @Nullable Candidate resolved(Table at, Candidate route) {
    Candidate by = route;
    for (int i = 0; i < MOST_RECURSION; i++) {
      if (!(by.edge instanceof SessionEdge s) || s.inner || s.session.segment() != null) {
        return by;
      }
      IpAddress far = s.sender.address();
      Candidate next = far == null ? null : solved.forwarding(at, far);
      if (next == null || next.nextHop == null) {
        return null;
      }
      by = next;
    }
    return null;
  }

  private static boolean isEnd(Candidate route) {
    return route.discard || route.learned == Learned.LOCAL || route.learned == Learned.CONNECTED;
  }

  private static Table nextHop(Candidate route) {
    Table next = route.nextHop;
    if (next == null) {
      throw new IllegalStateException("chosen without a next hop at " + route.table);
    }
    return next;
  }

  private Trace end(VrfId from, IpAddress to, List<Hop> hops, Table at, @Nullable Candidate route) {
    if (route == null) {
      return new Trace(
          from, to, hops, End.NO_ROUTE, at.label() + " has no route to " + to + ".", shared);
    }
    if (!route.discard) {
      return new Trace(from, to, hops, End.DELIVERED, "", shared);
    }
    String what = route.learned == Learned.AGGREGATE ? "the summary " : "the static route ";
    return new Trace(
        from,
        to,
        hops,
        End.DISCARDED,
        at.label()
            + " drops it by "
            + what
            + solved.matched(at, to)
            + ", having nothing more specific.",
        shared);
  }

  private String circle(Set<Table> seen, Table again, IpAddress to) {
    List<String> names = new ArrayList<>();
    for (Table t : seen) {
      if (t == again || !names.isEmpty()) {
        names.add(t.label());
      }
    }
    names.add(again.label());
    return "Packets for " + to + " go in a circle: " + String.join(", ", names) + ".";
  }

  private Hop hop(
      Table at,
      IpAddress to,
      @Nullable Candidate route,
      @Nullable String segment,
      List<Route> passedOver) {
    if (route == null) {
      return new Hop(at.id(), null, null, null, null, List.of());
    }
    Route shown = solved.held(to).shown(at, route);
    return new Hop(at.id(), shown.prefix(), shown, shown.via(), segment, passedOver);
  }

  /** The segment that leads out of a table by this route; null where there is none to cross. */
  private @Nullable String segment(Table at, Candidate route) {
    if (route.edge == null) {
      return route.segment;
    }
    return switch (route.edge) {
      case PropagationEdge p -> p.propagation.segment();
      case VpnEdge v -> null;
      case SessionEdge s -> {
        if (s.inner && route.exit != null) {
          Segment on = route.from == null ? null : s.exitSegment(route.from, conditions.plan());
          Igp.Way way = conditions.igp().way(at, route.exit, on);
          if (way != null) {
            yield way.segment() == null ? null : way.segment().id();
          }
        }
        yield s.session.segment();
      }
    };
  }
}
