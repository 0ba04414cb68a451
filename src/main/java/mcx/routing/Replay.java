package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state of a class under other conditions than those of a known {@link History}: the very
 * same as {@link WaveSolver} finds from empty tables, whether there are others or not. It follows
 * the rounds of the search, but has only those tables choose again that could come to something
 * else than they did: those where an edge is gone, new or says something else, those that hold
 * something else themselves, and the neighbours of tables that came to something else.
 *
 * <p>One serves one thread; its arrays are used again for each class.
 */
final class Replay {

  /** How many turns a table gets on average before the search is given up. */
  private static final int MOST_TURNS = 20;

  private final Plan plan;
  private final Draft draft = new Draft();
  private final Chooser chooser = new Chooser();

  /** The tables that may come to something else. */
  private final BitSet open = new BitSet();

  /** The tables that have come to something else, in some round. */
  private final BitSet other = new BitSet();

  private final @Nullable Version[] latest;

  /** For each round the tables that may have something to do. */
  private final List<BitSet> due = new ArrayList<>();

  /** What comes over edges that say something else now than in the history. */
  private final Map<Version, @Nullable Candidate[]> anew = new IdentityHashMap<>();

  private final Map<Table, List<Candidate>> itself = new IdentityHashMap<>();

  @SuppressWarnings("NullAway.Init")
  private History history;

  @SuppressWarnings("NullAway.Init")
  private Case c;

  @SuppressWarnings("NullAway.Init")
  private Difference since;

  Replay(Plan plan) {
    this.plan = plan;
    latest = new Version[plan.tables().size()];
  }

  /**
   * The state that is found.
   *
   * @param since what differs between the conditions of the case and those of the history
   * @return null where it is not found soon
   */
  @Nullable ClassState find(Case about, History from, Difference since) {
    this.history = from;
    this.c = about;
    this.since = since;
    begin();
    ClassState found = run() ? state() : null;
    for (int i = other.nextSetBit(0); i >= 0; i = other.nextSetBit(i + 1)) {
      latest[i] = null;
    }
    open.clear();
    other.clear();
    due.forEach(BitSet::clear);
    anew.clear();
    itself.clear();
    return found;
  }

  private void begin() {
    for (int e : since.touched()) {
      Edge edge = plan.edges().get(e);
      // Over an edge that is only gone, nothing is missed where nothing ever came.
      if (c.conditions.isEdgeUp(edge) || everOffered(edge)) {
        join(edge.to, 0);
      }
    }
    for (Table t : c.cls.holders) {
      List<Candidate> had = history.own(t);
      List<Candidate> has = c.conditions.isUp(t) ? Own.standing(t, c) : List.of();
      if (!Own.areSame(had, has)) {
        itself.put(t, has);
        join(t, 0);
      }
    }
  }

  private boolean everOffered(Edge e) {
    for (Version v = history.latest(e.from); v != null; v = v.before) {
      if (e.offered(c, v) != null) {
        return true;
      }
    }
    return false;
  }

  /** A table may come to something else from a round on. */
  private void join(Table t, int round) {
    if (open.get(t.index)) {
      return;
    }
    open.set(t.index);
    for (Edge e : t.in) {
      if (c.conditions.isEdgeUp(e)) {
        for (Version v = latest(e.from); v != null && v.round + 1 >= round; v = v.before) {
          due(t, v.round + 1);
        }
      }
    }
    for (Version v = history.latest(t); v != null && v.round >= round; v = v.before) {
      if (v.round >= 0) {
        due(t, v.round);
      }
    }
    if (round == 0 && isDueAtFirst(t)) {
      due(t, 0);
    }
  }

  private void due(Table t, int round) {
    while (due.size() <= round) {
      due.add(new BitSet());
    }
    due.get(round).set(t.index);
  }

