package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * Solves one network, under as many failures as wanted. What does not depend on the failures is
 * prepared once, and the state without failures is kept: from it, what a failure does not touch is
 * taken over, and the rest repaired or, where several stable states are not ruled out, computed
 * anew. The result is always that of {@link #fresh}. Safe for use by several threads.
 */
public final class Solver {

  /** How often limits and tunnels may act before it is taken that they will never come to rest. */
  private static final int MOST_ROUNDS = 200;

  /** The least number of turns of tables that is worth a second thread. */
  private static final long WORTH_SHARING = 60_000;

  private static final BitSet NONE = new BitSet();

  private final Plan plan;
  private final Queue<Engine> idle = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Solved base;

  /** What is known of the network before an edit, until the state of this one is. */
  private volatile @Nullable Solved known;

  public Solver(Network network) {
    this(network, null);
  }

  /**
   * Solves a network that is mostly like another one, as after an edit: classes of prefixes that
   * nothing new or changed can reach, or that have one stable state only, are taken over or
   * repaired.
   *
   * @param before a solver of the other network, of which only what it knows already is used; null
   *     for none
   */
  public Solver(Network network, @Nullable Solver before) {
    plan = new Plan(network);
    known = before == null ? null : before.base;
  }

  /** The network that this solves. */
  public Network network() {
    return plan.network();
  }

  /** The converged state under these failures, from what is known of the state without any. */
  public Solution solve(Failures failures) {
    Solved from = base();
    return failures.down().isEmpty() ? from : solve(failures, from, null);
  }

  /**
   * The converged state under these failures, from a state that is near to it, such as the one with
   * one failure less; the result is the same.
   *
   * @param near a solution of this solver; another one is of no use, and does no harm
   */
  public Solution solve(Failures failures, Solution near) {
    return near instanceof Solved from && from.plan() == plan
        ? solve(failures, from, null)
        : solve(failures);
  }

  /** The converged state under these failures, from nothing. */
  public Solution fresh(Failures failures) {
    return solve(failures, null, null);
  }

  private Solved base() {
    Solved found = base;
    if (found == null) {
      Solved before = known;
      found = solve(Failures.NONE, null, before);
      base = found;
      known = null;
    }
    return found;
  }

  /**
   * @param start a state of the same network; null for none
   * @param other a state of another network; null for none
   */
  private Solved solve(Failures failures, @Nullable Solved start, @Nullable Solved other) {
    Limits limits = Limits.none();
    Underlays underlays = Underlays.start(plan);
    List<Limits> limitsSoFar = new ArrayList<>();
    List<Underlays> underlaysSoFar = new ArrayList<>();
    Map<Object, Integer> seen = new HashMap<>();
    Solved from = start;
    for (int round = 0; ; round++) {
      Conditions conditions =
          new Conditions(
              plan, failures, limits, underlays, from == null ? null : from.conditions());
      Takeover takeover = from == null && other != null ? new Takeover(conditions, other) : null;
      Solved now = new Solved(conditions, states(conditions, from, takeover), true, this);
      Underlays nextUnderlays = underlays.after(now);
      Limits nextLimits = nextUnderlays.actsLike(underlays) ? limits.after(now) : limits;
      if (nextLimits == limits && nextUnderlays == underlays) {
        return now;
      }
      boolean stable = nextLimits.actsLike(limits) && nextUnderlays.actsLike(underlays);
      if (stable || round == MOST_ROUNDS) {
        Conditions last = new Conditions(plan, failures, nextLimits, nextUnderlays, conditions);
        return new Solved(last, now.byClass(), stable, this);
      }
      limitsSoFar.add(nextLimits);
      underlaysSoFar.add(nextUnderlays);
      Integer before = seen.putIfAbsent(List.of(nextLimits.state(), nextUnderlays.state()), round);
      if (before != null) {
        List<Limits> cycle = limitsSoFar.subList(before, round + 1);
        Set<String> tripping = Limits.toggling(cycle);
        Set<String> flapping = Underlays.toggling(underlaysSoFar.subList(before, round + 1));
        if (tripping.isEmpty() && flapping.isEmpty()) {
          // Only what is dropped goes to and fro.
          return new Solved(conditions, now.byClass(), false, this);
        }
        nextLimits = nextLimits.frozen(tripping, cycle);
        nextUnderlays = nextUnderlays.frozen(flapping, underlaysSoFar.subList(before, round + 1));
        seen.clear();
        limitsSoFar.clear();
        underlaysSoFar.clear();
        // Places in the lists count from here.
        round = -1;
      }
      limits = nextLimits;
      underlays = nextUnderlays;
      from = now;
    }
  }

  // ---- one round: all classes under fixed conditions

  private ClassState[][] states(
      Conditions now, @Nullable Solved from, @Nullable Takeover takeover) {
    int n = plan.classes().size();
    ClassState[][] states = new ClassState[n][];
    int plain = n - plan.dependentClasses();
    Change change = from == null ? null : new Change(now, from);
    if (change != null && change.isNothing()) {
      System.arraycopy(change.from.byClass(), 0, states, 0, plain);
    } else {
      long work = (long) plain * plan.tables().size();
      boolean sharing = work >= WORTH_SHARING && (change == null || work >= 20 * WORTH_SHARING);
      int chunks = sharing ? Math.min(plain, 64) : 1;
      IntStream all = IntStream.range(0, chunks);
      (sharing ? all.parallel() : all)
          .forEach(
              k -> {
                Engine solver = take();
                int end = (int) ((long) plain * (k + 1) / chunks);
                for (int i = (int) ((long) plain * k / chunks); i < end; i++) {
                  states[i] = groups(i, now, change, takeover, solver, NONE, Map.of());
                }
                idle.add(solver);
              });
    }
    if (plain < n) {
      Engine solver = take();
      // What these stand on is looked up among those before them.
      Solved sofar = new Solved(now, states, true, this);
      for (int i = plain; i < n; i++) {
        PrefixClass c = plan.classes().get(i);
        states[i] =
            groups(
                i,
                now,
                null,
                null,
                solver,
                c.first().isDefault() ? sofar.defaults(c) : NONE,
                c.summary ? sofar.standing(c) : Map.of());
      }
      idle.add(solver);
    }
    return states;
  }

  private Engine take() {
    Engine solver = idle.poll();
    return solver == null ? new Engine(plan) : solver;
  }

  private ClassState[] groups(
      int i,
      Conditions now,
      @Nullable Change change,
      @Nullable Takeover takeover,
      Engine solver,
      BitSet defaults,
      Map<Integer, Route.OriginCode> standing) {
    PrefixClass c = plan.classes().get(i);
    Limits limits = now.limits();
    if (change != null && limits.areNone() && change.from.byClass()[i].length == 1) {
      ClassState before = change.from.byClass()[i][0];
      if (before.dropped.isEmpty()) {
        return new ClassState[] {reuse(i, c, before, change, solver)};
      }
    }
    if (takeover != null && limits.areNone()) {
      ClassState taken = taken(i, c, takeover, now, solver);
      if (taken != null) {
        return new ClassState[] {taken};
      }
    }
    List<ClassState> groups = new ArrayList<>(1);
    for (List<Prefix> alike : limits.alike(c.members)) {
      Case about = new Case(c, alike, now, limits.droppedAt(alike.getFirst()), defaults, standing);
      about.uniform = plan.isMonotone(i);
      groups.add(solver.solve(about));
    }
    return groups.toArray(new ClassState[0]);
  }

  private ClassState reuse(int i, PrefixClass c, ClassState before, Change change, Engine solver) {
    Case about = new Case(c, c.members, change.now, NONE, NONE, Map.of());
    if (plan.isMonotone(i)) {
      about.uniform = true;
      return change.touches(before)
          ? solver.repair(about, change.from.about(before), before, change.removed, change.added)
          : before;
    }
    return change.mayTouch(before) ? solver.solve(about) : before;
  }

  private @Nullable ClassState taken(
      int i, PrefixClass c, Takeover takeover, Conditions now, Engine solver) {
    ClassState before = takeover.state(c);
    if (before == null || takeover.isOutOfReach(c)) {
      return before;
    }
    if (!plan.isMonotone(i)) {
      return null;
    }
    Case about = new Case(c, c.members, now, NONE, NONE, Map.of());
    about.uniform = true;
    return solver.repair(about, about, before, takeover.removed(), takeover.added());
  }

  /** What differs between the conditions of a solution and others. */
  private final class Change {
    private final Conditions now;
    private final Solved from;

    /** Edges that are gone, or say something else now. */
    private final BitSet removed;

    /** Edges that are new, or say something else now. */
    private final BitSet added;

    private final boolean reaches;
    private final int[] removedEdges;

    Change(Conditions now, Solved from) {
      this.now = now;
      this.from = from;
      BitSet downNow = now.edgesDown();
      BitSet downBefore = from.conditions().edgesDown();
      removed = (BitSet) downNow.clone();
      removed.andNot(downBefore);
      added = (BitSet) downBefore.clone();
      added.andNot(downNow);
      BitSet changed = now.changedSince(from.conditions());
      removed.or(changed);
      added.or(changed);
      reaches = sameReach(now, from.conditions());
      removedEdges = removed.stream().toArray();
    }

    private static boolean sameReach(Conditions a, Conditions b) {
      return a.failures().equals(b.failures())
          && a.limits().actsLike(b.limits())
          && a.underlays().actsLike(b.underlays());
    }

    boolean isNothing() {
      return reaches && removed.isEmpty() && added.isEmpty();
    }

    /** Whether a class that has one stable state only may come to another one. */
    boolean touches(ClassState s) {
      for (int i : removedEdges) {
        Edge e = plan.edges().get(i);
        if (s.uses(e) || (!e.to.pairwise && s.has(e.from))) {
          return true;
        }
      }
      if (!added.isEmpty() && anyFrom(added, s)) {
        return true;
      }
      return ownChanges(s);
    }

    private boolean anyFrom(BitSet edges, ClassState s) {
      for (int i = edges.nextSetBit(0); i >= 0; i = edges.nextSetBit(i + 1)) {
        if (s.has(plan.edges().get(i).from)) {
          return true;
        }
      }
      return false;
    }

    /** Whether a class may come to another state, if there are several or not. */
    boolean mayTouch(ClassState s) {
      if (!added.isEmpty() || anyFrom(removed, s) || ownChanges(s)) {
        return true;
      }
      return !removed.isEmpty()
          && !s.isUnique(() -> Certainty.isUnique(plan, from.about(s), s, from.hydrated(s)));
    }

    private boolean ownChanges(ClassState s) {
      for (Table t : s.cls.holders) {
        if (now.isUp(t) != from.conditions().isUp(t)) {
          return true;
        }
        if ((!t.statics(s.cls.first()).isEmpty() || !t.connected(s.cls.first()).isEmpty())
            && !reaches) {
          return true;
        }
      }
      return false;
    }
  }
}
