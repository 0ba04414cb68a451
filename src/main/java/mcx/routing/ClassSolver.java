package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
final class ClassSolver {

  /**
   * How many turns a table gets on average before it is taken that the search will never end.
   * Without quarrelling policies a few are enough.
   */
  private static final int MOST_TURNS = 100;

  private static final Candidate[] NO_ROUTES = {};

  private final Plan plan;
  private final Chosen chosen;
  private final Turns turns;

  /** What was last offered over each edge, and what the receiver got of it. */
  private final @Nullable Candidate[] lastOffered;

  private final @Nullable Candidate[] lastGot;

  /** The edges of which something is in the arrays above, to be cleared after. */
  private final int[] usedEdges;

  private int usedEdgeCount;

  private final BitSet restless = new BitSet();

  @SuppressWarnings("NullAway.Init")
  private Case c;

  private boolean isDefault;

  ClassSolver(Plan plan) {
    this.plan = plan;
    int e = plan.edges().size();
    chosen = new Chosen(plan);
    turns = new Turns(plan.tables().size());
    lastOffered = new Candidate[e];
    lastGot = new Candidate[e];
    usedEdges = new int[e];
  }

  /** What tables have chosen so far of the class that is being solved. */
  Chosen chosen() {
    return chosen;
  }

  /** The state that is found from empty tables. */
  ClassState solve(Case about) {
    begin(about, null);
    for (Table t : about.cls.holders) {
      if (about.conditions.isUp(t)) {
        List<Candidate> has = Own.standing(t, about);
        if (!has.isEmpty()) {
          chosen.hold(t, has);
          letChoose(t);
        }
      }
    }
    if (isDefault) {
      BitSet by = about.defaults();
      for (int e = by.nextSetBit(0); e >= 0; e = by.nextSetBit(e + 1)) {
        // Default routes sent by hand start here; all others once their sender has chosen.
        tell(plan.edges().get(e));
      }
    }
    return settle();
  }

  /** A state that is found from empty tables where tables act in an order of chance. */
  ClassState solve(Case about, RandomGenerator byChance) {
    turns.order(byChance);
    try {
      return solve(about);
    } finally {
      turns.order(null);
    }
  }

  /** Starts with a class; from a state of it, or from empty tables where that is null. */
  void begin(Case about, @Nullable ClassState from) {
    c = about;
    isDefault = about.cls.first().isDefault();
    chosen.begin(about, from);
    restless.clear();
  }

  /** Has a table choose among all that it is told, once it is its turn. */
  void letChoose(Table t) {
    turns.add(t.index, Turns.CHOOSE);
  }

  /** Lets tables act until none has anything to do; the state that they come to. */
  ClassState settle() {
    long left = (long) MOST_TURNS * plan.tables().size();
    long end = left / 10;
    while (!turns.isEmpty()) {
      int i = turns.next();
      int what = turns.take(i);
      Table t = plan.tables().get(i);
      if (left-- < end) {
        restless.set(i);
        if (left < 0) {
          turns.clear();
          return end().cutOff(c);
        }
      }
      boolean news = (what & Turns.TELL) != 0;
      if ((what & Turns.CHOOSE) != 0) {
        news |= chooseAmongAll(t);
      }
      if (news) {
        tellAll(t);
      }
    }
    restless.clear();
    return end();
  }

  private ClassState end() {
    for (int k = 0; k < usedEdgeCount; k++) {
      lastOffered[usedEdges[k]] = null;
      lastGot[usedEdges[k]] = null;
    }
    usedEdgeCount = 0;
    return chosen.end(restless);
  }

  // ---- telling

  private void tellAll(Table t) {
    Candidate offered = chosen.advertised(t);
    if (!c.uniform || offered == null) {
      for (Edge e : t.out) {
        tell(e);
      }
      return;
    }
    int least = offered.path.length + 1;
    for (int k = 0; k < t.out.length; k++) {
      int to = t.outTo[k];
      int code = chosen.code(to);
      // A neighbour that has a shorter path by another way, or holds the prefix itself, stays.
      if (code == Candidate.NONE
          || code == t.outEdge[k]
          || (code >= 0 && least <= chosen.length(to))) {
        tell(t.out[k]);
      }
    }
  }

