package mcx.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import mcx.inet.IpAddress;
import mcx.network.Policy.Learned;
import mcx.network.Segment;
import mcx.routing.Forwarding.Branch;
import mcx.routing.Forwarding.Exit;
import mcx.routing.Forwarding.Relay;
import mcx.routing.Trace.End;
import org.jspecify.annotations.Nullable;

/** Works out what tables do with packets for one address, by the longest matching prefix. */
final class Forwarder {

  /** How many next hops may stand on each other, as on real routers. */
  private static final int MOST_RECURSION = 8;

  private final Solved solved;
  private final Conditions conditions;
  private final Holding held;
  private final IpAddress to;

  Forwarder(Solved solved, Holding held, IpAddress to) {
    this.solved = solved;
    this.conditions = solved.conditions();
    this.held = held;
    this.to = to;
  }

  /** What a table does with the packets. */
  Forwarding at(Table at) {
    if (!conditions.isUp(at)) {
      return Forwarding.end(nowhere(at), End.DOWN, at.node.name() + " is down.");
    }
    Candidate[] routes = held.inUse(at);
    if (routes.length == 0) {
      return Forwarding.end(nowhere(at), End.NO_ROUTE, at.label() + " has no route to " + to + ".");
    }
    if (isEnd(routes[0])) {
      Exit exit = exit(at, routes[0], null, List.of());
      return routes[0].discard
          ? Forwarding.end(exit, End.DISCARDED, dropped(at, routes[0]))
          : Forwarding.end(exit, End.DELIVERED, "");
    }
    List<Branch> branches = new ArrayList<>();
    for (Candidate route : routes) {
      Candidate by = isEnd(route) ? null : resolved(at, route);
      double share = 1.0 / routes.length;
      if (by == null) {
        branches.add(
            new Branch(exit(at, route, null, List.of()), null, share, End.NO_ROUTE, noWay(at)));
        continue;
      }
      Way way = new Way(at, route);
      way.on(nextHop(by), segment(at, by), List.of(), share, branches);
    }
    return new Forwarding(weighted(branches, at.vrf.sharing().weights()));
  }

  /** The branches with shares by weight, where all lead over segments that have one. */
  private static List<Branch> weighted(List<Branch> even, SortedMap<String, Integer> weights) {
    if (even.size() < 2 || weights.isEmpty()) {
      return even;
    }
    double sum = 0;
    List<Integer> known = new ArrayList<>();
    for (Branch b : even) {
      String segment = b.exit().leg().segment();
      Integer weight = segment == null ? null : weights.get(segment);
      if (weight == null) {
        return even;
      }
      known.add(weight);
      sum += weight;
    }
    List<Branch> all = new ArrayList<>();
    for (int i = 0; i < even.size(); i++) {
      Branch b = even.get(i);
      all.add(new Branch(b.exit(), b.next(), known.get(i) / sum, b.end(), b.reason()));
    }
    return all;
  }

  /** One route of a table, followed over the tables that only exchange routes. */
  private final class Way {
    private final Table at;
    private final Candidate route;
    private @Nullable Set<Table> seen;

    Way(Table at, Candidate route) {
      this.at = at;
      this.route = route;
    }

    /** The tables on the way so far. */
    private Set<Table> seen() {
      Set<Table> known = seen;
      if (known == null) {
        known = new LinkedHashSet<>(List.of(at));
        seen = known;
      }
      return known;
    }

    void on(
        Table next,
        @Nullable String segment,
        List<Relay> passedOver,
        double share,
        List<Branch> branches) {
      if (next.node.forwards()) {
        branches.add(
            new Branch(exit(at, route, segment, passedOver), next, share, End.DELIVERED, ""));
        return;
      }
      if (!seen().add(next)) {
        branches.add(
            new Branch(
                exit(at, route, segment, passedOver),
                null,
                share,
                End.LOOP,
                circle(seen(), next, to)));
        return;
      }
      Candidate[] relayed = conditions.isUp(next) ? held.inUse(next) : new Candidate[0];
      if (relayed.length == 0 || isEnd(relayed[0])) {
        branches.add(
            new Branch(exit(at, route, segment, passedOver), next, share, End.DELIVERED, ""));
      } else {
        for (Candidate r : relayed) {
          List<Relay> over = new ArrayList<>(passedOver);
          over.add(new Relay(next, r));
          String crossed = segment == null ? segment(next, r) : segment;
          on(nextHop(r), crossed, over, share / relayed.length, branches);
        }
      }
      seen().remove(next);
    }
  }

  /** Says how packets come back to a table that they passed. */
  static String circle(Set<Table> seen, Table again, IpAddress to) {
    List<String> names = new ArrayList<>();
    for (Table t : seen) {
      if (t == again || !names.isEmpty()) {
        names.add(t.label());
      }
    }
    names.add(again.label());
    return "Packets for " + to + " go in a circle: " + String.join(", ", names) + ".";
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

  private String noWay(Table at) {
    return at.label() + " has no way to the next hop of its route to " + to + ".";
  }

  private String dropped(Table at, Candidate route) {
    return at.label()
        + " drops it by "
        + (route.learned == Learned.AGGREGATE ? "the summary " : "the static route ")
        + held.matched(at)
        + ", having nothing more specific.";
  }

  private Exit nowhere(Table at) {
    return new Exit(held, at, null, null, List.of());
  }

  private Exit exit(Table at, Candidate route, @Nullable String segment, List<Relay> passedOver) {
    return new Exit(held, at, route, segment, passedOver);
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
