package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Finds what all tables settle on for one class of prefixes after another. Tables choose and tell
 * their neighbours until none changes its mind. They act one after the other, first come first
 * served, in an order that follows from the network alone, so where several stable states exist it
 * is always the same one that is found; where there is none, a bound ends the search.
 *
 * <p>What a neighbour told is not kept but follows from what the neighbour chose. A table whose
 * routes are better or worse two by two compares what is new with its best; any other asks all its
 * neighbours again.
 *
 * <p>One solver serves one thread; its arrays are used again for each class.
 */
final class ClassSolver implements Edge.Tables {

  /**
   * How many turns a table gets on average before it is taken that the search will never end.
   * Without quarrelling policies a few are enough.
   */
  private static final int MOST_TURNS = 100;

  private static final Candidate[] NO_ROUTES = {};

  private final Plan plan;
  private final Candidate.Pool pool = new Candidate.Pool();
  private final Draft draft = new Draft(pool);

  private final @Nullable Candidate[] best;
  private final @Nullable Candidate[] told;

  /** The code of each table's best route and the length of its path, quick to look at. */
  private final int[] codes;

  private final int[] lengths;
  private final Candidate[] @Nullable [] shared;
  private final List<Candidate>[] own;

  /** What was last offered over each edge, and what the receiver got of it. */
  private final @Nullable Candidate[] lastOffered;

  private final @Nullable Candidate[] lastGot;

  /** The tables of which something is in the arrays above, to be cleared after. */
  private final int[] touched;

  private int touchedCount;
  private final boolean[] isTouched;
  private final int[] usedEdges;
  private int usedEdgeCount;

  private static final byte CHOOSE = 1;
  private static final byte TELL = 2;

  /** A ring of tables that have something to do. */
  private final int[] queue;

  private int head;
  private int waiting;
  private final byte[] due;

  private final BitSet restless = new BitSet();

  /** Where tables are to act in another order than first come first served; null where not. */
  private @Nullable RandomGenerator order;

  /** Where a repair starts from; null where all starts from empty tables. */
  private @Nullable ClassState base;

  @SuppressWarnings("NullAway.Init")
  private Case c;

  private boolean isDefault;
  private final boolean[] known;

  /** What the sum of the base changes by, as far as tables were recalled. */
  private long recalled;

  @SuppressWarnings({"unchecked", "rawtypes"})
  ClassSolver(Plan plan) {
    this.plan = plan;
    int n = plan.tables().size();
    int e = plan.edges().size();
    best = new Candidate[n];
    told = new Candidate[n];
    codes = new int[n];
    Arrays.fill(codes, Candidate.NONE);
    lengths = new int[n];
    shared = new Candidate[n][];
    own = new List[n];
    Arrays.fill(own, List.of());
    lastOffered = new Candidate[e];
    lastGot = new Candidate[e];
    usedEdges = new int[e];
    touched = new int[n];
    isTouched = new boolean[n];
    queue = new int[Math.max(1, n)];
    due = new byte[n];
    known = new boolean[n];
  }

  // ---- what tables have chosen so far

  @Override
  public @Nullable Candidate best(Table t) {
    return known(t) ? best[t.index] : null;
  }

  @Override
  public @Nullable Candidate advertised(Table t) {
    return known(t) ? told[t.index] : null;
  }

  @Override
  public Candidate[] inUse(Table t) {
    if (!known(t)) {
      return NO_ROUTES;
    }
    Candidate[] several = shared[t.index];
    if (several != null) {
      return several;
    }
    Candidate first = best[t.index];
    return first == null ? NO_ROUTES : new Candidate[] {first};
  }

