package mcx.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what all tables settle on for one class of prefixes after another, from empty tables, in
 * rounds: those that were told something new in one round choose in the next, one after the other
 * in the order of their numbers, each among all that its neighbours tell by then. The order follows
 * from the network alone, so where several stable states exist it is always the same one that is
 * found; where there is none, a bound ends the search.
 *
 * <p>What a table has in a round is a function of what its neighbours have in that round and the
 * one before, and of nothing else. That is what {@link Replay} rests on.
 *
 * <p>One solver serves one thread; its arrays are used again for each class.
 */
final class WaveSolver {

  /** How many turns a table gets on average before it is taken that the search will never end. */
  private static final int MOST_TURNS = 100;

  private static final BitSet NO_BITS = new BitSet();

  private final Plan plan;
  private final Candidate.Pool pool = new Candidate.Pool();
  private final Draft draft = new Draft(pool);
  private final Draft keptDraft = new Draft();
  private final Chooser chooser = new Chooser();
  private @Nullable Version[] latest;
  private List<Candidate>[] own;
  private BitSet due = new BitSet();
  private BitSet next = new BitSet();
  private final BitSet restless = new BitSet();

  @SuppressWarnings({"unchecked", "rawtypes"})
  WaveSolver(Plan plan) {
    this.plan = plan;
    int n = plan.tables().size();
    latest = new Version[n];
    own = new List[n];
    Arrays.fill(own, List.of());
  }

  /** The state that is found. */
  ClassState solve(Case about) {
    boolean settled = run(about, draft);
    ClassState state = state(about);
    Arrays.fill(latest, null);
    Arrays.fill(own, List.of());
    pool.reset();
    return settled ? state : state.cutOff(about);
  }

  /**
   * How the state is found.
   *
   * @param found that state, known from before
   * @return null where it never comes to rest
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  @Nullable History record(Case about, ClassState found) {
    boolean settled = run(about, keptDraft);
    @Nullable Version[] versions = latest;
    List<Candidate>[] itself = own;
    latest = new Version[versions.length];
    own = new List[itself.length];
    Arrays.fill(own, List.of());
    return settled ? new History(about, found, versions, itself, keptDraft) : null;
  }

  /** Lets tables act until none has anything to do; whether that came to an end. */
  private boolean run(Case about, Draft with) {
    restless.clear();
    begin(about);
    long left = (long) MOST_TURNS * plan.tables().size();
    long end = left / 10;
    for (int round = 0; !due.isEmpty(); round++) {
      for (int i = due.nextSetBit(0); i >= 0; i = due.nextSetBit(i + 1)) {
        if (left-- < end) {
          restless.set(i);
          if (left < 0) {
            due.clear();
            next.clear();
            return false;
          }
        }
        act(plan.tables().get(i), about, round, with);
      }
      BitSet done = due;
      done.clear();
      due = next;
      next = done;
    }
    restless.clear();
    return true;
  }

  private void begin(Case about) {
    for (Table t : about.cls.holders) {
      if (about.conditions.isUp(t)) {
        List<Candidate> has = Own.standing(t, about);
        if (!has.isEmpty()) {
          own[t.index] = has;
          due.set(t.index);
        }
      }
    }
    if (about.cls.first().isDefault()) {
      BitSet by = about.defaults();
      for (int e = by.nextSetBit(0); e >= 0; e = by.nextSetBit(e + 1)) {
        // It is sent whatever the sender has.
        Edge edge = plan.edges().get(e);
        latest[edge.from.index] = new Version(-1, null, null, null, null);
        if (about.conditions.isEdgeUp(edge)) {
          due.set(edge.to.index);
        }
      }
    }
  }

  private void act(Table t, Case about, int round, Draft with) {
    chooser.start(own[t.index]);
    for (Edge e : t.in) {
      Version sender = latest[e.from.index];
      if (sender != null && about.conditions.isEdgeUp(e)) {
        Candidate got = sender.got(e, about, with);
        if (got != null) {
          chooser.add(got);
        }
      }
    }
    Version now = latest[t.index];
    Version then = chooser.choose(t, round, now);
    if (then == now || then == null) {
      return;
    }
    latest[t.index] = then;
    for (Edge e : t.out) {
      if (!next.get(e.to.index) && about.conditions.isEdgeUp(e) && then.changes(e, about)) {
        next.set(e.to.index);
      }
    }
  }

  private ClassState state(Case about) {
    StateMaker maker = new StateMaker(about);
    for (int i = 0; i < latest.length; i++) {
      if (latest[i] != null) {
        maker.put(i, latest[i]);
      }
    }
    return maker.make(restless.isEmpty() ? NO_BITS : (BitSet) restless.clone());
  }
}
