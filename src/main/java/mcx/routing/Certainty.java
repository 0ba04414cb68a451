package mcx.routing;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import mcx.inet.Community;
import mcx.network.Policy.Learned;
import mcx.network.Vrf;

/**
 * Says of which classes of prefixes it is certain that they have one stable state only.
 *
 * <p>Two proofs. First, where no edge can make a route better than it was before (outer sessions
 * only, the same weight, local preference and distance for all routes, no path that gets shorter),
 * every choice rests on shorter paths only, so by induction over their length all choices are
 * forced, whatever is down. Second, of one given state: table by table, a choice is forced if what
 * it rests on is forced, and if whatever else could ever come in, at its very best, would lose (the
 * constructive proof of Griffin, Shepherd and Wilfong, with bounds in the place of paths).
 */
final class Certainty {

  private Certainty() {}

  /**
   * Whether some route may become better on the edge than it was, as far as the edge alone says.
   */
  static boolean isUncertain(Edge e) {
    return !(e instanceof SessionEdge s) || s.inner || s.importing.prefers || s.mayShorten;
  }

  /** Whether the class has one stable state only, whatever is down. */
  static boolean isMonotone(Plan plan, PrefixClass c) {
    if (c.summary || c.first().isDefault() || plan.policies().mayShut()) {
      return false;
    }
    for (Table t : c.holders) {
      if (!t.originates(c.first())) {
        return false;
      }
      if (!t.statics(c.first()).isEmpty() || !t.connected(c.first()).isEmpty()) {
        return false;
      }
    }
    if (!plan.usualOrder()) {
      return false;
    }
    boolean certain = true;
    for (Edge e : plan.uncertainEdges()) {
      boolean maySettle = e instanceof SessionEdge s && !s.inner && !s.mayShorten;
      if ((!maySettle || ((SessionEdge) e).importing.prefers(c)) && !e.neverCarries(c)) {
        certain = false;
        break;
      }
    }
    return certain || (plan.outerOnly() && isUniform(plan, c));
  }

  /**
   * Whether all routes to the class get the same weight, local preference and distance everywhere.
   * It is seen from the communities that its holders put on, where nobody changes them after.
   */
  private static boolean isUniform(Plan plan, PrefixClass c) {
    Set<Set<Community>> present = new HashSet<>();
    Set<SessionEdge> first = new HashSet<>();
    Draft draft = new Draft();
    for (Table t : c.holders) {
      for (Edge e : t.out) {
        SessionEdge s = (SessionEdge) e;
        first.add(s);
        Candidate own = Own.all(t, plan.calm(c)).getFirst();
        if (s.exports(own, plan.calm(c), draft)) {
          present.add(draft.attributes.communities);
        }
      }
    }
    for (int list : c.lists()) {
      if (recolors(plan, c, list, present, first)) {
        return false;
      }
    }
    if (recolors(plan, c, -1, present, first)) {
      return false;
    }
    Rules.Preferences all = new Rules.Preferences();
    for (Rules r : plan.policies().importing()) {
      for (Set<Community> with : present) {
        r.outcomes(c, with, all);
      }
    }
    return all.areUniform();
  }

  private static boolean recolors(
      Plan plan, PrefixClass c, int list, Set<Set<Community>> present, Set<SessionEdge> first) {
    for (SessionEdge s : plan.policies().recoloringExports(list)) {
      if (!first.contains(s) && s.exporting.mayRecolor(c, present)) {
        return true;
      }
    }
    for (Rules r : plan.policies().recoloringImports(list)) {
      if (r.mayRecolor(c, present)) {
        return true;
      }
    }
    return false;
  }