  /** Whether the arrays hold what the table has; in a repair they are filled when asked for. */
  private boolean known(Table t) {
    if (base != null && !known[t.index]) {
      recall(t, base);
    }
    return true;
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
    int[] codes = from.shared.isEmpty() ? null : from.shared.get(i);
    if (codes != null) {
      Candidate[] several = new Candidate[codes.length];
      for (int k = 0; k < codes.length; k++) {
        several[k] = java.util.Objects.requireNonNull(make(t, codes[k]));
      }
      several[0] = java.util.Objects.requireNonNull(best[i]);
      shared[i] = several;
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

  private void put(int table, @Nullable Candidate first) {
    best[table] = first;
    if (first == null) {
      codes[table] = Candidate.NONE;
    } else {
      codes[table] = first.code;
      lengths[table] = first.path.length;
    }
  }

  /** The code of a table's best route, known or not. */
  private int code(int table) {
    ClassState from = base;
    return from != null && !known[table] ? from.codes[table] : codes[table];
  }

  /** The length of the path of a table's best route, if it has one. */
  private int length(int table) {
    ClassState from = base;
    return from != null && !known[table] ? from.length(table) : lengths[table];
  }

  private void touch(int table) {
    if (!isTouched[table]) {
      isTouched[table] = true;
      touched[touchedCount++] = table;
    }
  }

  // ---- from empty tables

  /** The state that is found from empty tables. */
  ClassState solve(Case about) {
    begin(about, null);
    for (Table t : about.cls.holders) {
      holdOwn(t);
    }
    if (about.cls.first().isDefault()) {
      BitSet by = about.defaults();
      for (int e = by.nextSetBit(0); e >= 0; e = by.nextSetBit(e + 1)) {
        // Default routes sent by hand start here; all others once their sender has chosen.
        tell(plan.edges().get(e));
      }
    }
    settle();
    return end(null);
  }

  // ---- from a known state

  /**
   * The state that follows from another one when edges are removed or added, found from the tables
   * that this affects outward: what stood on something that is gone is forgotten first, as a whole,
   * so that nothing chases after withdrawn routes. To be asked only where there is but one stable
   * state ({@link Certainty#isMonotone}).
   *
   * @param before the case that the state belongs to
   * @param removed the edges that are no longer up
   * @param added the edges that are up now
   */
  ClassState repair(Case about, Case before, ClassState from, BitSet removed, BitSet added) {
    begin(about, from);
    int[] gone = new int[8];
    int n = 0;
    for (int e = removed.nextSetBit(0); e >= 0; e = removed.nextSetBit(e + 1)) {
      Edge edge = plan.edges().get(e);
      if (from.uses(edge)) {
        gone = forget(edge.to, gone, n);
        n += forgotten;
      }
    }
    for (Table t : about.cls.holders) {
      if (!sameCodes(Own.standing(t, before), Own.standing(t, about), before, about, t)) {
        gone = forget(t, gone, n);
        n += forgotten;
      }
    }
    for (int k = 0; k < n; k++) {
      gone = forgetAfter(plan.tables().get(gone[k]), gone, n);
      n += forgotten;
    }
    for (int k = 0; k < n; k++) {
      known(plan.tables().get(gone[k]));
    }
    for (Table t : about.cls.holders) {
      known(t);
      own[t.index] = about.conditions.isUp(t) ? Own.standing(t, about) : List.of();
    }
    for (int k = 0; k < n; k++) {
      int i = gone[k];
      isGone.clear(i);
      put(i, null);
      told[i] = null;
      shared[i] = null;
      Table t = plan.tables().get(i);
      if (about.conditions.isUp(t)) {
        enqueue(t, CHOOSE);
      }
    }
    for (int e = removed.nextSetBit(0); e >= 0; e = removed.nextSetBit(e + 1)) {
      Edge edge = plan.edges().get(e);
      if (!edge.to.pairwise && from.has(edge.from) && about.conditions.isUp(edge.to)) {
        enqueue(edge.to, CHOOSE);
      }
    }
    for (int e = added.nextSetBit(0); e >= 0; e = added.nextSetBit(e + 1)) {
      tell(plan.edges().get(e));
    }
    settle();
    return end(from);
  }

  private final BitSet isGone = new BitSet();
  private int forgotten;

  private int[] forget(Table t, int[] gone, int n) {
    forgotten = 0;
    if (isGone.get(t.index)) {
      return gone;
    }
    isGone.set(t.index);
    forgotten = 1;
    int[] list = n == gone.length ? Arrays.copyOf(gone, 2 * n) : gone;
    list[n] = t.index;
    return list;
  }

  /** Forgets also what was learned from the table. */
  private int[] forgetAfter(Table t, int[] gone, int n) {
    int[] list = gone;
    int more = 0;
    ClassState from = java.util.Objects.requireNonNull(base);
    for (Edge e : t.out) {
      if (from.uses(e)) {
        list = forget(e.to, list, n + more);
        more += forgotten;
      }
    }
    forgotten = more;
    return list;
  }

  private static boolean sameCodes(
      List<Candidate> a, List<Candidate> b, Case before, Case about, Table t) {
    if (before.conditions.isUp(t) != about.conditions.isUp(t) || a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i).code != b.get(i).code) {
        return false;
      }
    }
    return true;
  }

