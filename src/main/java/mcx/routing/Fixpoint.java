package mcx.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.Vrf;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;

/**
 * The routes of all tables under given conditions. Prefix by prefix, those that are treated alike
 * together, and summaries after what they may stand on, tables choose and tell their neighbours
 * until none changes its mind. Tables act one after the other in an order that follows from the
 * network alone, so where several stable states exist it is always the same one that is found;
 * where there is none, a bound ends the search.
 */
final class Fixpoint {

  /**
   * What a summary weighs, as on real routers: it wins over the same prefix learned from others.
   */
  private static final int AGGREGATE_WEIGHT = 32768;

  /**
   * How many turns a table gets on average before it is taken that the search will never end.
   * Without quarrelling policies a few are enough.
   */
  private static final long MOST_TURNS = 100;

  private final Plan plan;
  private final Conditions conditions;
  private final Selection selection;
  private final List<PrefixState> done = new ArrayList<>();

  Fixpoint(Conditions conditions, Selection selection) {
    this.plan = conditions.plan();
    this.conditions = conditions;
    this.selection = selection;
  }

  /** The tables that have to choose anew, first come first served: so news travel breadth-first. */
  private static final class Due {
    private final Deque<Table> queue = new ArrayDeque<>();
    private final BitSet waiting = new BitSet();

    void add(Table t) {
      if (!waiting.get(t.index)) {
        waiting.set(t.index);
        queue.add(t);
      }
    }

    @Nullable Table next() {
      Table t = queue.poll();
      if (t != null) {
        waiting.clear(t.index);
      }
      return t;
    }
  }

  /** The states of all prefixes. */
  List<PrefixState> solve() {
    for (PrefixClass c : plan.classes()) {
      for (List<Prefix> alike : conditions.alike(c.members())) {
        done.add(settle(alike));
      }
    }
    return done;
  }

  private PrefixState settle(List<Prefix> alike) {
    PrefixState state = new PrefixState(alike, plan);
    Prefix prefix = state.prefix;
    Due due = new Due();
    for (Table t : plan.holders(prefix)) {
      if (conditions.isUp(t)) {
        List<Route> own = own(t, prefix);
        if (!own.isEmpty()) {
          state.hold(t, own);
          due.add(t);
        }
      }
    }
    if (prefix.isDefault()) {
      for (Edge e : plan.edges()) {
        // Default routes sent by hand start here; all others once their sender has chosen.
        if (e instanceof SessionEdge s && s.sender.defaultOriginate()) {
          tell(state, s, due);
        }
      }
    }
    long turns = MOST_TURNS * plan.tables().size();
    for (Table t = due.next(); t != null; t = due.next()) {
      if (turns-- == 0) {
        state.unsettled();
        break;
      }
      Choice choice = selection.choose(state.candidates(t), t.vrf);
      if (!choice.same(state.choice(t))) {
        state.choose(t, choice);
        for (Edge e : t.out) {
          tell(state, e, due);
        }
      }
    }
    return state;
  }

  /** Hands the sender's route over, and has the receiver choose anew if that changed anything. */
  private void tell(PrefixState state, Edge e, Due due) {
    if (!conditions.isEdgeUp(e)) {
      return;
    }
    Route offered = e.offered(state.prefix, state.choice(e.from));
    Route before = state.received(e);
    if (offered == null) {
      state.receive(e, null);
      if (before != null) {
        due.add(e.to);
      }
    } else if (before == null || before.from() != offered) {
      Handover h = e.hand(offered, conditions);
      state.receive(e, h);
      if (before != null || h.route() != null) {
        due.add(e.to);
      }
    }
  }

  private List<Route> own(Table t, Prefix prefix) {
    List<Route> own = new ArrayList<>();
    if (t.originates(prefix)) {
      own.add(Route.own(prefix, t.id(), Learned.LOCAL, OriginCode.IGP));
    }
    for (Vrf.StaticRoute s : t.vrf.statics()) {
      if (s.prefix().equals(prefix) && conditions.isReachable(s.segment(), s.nextHop())) {
        own.add(
            new Route(
                prefix,
                t.id(),
                Learned.STATIC,
                s.segment(),
                null,
                s.nextHop(),
                s.nextHop() == null,
                AsPath.EMPTY,
                Route.DEFAULT_LOCAL_PREFERENCE,
                0,
                0,
                s.distance(),
                0,
                Set.of(),
                OriginCode.INCOMPLETE,
                null,
                null));
      }
    }
    for (Vrf.Aggregate a : t.vrf.aggregates()) {
      if (a.prefix().equals(prefix) && stands(t, prefix)) {
        own.add(
            new Route(
                prefix,
                t.id(),
                Learned.AGGREGATE,
                null,
                null,
                null,
                true,
                AsPath.EMPTY,
                Route.DEFAULT_LOCAL_PREFERENCE,
                0,
                AGGREGATE_WEIGHT,
                SessionEdge.INNER_DISTANCE,
                0,
                Set.of(),
                OriginCode.IGP,
                null,
                null));
        break;
      }
    }
    return own;
  }

  /** Whether a more specific route, no summary itself, holds this summary up. */
  private boolean stands(Table t, Prefix summary) {
    for (PrefixState s : done) {
      Route r = s.choice(t).advertised();
      if (r != null && r.learned() != Learned.AGGREGATE) {
        for (Prefix p : s.members) {
          if (p.length() > summary.length() && summary.contains(p)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether BGP may tell others of the route. */
  static boolean isOfferedToBgp(Route route, Vrf vrf) {
    if (route.learned() != Learned.STATIC) {
      return true;
    }
    for (Vrf.StaticRoute s : vrf.statics()) {
      if (s.redistribute()
          && s.prefix().equals(route.prefix())
          && Objects.equals(s.nextHop(), route.nextHop())
          && Objects.equals(s.segment(), route.via())
          && s.distance() == route.distance()) {
        return true;
      }
    }
    return false;
  }
}