  /** The least that a table can be reached by: a bound from below on the length of any path. */
  private static int[] leastLengths(Plan plan, Case c) {
    int[] least = new int[plan.tables().size()];
    java.util.Arrays.fill(least, Integer.MAX_VALUE);
    java.util.PriorityQueue<int[]> open =
        new java.util.PriorityQueue<>(
            (a, b) -> a[1] != b[1] ? Integer.compare(a[1], b[1]) : Integer.compare(a[0], b[0]));
    for (Table t : c.cls.holders) {
      if (c.conditions.isUp(t) && !Own.all(t, c).isEmpty()) {
        open.add(new int[] {t.index, 0});
      }
    }
    if (c.cls.first().isDefault()) {
      BitSet by = c.defaults();
      for (int e = by.nextSetBit(0); e >= 0; e = by.nextSetBit(e + 1)) {
        Edge edge = plan.edges().get(e);
        if (c.conditions.isEdgeUp(edge)) {
          open.add(new int[] {edge.to.index, growth(edge)});
        }
      }
    }
    while (!open.isEmpty()) {
      int[] o = open.poll();
      if (least[o[0]] <= o[1]) {
        continue;
      }
      least[o[0]] = o[1];
      for (Edge e : plan.tables().get(o[0]).out) {
        if (c.conditions.isEdgeUp(e) && !e.neverCarries(c.cls)) {
          boolean shortens = e instanceof SessionEdge s && s.mayShorten;
          int length = shortens ? growth(e) : o[1] + growth(e);
          if (length < least[e.to.index]) {
            open.add(new int[] {e.to.index, length});
          }
        }
      }
    }
    return least;
  }

  private static int growth(Edge e) {
    return e instanceof SessionEdge s ? s.growth() : 0;
  }

  /** Whether a state is proven to be the only stable one under its conditions. */
  static boolean isUnique(Plan plan, Case c, ClassState state, Hydrated at) {
    return state.isSettled() && forced(plan, c, state, at).cardinality() == plan.tables().size();
  }

  /** The tables whose choice is proven to be the same in every stable state. */
  static BitSet forced(Plan plan, Case c, ClassState state, Hydrated at) {
    int[] least = leastLengths(plan, c);
    BitSet forced = new BitSet();
    int open = 0;
    for (Table t : plan.tables()) {
      if (least[t.index] == Integer.MAX_VALUE) {
        forced.set(t.index);
      } else {
        open++;
      }
    }
    boolean progress = true;
    while (open > 0 && progress) {
      progress = false;
      for (Table t : plan.tables()) {
        if (!forced.get(t.index) && isForced(t, c, state, at, forced, least)) {
          forced.set(t.index);
          open--;
          progress = true;
        }
      }
    }
    return forced;
  }

  private static boolean isForced(
      Table t, Case c, ClassState state, Hydrated at, BitSet forced, int[] least) {
    if (!t.vrf.selection().equals(Vrf.BGP_DECISION) && !isAllForced(t, c, forced)) {
      return false;
    }
    Candidate best = at.best(t);
    if (best != null && best.edge != null && !forced.get(best.edge.from.index)) {
      return false;
    }
    for (Edge e : t.in) {
      if (!c.conditions.isEdgeUp(e)
          || forced.get(e.from.index)
          || e.neverCarries(c.cls)
          || least[e.from.index] == Integer.MAX_VALUE) {
        continue;
      }
      if (best == null || !loses(e, c, best, least[e.from.index])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllForced(Table t, Case c, BitSet forced) {
    for (Edge e : t.in) {
      if (c.conditions.isEdgeUp(e) && !e.neverCarries(c.cls) && !forced.get(e.from.index)) {
        return false;
      }
    }
    return true;
  }

  /** Whether whatever comes by an edge is worse than the route in use, before MED counts. */
  private static boolean loses(Edge e, Case c, Candidate best, int least) {
    if (best.learned == Learned.LOCAL) {
      return true;
    }
    return switch (e) {
      case SessionEdge s -> loses(s, c, best, least);
      case PropagationEdge p -> !p.rules.setsDistance && p.propagation.distance() > best.distance;
      // It brings whatever preference the route has at the other edge.
      case VpnEdge v -> false;
    };
  }

  private static boolean loses(SessionEdge s, Case c, Candidate best, int least) {
    Rules.Bound bound = s.bound(c.cls);
    if (c.sendsDefault(s) || bound.setsDistance) {
      return false;
    }
    if (!bound.passes) {
      return true;
    }
    if (!best.isBgp() && best.distance != SessionEdge.EXTERNAL_DISTANCE) {
      return best.distance < SessionEdge.EXTERNAL_DISTANCE;
    }
    if (bound.weight != best.attributes.weight) {
      return bound.weight < best.attributes.weight;
    }
    if (bound.localPreference != best.attributes.localPreference) {
      return bound.localPreference < best.attributes.localPreference;
    }
    int length = s.mayShorten ? s.growth() : least + s.growth();
    return length > best.path.length;
  }
}