  /** In a repair, what still stands on the table's route is recalled before that changes. */
  private void beforeChange(Table t) {
    ClassState from = base;
    if (from == null) {
      return;
    }
    known(t);
    for (Edge e : t.out) {
      if (from.uses(e)) {
        known(e.to);
      }
    }
  }

  private void holdOwn(Table t) {
    if (c.conditions.isUp(t)) {
      List<Candidate> has = Own.standing(t, c);
      if (!has.isEmpty()) {
        touch(t.index);
        own[t.index] = has;
        enqueue(t, CHOOSE);
      }
    }
  }

  private void begin(Case about, @Nullable ClassState from) {
    c = about;
    isDefault = about.cls.first().isDefault();
    base = from;
    restless.clear();
  }

  private void enqueue(Table t, byte what) {
    if (due[t.index] == 0) {
      int at = head + waiting++;
      queue[at >= queue.length ? at - queue.length : at] = t.index;
    }
    due[t.index] |= what;
  }

  private void settle() {
    long turns = (long) MOST_TURNS * plan.tables().size();
    long end = turns / 10;
    while (waiting > 0) {
      if (order != null) {
        bringForward(order.nextInt(waiting));
      }
      int i = queue[head];
      head = head + 1 == queue.length ? 0 : head + 1;
      waiting--;
      byte what = due[i];
      due[i] = 0;
      Table t = plan.tables().get(i);
      if (turns-- < end) {
        restless.set(i);
        if (turns < 0) {
          drain();
          return;
        }
      }
      boolean news = (what & TELL) != 0;
      if ((what & CHOOSE) != 0) {
        news |= chooseAmongAll(t);
      }
      if (news) {
        tellAll(t);
      }
    }
    restless.clear();
  }

  private void tellAll(Table t) {
    Candidate offered = told[t.index];
    if (!c.uniform || offered == null) {
      for (Edge e : t.out) {
        tell(e);
      }
      return;
    }
    int least = offered.path.length + 1;
    for (int k = 0; k < t.out.length; k++) {
      int to = t.outTo[k];
      int code = code(to);
      // A neighbour that has a shorter path by another way, or holds the prefix itself, stays.
      if (code == Candidate.NONE || code == t.outEdge[k] || (code >= 0 && least <= length(to))) {
        tell(t.out[k]);
      }
    }
  }

  /** Lets a table that waits further behind act next. */
  private void bringForward(int place) {
    int at = (head + place) % queue.length;
    int i = queue[at];
    queue[at] = queue[head];
    queue[head] = i;
  }

  /** A state that is found from empty tables where tables act in an order of chance. */
  ClassState solve(Case about, RandomGenerator byChance) {
    order = byChance;
    try {
      return solve(about);
    } finally {
      order = null;
    }
  }

  private void drain() {
    while (waiting > 0) {
      due[queue[head]] = 0;
      head = head + 1 == queue.length ? 0 : head + 1;
      waiting--;
    }
  }

