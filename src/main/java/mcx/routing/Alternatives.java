package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Looks for further stable states of classes that are not proven to have one only: first all of
 * them, where the tables that are open leave few combinations; else those that the tables come to
 * after {@linkplain Interruptions interruptions}, and when they act in other orders.
 */
final class Alternatives {

  /** How many combinations of choices are tried in full. */
  private static final int MOST_COMBINATIONS = 4096;

  /** How many other orders are tried where there are more, and one stable state is known. */
  private static final int ORDERS = 4;

  /** How many are tried where none is. */
  private static final int MOST_ORDERS = 24;

  /** How many interruptions are tried there. */
  private static final int MOST_INTERRUPTIONS = 200;

  /** How many states are listed at most. */
  private static final int MOST_STATES = 8;

  private final Solved solved;
  private final Plan plan;
  private final BooleanSupplier cancelled;

  /**
   * @param cancelled asked between the states that are tried
   */
  Alternatives(Solved solved, BooleanSupplier cancelled) {
    this.solved = solved;
    this.plan = solved.plan();
    this.cancelled = cancelled;
  }

  /** Null where it was cancelled. */
  @Nullable List<Instability> find() {
    List<Instability> found = new ArrayList<>();
    ClassSolver solver = null;
    for (ClassState s : solved.states()) {
      if (cancelled.getAsBoolean()) {
        return null;
      }
      if (plan.isMonotone(plan.prefixes().classOf(s.cls.first()))
          || s.isUnique(() -> Certainty.isUnique(plan, solved.about(s), s, solved.hydrated(s)))) {
        continue;
      }
      if (solver == null) {
        solver = new ClassSolver(plan);
      }
      Instability one = of(s, solver);
      if (one != null) {
        found.add(one);
      }
    }
    return cancelled.getAsBoolean() ? null : found;
  }

  private @Nullable Instability of(ClassState s, ClassSolver solver) {
    Case about = solved.about(s);
    List<ClassState> states = new ArrayList<>();
    if (s.isSettled()) {
      states.add(s);
    }
    BitSet forced = Certainty.forced(plan, about, s, solved.hydrated(s));
    boolean complete = s.isSettled() && all(s, about, forced, states);
    if (!complete) {
      new Interruptions(plan, solver, cancelled)
          .find(about, forced, states, MOST_STATES, MOST_INTERRUPTIONS);
      // A fixed start, so that two runs say the same.
      SplittableRandom chance = new SplittableRandom(1);
      int orders = states.isEmpty() ? MOST_ORDERS : ORDERS;
      for (int i = 0; i < orders && states.size() < MOST_STATES && !cancelled.getAsBoolean(); i++) {
        ClassState other = solver.solve(about, chance);
        if (other.isSettled() && states.stream().noneMatch(o -> o.choosesLike(other))) {
          states.add(other);
        }
      }
    }
    if (states.size() == 1 && s.isSettled()) {
      return null;
    }
    SortedSet<VrfId> tables = new TreeSet<>();
    if (states.isEmpty()) {
      s.restless.stream().forEach(i -> tables.add(plan.tables().get(i).id()));
    }
    for (Table t : plan.tables()) {
      for (ClassState o : states) {
        if (o.codes[t.index] != states.getFirst().codes[t.index]) {
          tables.add(t.id());
        }
      }
    }
    return new Instability(
        s.members, tables, states.stream().map(o -> words(o, tables)).toList(), complete);
  }

  private SortedMap<VrfId, String> words(ClassState s, SortedSet<VrfId> tables) {
    SortedMap<VrfId, String> words = new TreeMap<>();
    for (VrfId id : tables) {
      int code = s.codes[plan.table(id).index];
      words.put(
          id,
          code == Candidate.NONE
              ? "-"
              : code <= Candidate.FIRST_OWN ? id.toString() : plan.edges().get(code).id);
    }
    return words;
  }

