package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * prepared once, and the state without failures is kept: what a failure does not touch is taken
 * over from it, and the rest repaired or, where several stable states are not ruled out, found by
 * following how that state was found. The result is always that of {@link #fresh}. Safe for use by
 * several threads.
 */
public final class Solver {

  /** How often limits and tunnels may act before it is taken that they will never come to rest. */
  private static final int MOST_ROUNDS = 200;

  /** The least number of turns of tables that is worth a second thread. */
  private static final long WORTH_SHARING = 5_000;

  /** The same where most of what is known holds. */
  private static final long CHANGES_WORTH_SHARING = 1_200_000;

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

  /** The state without failures, if it is known by now; null if not. */
  @Nullable Solved withoutFailures() {
    return base;
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

  private States states(Conditions now, @Nullable Solved from, @Nullable Takeover takeover) {
    Start start = new Start(now, from, takeover);
    return from != null && !plan.hasFeedback()
        ? new States(plan.classes().size(), (number, sofar) -> make(number, sofar, start))
        : all(now, from, start);
  }

  private ClassState[] make(int number, Solved sofar, Start start) {
    Engine engine = take();
    try {
      return start.groups(number, engine, sofar);
    } finally {
      idle.add(engine);
    }
  }

  private States all(Conditions now, @Nullable Solved from, Start start) {
    int n = plan.classes().size();
    States states = new States(n, null);
    // What depends on other classes is looked up among those before it.
    Solved sofar = new Solved(now, states, true, this);
    int plain = n - plan.prefixes().dependentClasses();
    long work = (long) plain * plan.tables().size();
    boolean sharing =
        !start.isTheSame() && work >= (from == null ? WORTH_SHARING : CHANGES_WORTH_SHARING);
    int chunks = sharing ? Math.min(plain, 64) : 1;
    IntStream shares = IntStream.range(0, chunks);
    (sharing ? shares.parallel() : shares)
        .forEach(
            k -> {
              Engine engine = take();
              int end = (int) ((long) plain * (k + 1) / chunks);
              for (int i = (int) ((long) plain * k / chunks); i < end; i++) {
                states.put(i, start.groups(i, engine, sofar));
              }
              idle.add(engine);
            });
    Engine engine = take();
    for (int i = plain; i < n; i++) {
      states.put(i, start.groups(i, engine, sofar));
    }
    idle.add(engine);
    return states;
  }

  private Engine take() {
    Engine engine = idle.poll();
    return engine == null ? new Engine(plan) : engine;
  }

  /** What a round starts from: empty tables, a state of this network, or one of another. */
  private final class Start {
    private final Conditions now;
    private final @Nullable Solved from;
    private final @Nullable Difference change;
    private final @Nullable Takeover takeover;
    private final @Nullable Histories histories;
    private final @Nullable Difference sinceHistories;

    Start(Conditions now, @Nullable Solved from, @Nullable Takeover takeover) {
      this.now = now;
      this.from = from;
      this.takeover = takeover;
      change = from == null ? null : new Difference(now, from.conditions());
      histories = from == null ? null : known();
      sinceHistories =
          histories == null
              ? null
              : from != null && from.conditions() == histories.conditions()
                  ? change
                  : new Difference(now, histories.conditions());
    }

    private @Nullable Histories known() {
      Solved found = base;
      return found == null ? null : found.histories();
    }

    boolean isTheSame() {
      return change != null && change.isNothing();
    }

    Solved from() {
      return Objects.requireNonNull(from);
    }

    /**
     * The states of a class: of all its prefixes, or of groups of which limits drop some.
     *
     * @param sofar knows the classes before it
     */
    ClassState[] groups(int i, Engine engine, Solved sofar) {
      PrefixClass c = plan.classes().get(i);
      boolean depends = c.summary || c.first().isDefault();
      if (isTheSame() && !depends) {
        return from().groups(i);
      }
      BitSet defaults = c.first().isDefault() ? sofar.defaults(c) : NONE;
      Map<Integer, Route.OriginCode> standing = c.summary ? sofar.standing(c) : Map.of();
      Limits limits = now.limits();
      if (limits.dropNothing()) {
        Case about = new Case(c, c.members, now, NONE, defaults, standing);
        about.uniform = plan.isMonotone(i);
        return new ClassState[] {whole(i, about, engine)};
      }
      List<ClassState> groups = new ArrayList<>(1);
      for (List<Prefix> alike : limits.alike(c.members)) {
        Case about =
            new Case(c, alike, now, limits.droppedAt(alike.getFirst()), defaults, standing);
        about.uniform = plan.isMonotone(i);
        groups.add(engine.solve(about));
      }
      return groups.toArray(new ClassState[0]);
    }

    private ClassState whole(int i, Case about, Engine engine) {
      if (about.uniform && change != null) {
        ClassState[] groups = from().groups(i);
        if (groups.length == 1 && groups[0].dropped.isEmpty()) {
          return repaired(about, groups[0], change, engine);
        }
      }
      if (!about.uniform && histories != null && sinceHistories != null) {
        return engine.solve(about, i, histories, sinceHistories);
      }
      ClassState taken = takeover == null ? null : taken(about, takeover, engine);
      return taken != null ? taken : engine.solve(about);
    }

    private ClassState repaired(Case about, ClassState before, Difference since, Engine engine) {
      return since.touches(before)
          ? engine.repair(about, from().about(before), before, since.removed, since.added)
          : before;
    }

    private @Nullable ClassState taken(Case about, Takeover other, Engine engine) {
      ClassState before = other.state(about.cls);
      if (before == null || other.isOutOfReach(about.cls)) {
        return before;
      }
      return about.uniform
          ? engine.repair(about, about, before, other.removed(), other.added())
          : null;
    }
  }
}