  /** Hands the sender's route over, and has the receiver see to it. */
  private void tell(Edge e) {
    if (!c.conditions.isEdgeUp(e)) {
      return;
    }
    Table t = e.to;
    if (!t.pairwise || !own[t.index].isEmpty()) {
      enqueue(t, CHOOSE);
      return;
    }
    Candidate offered = e.offered(c, this);
    Candidate now = best(t);
    boolean inUse = now != null && now.edge == e;
    if (now != null && inUse && now.from == offered) {
      return;
    }
    if (offered == null) {
      if (inUse) {
        enqueue(t, CHOOSE);
      }
      return;
    }
    if (!inUse && now != null && cannotWin((SessionEdge) e, offered, now)) {
      return;
    }
    Candidate got = e.hand(offered, c, draft);
    if (got == null) {
      if (inUse) {
        enqueue(t, CHOOSE);
      }
    } else if (now == null || Selection.compare(got, now) < 0) {
      use(t, got);
      enqueue(t, TELL);
    } else if (inUse) {
      if (got.same(now)) {
        // The same by another way before: nothing to tell, but what it stands on is new.
        put(t.index, got);
        told[t.index] = got;
        enqueue(t, TELL);
      } else {
        enqueue(t, CHOOSE);
      }
    } else {
      pool.takeBack(got);
    }
  }

  /** Whether, without looking closer, a route will not be better than the one in use. */
  private boolean cannotWin(SessionEdge e, Candidate offered, Candidate now) {
    int length = offered.path.length + e.growth();
    if (c.uniform) {
      return length > now.path.length && !now.isOwn();
    }
    return !e.importing.prefers
        && !e.inner
        && now.attributes.weight == 0
        && now.attributes.distance == Attributes.USUAL_DISTANCE
        && now.attributes.localPreference >= Route.DEFAULT_LOCAL_PREFERENCE
        && !e.mayShorten
        && length > now.path.length;
  }

  private void use(Table t, Candidate route) {
    beforeChange(t);
    touch(t.index);
    put(t.index, route);
    told[t.index] = route;
  }

  /** Whether the table changed its mind. */
  private boolean chooseAmongAll(Table t) {
    int i = t.index;
    known(t);
    if (t.pairwise && own[i].isEmpty()) {
      return chooseTheBetter(t);
    }
    List<Candidate> candidates = new ArrayList<>(own[i]);
    for (Edge e : t.in) {
      if (c.conditions.isEdgeUp(e)) {
        Candidate got = got(e);
        if (got != null) {
          candidates.add(got);
        }
      }
    }
    List<Candidate> chosen = Selection.best(candidates, t.vrf, null);
    Candidate first = chosen.isEmpty() ? null : chosen.getFirst();
    Candidate tells = Selection.advertised(candidates, chosen, t.vrf);
    Candidate[] several = chosen.size() > 1 ? chosen.toArray(NO_ROUTES) : null;
    if (first == best[i] && tells == told[i] && sameRoutes(several, shared[i])) {
      return false;
    }
    beforeChange(t);
    touch(i);
    put(i, first);
    told[i] = tells;
    shared[i] = several;
    return true;
  }

  /** Chooses where the better of each two is the best of all. */
  private boolean chooseTheBetter(Table t) {
    Candidate now = best[t.index];
    Candidate better = null;
    int shortest = Integer.MAX_VALUE;
    if (c.uniform) {
      for (Edge e : t.in) {
        if (code(e.from.index) != Candidate.NONE) {
          shortest = Math.min(shortest, length(e.from.index));
        }
      }
    }
    // Those with the shortest paths first: then most others need no closer look.
    for (int round = c.uniform ? 0 : 1; round < 2; round++) {
      for (Edge e : t.in) {
        int from = e.from.index;
        if (!c.conditions.isEdgeUp(e) || (code(from) == Candidate.NONE && !isDefault)) {
          continue;
        }
        if (c.uniform && (round == 0) != (length(from) == shortest)) {
          continue;
        }
        if (c.uniform && better != null && length(from) + 1 > better.path.length) {
          continue;
        }
        better = better(e, now, better);
      }
    }
    if (better == now) {
      return false;
    }
    beforeChange(t);
    touch(t.index);
    put(t.index, better);
    told[t.index] = better;
    return true;
  }

