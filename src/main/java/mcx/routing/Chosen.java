package mcx.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all tables have chosen so far of one class. In a repair, what they had before is filled in
 * when it is asked for.
 *
 * <p>One serves one thread; its arrays are used again for each class.
 */
final class Chosen implements Edge.Tables {

  private static final Candidate[] NO_ROUTES = {};
  private static final BitSet NO_BITS = new BitSet();

  /** Where the routes of this class are taken from. */
  final Candidate.Pool pool = new Candidate.Pool();

  final Draft draft = new Draft(pool);

  private final Plan plan;
  private final @Nullable Candidate[] best;
  private final @Nullable Candidate[] told;

  /** The code of each table's best route and the length of its path, quick to look at. */
  private final int[] codes;

  private final int[] lengths;
  private final Candidate[] @Nullable [] shared;
  private final List<Candidate>[] own;

  /** The tables of which something is in the arrays above, to be cleared after. */
  private final int[] touched;

  private int touchedCount;
  private final boolean[] isTouched;

  /** Where a repair starts from; null where all starts from empty tables. */
  private @Nullable ClassState base;

  /** The tables of which the arrays hold what they had there. */
  private final boolean[] known;

  /** What the sum of the base changes by, as far as tables were recalled. */
  private long recalled;

  @SuppressWarnings("NullAway.Init")
  private Case c;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Chosen(Plan plan) {
    this.plan = plan;
    int n = plan.tables().size();
    best = new Candidate[n];
    told = new Candidate[n];
    codes = new int[n];
    Arrays.fill(codes, Candidate.NONE);
    lengths = new int[n];
    shared = new Candidate[n][];
    own = new List[n];
    Arrays.fill(own, List.of());
    touched = new int[n];
    isTouched = new boolean[n];
    known = new boolean[n];
  }

  /** Starts with a class; from a state of it, or from empty tables where that is null. */
  void begin(Case about, @Nullable ClassState from) {
    c = about;
    base = from;
  }

  // ---- asking

  @Override
  public @Nullable Candidate best(Table t) {
    recall(t);
    return best[t.index];
  }

  @Override
  public @Nullable Candidate advertised(Table t) {
    recall(t);
    return told[t.index];
  }

  @Override
  public Candidate[] inUse(Table t) {
    recall(t);
    Candidate[] several = shared[t.index];
    if (several != null) {
      return several;
    }
    Candidate first = best[t.index];
    return first == null ? NO_ROUTES : new Candidate[] {first};
  }

  /** All routes in use where these are several; null where not. */
  Candidate @Nullable [] shared(Table t) {
    return shared[t.index];
  }

  /** What the table has itself. */
  List<Candidate> own(Table t) {
    return own[t.index];
  }

  /** The code of a table's best route; {@link Candidate#NONE} for none. */
  int code(int table) {
    ClassState from = base;
    return from != null && !known[table] ? from.codes[table] : codes[table];
  }

  /** The length of the path of a table's best route, if it has one. */
  int length(int table) {
    ClassState from = base;
    return from != null && !known[table] ? from.length(table) : lengths[table];
  }

  // ---- what was before

  /** Has the arrays hold what the table has. */
  void recall(Table t) {
    ClassState from = base;
    if (from != null && !known[t.index]) {
      recall(t, from);
    }
  }

  private void recall(Table t, ClassState from) {
    int i = t.index;
    known[i] = true;
    touch(i);
    put(i, make(t, from.codes[i]));
    Integer tells = from.told.isEmpty() ? null : from.told.get(i);
    if (tells != null) {
      told[i] = make(t, tells);
    } else {
      Candidate first = best[i];
      told[i] = first != null && first.offered ? first : null;
    }
    int[] several = from.shared.isEmpty() ? null : from.shared.get(i);
    if (several != null) {
      Candidate[] all = new Candidate[several.length];
      for (int k = 0; k < several.length; k++) {
        all[k] = Objects.requireNonNull(make(t, several[k]));
      }
      all[0] = Objects.requireNonNull(best[i]);
      shared[i] = all;
    }
    recalled -= term(i, best[i], shared[i]);
  }

  private @Nullable Candidate make(Table t, int code) {
    if (code == Candidate.NONE) {
      return null;
    }
    if (code <= Candidate.FIRST_OWN) {
      return Own.get(t, c, code);
    }
    Edge e = plan.edges().get(code);
    Candidate offered = e.offered(c, this);
    return offered == null ? null : e.hand(offered, c, draft);
  }

  // ---- choosing

  void hold(Table t, List<Candidate> itself) {
    touch(t.index);
    own[t.index] = itself;
  }

  /** In a repair, what still stands on the table's route is recalled before that changes. */
  private void beforeChange(Table t) {
    ClassState from = base;
    if (from == null) {
      return;
    }
    recall(t);
    for (Edge e : t.out) {
      if (from.uses(e)) {
        recall(e.to);
      }
    }
  }

  /** A table uses a route, and tells others of it. */
  void use(Table t, @Nullable Candidate route) {
    beforeChange(t);
    touch(t.index);
    replace(t, route);
  }

  /** A table uses a route that is the same as before, but stands on another one. */
  void replace(Table t, @Nullable Candidate route) {
    put(t.index, route);
    told[t.index] = route;
  }

  /** A table uses several routes, the first of them first, and tells others of one. */
  void use(
      Table t, @Nullable Candidate first, @Nullable Candidate tells, Candidate @Nullable [] all) {
    use(t, first);
    told[t.index] = tells;
    shared[t.index] = all;
  }

  /** In a repair, a table that is recalled has lost what it used. */
  void lose(Table t) {
    replace(t, null);
    shared[t.index] = null;
  }

  private void put(int table, @Nullable Candidate first) {
    best[table] = first;
    if (first == null) {
      codes[table] = Candidate.NONE;
    } else {
      codes[table] = first.code;
      lengths[table] = first.path.length;
    }
  }

  private void touch(int table) {
    if (!isTouched[table]) {
      isTouched[table] = true;
      touched[touchedCount++] = table;
    }
  }

  // ---- what came of it

  /**
   * The state that they came to; all is forgotten then.
   *
   * @param restless the tables that never came to rest
   */
  ClassState end(BitSet restless) {
    ClassState from = base;
    StateMaker maker =
        from == null
            ? new StateMaker(c)
            : new StateMaker(
                c, from, from.sum == ClassState.NOT_SUMMED ? from.sum : from.sum + recalled);
    for (int k = 0; k < touchedCount; k++) {
      int i = touched[k];
      maker.put(i, best[i], told[i], shared[i]);
    }
    ClassState state = maker.make(restless.isEmpty() ? NO_BITS : (BitSet) restless.clone());
    clear();
    return state;
  }

  /** What a table's routes add to the sum of a state. */
  static long term(int table, @Nullable Candidate first, Candidate @Nullable [] all) {
    if (first == null) {
      return 0;
    }
    long h = first.hash();
    if (all != null) {
      for (Candidate r : all) {
        h = 31 * h + r.hash();
      }
    }
    return term(table, h);
  }

  /** The same from the number that stands for the routes. */
  static long term(int table, long routes) {
    long x = (routes ^ ((long) table << 32)) * 0x9E37_79B9_7F4A_7C15L;
    return x ^ (x >>> 29);
  }

  private void clear() {
    for (int k = 0; k < touchedCount; k++) {
      int i = touched[k];
      isTouched[i] = false;
      put(i, null);
      told[i] = null;
      shared[i] = null;
      own[i] = List.of();
      known[i] = false;
    }
    touchedCount = 0;
    pool.reset();
    base = null;
    recalled = 0;
  }
}