  private boolean run() {
    long left = (long) MOST_TURNS * plan.tables().size();
    for (int round = 0; round < due.size(); round++) {
      BitSet now = due.get(round);
      for (int i = now.nextSetBit(0); i >= 0; i = now.nextSetBit(i + 1)) {
        if (left-- < 0) {
          return false;
        }
        act(plan.tables().get(i), round);
      }
    }
    return true;
  }

  private void act(Table t, int round) {
    boolean was = other.get(t.index);
    Version now = was ? latest[t.index] : Version.at(history.latest(t), round - 1);
    Version then = isDue(t, round) ? choose(t, round, now) : now;
    if (!was) {
      Version before = Version.at(history.latest(t), round);
      if (before == now ? then == now : then != now && sameAs(before, then)) {
        return;
      }
      other.set(t.index);
      latest[t.index] = then;
      for (Edge e : t.out) {
        if (c.conditions.isEdgeUp(e)) {
          join(e.to, e.to.index > t.index ? round : round + 1);
        }
      }
    }
    latest[t.index] = then;
    if (then != now) {
      for (Edge e : t.out) {
        if (c.conditions.isEdgeUp(e)) {
          due(e.to, round + 1);
        }
      }
    }
  }

  private static boolean sameAs(@Nullable Version a, @Nullable Version b) {
    return a != null
        && b != null
        && a.best == b.best
        && a.told == b.told
        && Arrays.equals(a.shared, b.shared);
  }

  /** Whether the table has a turn in a round: it was told something new in the one before. */
  private boolean isDue(Table t, int round) {
    if (round == 0) {
      return isDueAtFirst(t);
    }
    for (Edge e : t.in) {
      if (c.conditions.isEdgeUp(e)) {
        Version v = Version.at(latest(e.from), round - 1);
        if (v != null && v.round == round - 1 && v.changes(e, c)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isDueAtFirst(Table t) {
    if (!own(t).isEmpty()) {
      return true;
    }
    if (c.cls.first().isDefault()) {
      for (Edge e : t.in) {
        if (e instanceof SessionEdge s && c.sendsDefault(s) && c.conditions.isEdgeUp(e)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Candidate> own(Table t) {
    List<Candidate> changed = itself.get(t);
    return changed == null ? history.own(t) : changed;
  }

  private @Nullable Version latest(Table t) {
    return other.get(t.index) ? latest[t.index] : history.latest(t);
  }

  private @Nullable Version choose(Table t, int round, @Nullable Version now) {
    chooser.start(own(t));
    for (Edge e : t.in) {
      if (c.conditions.isEdgeUp(e)) {
        Version sender = Version.at(latest(e.from), e.from.index < t.index ? round : round - 1);
        Candidate got = sender == null ? null : got(sender, e);
        if (got != null) {
          chooser.add(got);
        }
      }
    }
    return chooser.choose(t, round, now);
  }

  private @Nullable Candidate got(Version sender, Edge e) {
    if (!since.isTouched(e)) {
      return sender.got(e, c, draft);
    }
    // What the history knows of this edge does not hold; what is offered does.
    Candidate offered = e.offered(c, sender);
    if (offered == null) {
      return null;
    }
    Version first = sender;
    while (first.before != null && e.offered(c, first.before) == offered) {
      first = first.before;
    }
    @Nullable Candidate[] known = anew.get(first);
    if (known == null) {
      known = new Candidate[e.from.out.length];
      anew.put(first, known);
    }
    Candidate got = known[e.place];
    if (got == null) {
      got = e.hand(offered, c, draft);
      known[e.place] = got;
    }
    return got;
  }

  private ClassState state() {
    if (other.isEmpty()) {
      return history.state;
    }
    StateMaker maker = new StateMaker(c, history.state, history.state.sum);
    for (int i = other.nextSetBit(0); i >= 0; i = other.nextSetBit(i + 1)) {
      maker.takeAway(i, history.latest(plan.tables().get(i)));
      maker.put(i, latest[i]);
    }
    return maker.make(
        history.state.restless, new ClassState.Origin(history.state, (BitSet) other.clone()));
  }
}