  /** The better one of the best so far and what comes by an edge. */
  private @Nullable Candidate better(Edge e, @Nullable Candidate now, @Nullable Candidate sofar) {
    Candidate offered = e.offered(c, this);
    if (offered == null || (sofar != null && cannotWin((SessionEdge) e, offered, sofar))) {
      return sofar;
    }
    Candidate got =
        now != null && now.edge == e && now.from == offered ? now : e.hand(offered, c, draft);
    if (got == null || (sofar != null && Selection.compare(got, sofar) >= 0)) {
      if (got != null && got != now) {
        pool.takeBack(got);
      }
      return sofar;
    }
    return got;
  }

  private static boolean sameRoutes(Candidate @Nullable [] a, Candidate @Nullable [] b) {
    if (a == null || b == null) {
      return a == b;
    }
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }

  /** What the receiver has from an edge; the same object as long as the sender offers the same. */
  private @Nullable Candidate got(Edge e) {
    Candidate offered = e.offered(c, this);
    if (offered == null) {
      return null;
    }
    if (lastOffered[e.index] != offered) {
      if (lastOffered[e.index] == null) {
        usedEdges[usedEdgeCount++] = e.index;
      }
      lastOffered[e.index] = offered;
      Candidate now = best[e.to.index];
      lastGot[e.index] =
          now != null && now.edge == e && now.from == offered ? now : e.hand(offered, c, draft);
    }
    return lastGot[e.index];
  }

  // ---- what came of it

  private ClassState end(@Nullable ClassState from) {
    int[] kept;
    byte[] far;
    Map<Integer, int[]> several = Map.of();
    Map<Integer, Integer> tells = Map.of();
    long sum;
    if (from == null) {
      kept = new int[best.length];
      Arrays.fill(kept, Candidate.NONE);
      far = new byte[best.length];
      sum = 0;
    } else {
      kept = from.codes.clone();
      far = from.lengths.clone();
      sum = from.sum == ClassState.NOT_SUMMED ? from.sum : from.sum + recalled;
      if (!from.shared.isEmpty()) {
        several = new HashMap<>(from.shared);
      }
      if (!from.told.isEmpty()) {
        tells = new HashMap<>(from.told);
      }
    }
    for (int k = 0; k < touchedCount; k++) {
      int i = touched[k];
      Candidate first = best[i];
      Candidate[] all = shared[i];
      if (sum != ClassState.NOT_SUMMED) {
        sum += term(i, first, all);
      }
      kept[i] = codes[i];
      far[i] = ClassState.shortened(first == null ? 0 : lengths[i]);
      if (all != null) {
        int[] of = new int[all.length];
        for (int m = 0; m < of.length; m++) {
          of[m] = all[m].code;
        }
        several = with(several, i, of);
      } else if (!several.isEmpty()) {
        several.remove(i);
      }
      Candidate other = told[i];
      Candidate usual = first != null && first.offered ? first : null;
      if (other != usual && other != null) {
        tells = with(tells, i, other.code);
      } else if (!tells.isEmpty()) {
        tells.remove(i);
      }
    }
    ClassState state =
        new ClassState(
            c.cls,
            c.members,
            kept,
            far,
            several,
            tells,
            c.dropped(),
            c.defaults(),
            c.standing,
            restless.isEmpty() ? NO_BITS : (BitSet) restless.clone(),
            sum);
    clear();
    return state;
  }

  private static final BitSet NO_BITS = new BitSet();

  private static <V> Map<Integer, V> with(Map<Integer, V> map, int key, V value) {
    Map<Integer, V> changed = map.isEmpty() ? new HashMap<>() : map;
    changed.put(key, value);
    return changed;
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
    for (int k = 0; k < usedEdgeCount; k++) {
      lastOffered[usedEdges[k]] = null;
      lastGot[usedEdges[k]] = null;
    }
    usedEdgeCount = 0;
    pool.reset();
    base = null;
    recalled = 0;
  }
}