  /** Hands the sender's route over, and has the receiver see to it. */
  void tell(Edge e) {
    if (!c.conditions.isEdgeUp(e)) {
      return;
    }
    Table t = e.to;
    if (!t.pairwise || !chosen.own(t).isEmpty()) {
      letChoose(t);
      return;
    }
    Candidate offered = e.offered(c, chosen);
    Candidate now = chosen.best(t);
    boolean inUse = now != null && now.edge == e;
    if (now != null && inUse && now.from == offered) {
      return;
    }
    if (offered == null) {
      if (inUse) {
        letChoose(t);
      }
      return;
    }
    if (!inUse && now != null && cannotWin((SessionEdge) e, offered, now)) {
      return;
    }
    Candidate got = e.hand(offered, c, chosen.draft);
    if (got == null) {
      if (inUse) {
        letChoose(t);
      }
    } else if (now == null || Selection.compare(got, now) < 0) {
      chosen.use(t, got);
      turns.add(t.index, Turns.TELL);
    } else if (inUse) {
      if (got.same(now)) {
        // The same by another way before: nothing to tell, but what it stands on is new.
        chosen.replace(t, got);
        turns.add(t.index, Turns.TELL);
      } else {
        letChoose(t);
      }
    } else {
      chosen.pool.takeBack(got);
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

  // ---- choosing

  /** Whether the table changed its mind. */
  private boolean chooseAmongAll(Table t) {
    chosen.recall(t);
    if (t.pairwise && chosen.own(t).isEmpty()) {
      return chooseTheBetter(t);
    }
    List<Candidate> candidates = new ArrayList<>(chosen.own(t));
    for (Edge e : t.in) {
      if (c.conditions.isEdgeUp(e)) {
        Candidate got = got(e);
        if (got != null) {
          candidates.add(got);
        }
      }
    }
    List<Candidate> inUse = Selection.best(candidates, t.vrf, null);
    Candidate first = inUse.isEmpty() ? null : inUse.getFirst();
    Candidate tells = Selection.advertised(candidates, inUse, t.vrf);
    Candidate[] several = inUse.size() > 1 ? inUse.toArray(NO_ROUTES) : null;
    if (first == chosen.best(t)
        && tells == chosen.advertised(t)
        && sameRoutes(several, chosen.shared(t))) {
      return false;
    }
    chosen.use(t, first, tells, several);
    return true;
  }

  /** Chooses where the better of each two is the best of all. */
  private boolean chooseTheBetter(Table t) {
    Candidate now = chosen.best(t);
    Candidate better = null;
    int shortest = Integer.MAX_VALUE;
    if (c.uniform) {
      for (Edge e : t.in) {
        if (chosen.code(e.from.index) != Candidate.NONE) {
          shortest = Math.min(shortest, chosen.length(e.from.index));
        }
      }
    }
    // Those with the shortest paths first: then most others need no closer look.
    for (int round = c.uniform ? 0 : 1; round < 2; round++) {
      for (Edge e : t.in) {
        int from = e.from.index;
        if (!c.conditions.isEdgeUp(e) || (chosen.code(from) == Candidate.NONE && !isDefault)) {
          continue;
        }
        if (c.uniform && (round == 0) != (chosen.length(from) == shortest)) {
          continue;
        }
        if (c.uniform && better != null && chosen.length(from) + 1 > better.path.length) {
          continue;
        }
        better = better(e, now, better);
      }
    }
    if (better == now) {
      return false;
    }
    chosen.use(t, better);
    return true;
  }

  /** The better one of the best so far and what comes by an edge. */
  private @Nullable Candidate better(Edge e, @Nullable Candidate now, @Nullable Candidate sofar) {
    Candidate offered = e.offered(c, chosen);
    if (offered == null || (sofar != null && cannotWin((SessionEdge) e, offered, sofar))) {
      return sofar;
    }
    Candidate got =
        now != null && now.edge == e && now.from == offered
            ? now
            : e.hand(offered, c, chosen.draft);
    if (got == null || (sofar != null && Selection.compare(got, sofar) >= 0)) {
      if (got != null && got != now) {
        chosen.pool.takeBack(got);
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
    Candidate offered = e.offered(c, chosen);
    if (offered == null) {
      return null;
    }
    if (lastOffered[e.index] != offered) {
      if (lastOffered[e.index] == null) {
        usedEdges[usedEdgeCount++] = e.index;
      }
      lastOffered[e.index] = offered;
      Candidate now = chosen.best(e.to);
      lastGot[e.index] =
          now != null && now.edge == e && now.from == offered
              ? now
              : e.hand(offered, c, chosen.draft);
    }
    return lastGot[e.index];
  }
}