  /**
   * Tries every combination of choices of the tables that are open.
   *
   * @param states gets those that are stable and not in it yet
   * @return whether all were tried
   */
  private boolean all(ClassState s, Case about, BitSet forced, List<ClassState> states) {
    List<Table> open = new ArrayList<>();
    List<int[]> choices = new ArrayList<>();
    long combinations = 1;
    for (Table t : plan.tables()) {
      if (!forced.get(t.index) && about.conditions.isUp(t)) {
        if (t.vrf.multipath() || s.told.containsKey(t.index)) {
          return false;
        }
        int[] of = choices(t, about);
        open.add(t);
        choices.add(of);
        combinations *= of.length;
        if (combinations > MOST_COMBINATIONS) {
          return false;
        }
      }
    }
    int[] at = new int[open.size()];
    for (long n = 0; n < combinations && !cancelled.getAsBoolean(); n++) {
      int[] codes = s.codes.clone();
      for (int k = 0; k < at.length; k++) {
        codes[open.get(k).index] = choices.get(k)[at[k]];
      }
      if (!Arrays.equals(codes, s.codes)) {
        ClassState tried = state(s, codes);
        if (isGrounded(codes, s.defaults, open) && isStable(about, tried, open)) {
          if (states.size() == MOST_STATES) {
            return false;
          }
          states.add(tried);
        }
      }
      for (int k = 0; k < at.length; k++) {
        if (++at[k] < choices.get(k).length) {
          break;
        }
        at[k] = 0;
      }
    }
    return true;
  }

  private static int[] choices(Table t, Case about) {
    List<Integer> codes = new ArrayList<>();
    codes.add(Candidate.NONE);
    Own.standing(t, about).forEach(o -> codes.add(o.code));
    for (Edge e : t.in) {
      if (about.conditions.isEdgeUp(e) && !e.neverCarries(about.cls)) {
        codes.add(e.index);
      }
    }
    return codes.stream().mapToInt(Integer::intValue).toArray();
  }

  private static ClassState state(ClassState like, int[] codes) {
    return new ClassState(
        like.cls,
        like.members,
        codes,
        like.lengths,
        Map.of(),
        Map.of(),
        like.dropped,
        like.defaults,
        like.standing,
        new BitSet(),
        0,
        null);
  }

  /** Whether no table's choice rests on itself; a default route sent by hand rests on nothing. */
  private boolean isGrounded(int[] codes, BitSet defaults, List<Table> open) {
    for (Table t : open) {
      Table at = t;
      for (int steps = 0; codes[at.index] >= 0 && !defaults.get(codes[at.index]); steps++) {
        if (steps > codes.length) {
          return false;
        }
        at = plan.edges().get(codes[at.index]).from;
        if (codes[at.index] == Candidate.NONE) {
          break;
        }
      }
    }
    return true;
  }

  /** Whether each of these tables would choose what it is said to. */
  static boolean isStable(Case about, ClassState tried, Iterable<Table> tables) {
    return restless(about, tried, tables).isEmpty();
  }

  /** Those of these tables that would choose something else than they are said to. */
  private static List<VrfId> restless(Case about, ClassState tried, Iterable<Table> tables) {
    Hydrated at = new Hydrated(about, tried);
    List<VrfId> restless = new ArrayList<>();
    for (Table t : tables) {
      List<Candidate> best = Selection.best(at.candidates(t), t.vrf, null);
      int code = best.isEmpty() ? Candidate.NONE : best.getFirst().code;
      if (code != tried.codes[t.index]) {
        restless.add(t.id());
      }
    }
    return restless;
  }

  /**
   * The tables that would not keep to a state that something else came to: each table should
   * choose, among what its neighbours then tell it, what it is said to use.
   *
   * @param uses the edge that each table uses; for one of a VPN {@code VPN from} and the other VRF;
   *     tables that are not named use what the solution shows
   * @return null where some choice rests on itself
   */
  static @Nullable List<VrfId> restless(Solved solved, ClassState s, Map<VrfId, String> uses) {
    int[] codes = s.codes.clone();
    for (Map.Entry<VrfId, String> u : uses.entrySet()) {
      Table t = solved.plan().find(u.getKey());
      if (t != null) {
        codes[t.index] = Candidate.NONE;
        for (Edge e : t.in) {
          if (u.getValue().equals(e instanceof VpnEdge ? vpn(e) : e.id)) {
            codes[t.index] = e.index;
          }
        }
      }
    }
    Alternatives a = new Alternatives(solved, () -> false);
    return a.isGrounded(codes, s.defaults, solved.plan().tables())
        ? restless(
            solved.about(s),
            state(s, codes),
            solved.plan().tables().stream().filter(solved.conditions()::isUp).toList())
        : null;
  }

  /** What an edge of a VPN is called here, where all of a domain have its id. */
  private static String vpn(Edge e) {
    return "VPN from " + e.from.id();
  }
}
