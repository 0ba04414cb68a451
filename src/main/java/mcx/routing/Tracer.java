package mcx.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.network.Policy.Learned;
import mcx.network.Propagation;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Trace.End;
import mcx.routing.Trace.Hop;
import org.jspecify.annotations.Nullable;

/** Follows packets from table to table by the longest matching prefix. */
final class Tracer {

  private final Solved solved;
  private final Plan plan;
  private final Conditions conditions;

  Tracer(Solved solved, Conditions conditions) {
    this.solved = solved;
    this.conditions = conditions;
    this.plan = conditions.plan();
  }

  Trace trace(VrfId from, IpAddress to) {
    List<Hop> hops = new ArrayList<>();
    Set<Table> seen = new LinkedHashSet<>();
    Table at = plan.table(from);
    while (true) {
      if (!conditions.isUp(at)) {
        hops.add(new Hop(at.id(), null, null, null, null, List.of()));
        return new Trace(from, to, hops, End.DOWN, at.node.name() + " is down.");
      }
      Route route = solved.forwarding(at, to);
      if (!seen.add(at)) {
        hops.add(hop(at, route, null, List.of()));
        return new Trace(from, to, hops, End.LOOP, circle(seen, at, to));
      }
      if (route == null || route.discard() || route.learned() == Learned.LOCAL) {
        hops.add(hop(at, route, null, List.of()));
        return end(from, to, hops, at, route);
      }
      List<Route> passedOver = new ArrayList<>();
      String segment = segment(at, route);
      Table next = plan.table(nextHop(route));
      while (!next.node.forwards()) {
        Route relayed = conditions.isUp(next) ? solved.forwarding(next, to) : null;
        if (!seen.add(next)) {
          hops.add(hop(at, route, segment, passedOver));
          return new Trace(from, to, hops, End.LOOP, circle(seen, next, to));
        }
        if (relayed == null || relayed.discard() || relayed.learned() == Learned.LOCAL) {
          hops.add(hop(at, route, segment, passedOver));
          hops.add(hop(next, relayed, null, List.of()));
          return end(from, to, hops, next, relayed);
        }
        passedOver.add(relayed);
        if (segment == null) {
          segment = segment(next, relayed);
        }
        next = plan.table(nextHop(relayed));
      }
      hops.add(hop(at, route, segment, passedOver));
      at = next;
    }
  }

  private static VrfId nextHop(Route route) {
    VrfId next = route.nextHop();
    if (next == null) {
      throw new IllegalStateException("chosen without a next hop: " + route);
    }
    return next;
  }

  private Trace end(VrfId from, IpAddress to, List<Hop> hops, Table at, @Nullable Route route) {
    if (route == null) {
      return new Trace(from, to, hops, End.NO_ROUTE, at.label() + " has no route to " + to + ".");
    }
    if (route.learned() == Learned.LOCAL) {
      return new Trace(from, to, hops, End.DELIVERED, "");
    }
    String what = route.learned() == Learned.AGGREGATE ? "the summary " : "the static route ";
    return new Trace(
        from,
        to,
        hops,
        End.DISCARDED,
        at.label() + " drops it by " + what + route.prefix() + ", having nothing more specific.");
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
      Table at, @Nullable Route route, @Nullable String segment, List<Route> passedOver) {
    if (route == null) {
      return new Hop(at.id(), null, null, null, null, List.of());
    }
    return new Hop(at.id(), route.prefix(), route, route.via(), segment, passedOver);
  }

  /** The segment that leads out of a table by this route; null where there is none to cross. */
  private @Nullable String segment(Table at, Route route) {
    String via = route.via();
    if (via == null || route.nextHop() == null) {
      return null;
    }
    switch (route.learned()) {
      case STATIC:
        return via;
      case PROPAGATED:
        Propagation p = plan.propagation(via);
        return p == null ? null : p.segment();
      case INNER:
        if (route.exit() != null) {
          Igp.Way way = conditions.igp().way(at, plan.table(route.exit()));
          if (way != null) {
            return way.segment() == null ? null : way.segment().id();
          }
        }
        return sessionSegment(via);
      case EXTERNAL:
        return sessionSegment(via);
      default:
        return null;
    }
  }

  private @Nullable String sessionSegment(String id) {
    Session session = plan.session(id);
    return session == null ? null : session.segment();
  }
}
