package mcx.routing;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one stable state of classes where the shortest path always wins: each table chooses
 * once, those with short paths first, so whatever reaches it later is worse (Dijkstra's algorithm).
 * After a failure only those tables choose again whose routes had come over what failed.
 *
 * <p>One solver serves one thread.
 */
final class ShortestSolver {

  private static final BitSet AT_REST = new BitSet();

  private final OuterNet net;
  private final ShortestPaths paths;
  private final Offers offers;

  /** The tables that lost their routes in a repair, and have no other yet. */
  private final boolean[] isOpen;

  private final int[] lost;

  ShortestSolver(OuterNet net) {
    this.net = net;
    paths = new ShortestPaths(net);
    offers = new Offers(net);
    isOpen = new boolean[net.tables];
    lost = new int[net.tables];
  }

  /** The state of a class that has one stable state only, of which nothing is dropped. */
  ClassState solve(Case about) {
    paths.begin(about);
    for (Table t : about.cls.holders) {
      if (about.conditions.isUp(t)) {
        paths.takeOwn(t);
      }
    }
    for (Table t : about.cls.holders) {
      if (about.conditions.isUp(t)) {
        tell(t.index);
      }
    }
    for (int e = offers.next(); e >= 0; e = offers.next()) {
      paths.take(e);
      tell(net.to[e]);
    }
    int[] codes = paths.codes();
    byte[] lengths = new byte[codes.length];
    long sum = 0;
    for (int t = 0; t < codes.length; t++) {
      if (codes[t] != Candidate.NONE) {
        lengths[t] = ClassState.shortened(paths.length(t));
        sum += paths.term(t);
      }
    }
    paths.end();
    return state(about, codes, lengths, sum);
  }

  /** A table offers its route to those neighbours that have none. */
  private void tell(int table) {
    int least = paths.length(table) + 1;
    for (int k = net.firstOut[table]; k < net.firstOut[table + 1]; k++) {
      int edge = net.out[k];
      if (paths.code(net.outTo[k]) == Candidate.NONE
          && offers.isBetter(edge, least)
          && paths.isUp(edge)) {
        offers.add(edge, paths.lengthBy(edge));
      }
    }
  }

  /**
   * The state after edges went down; null where it does not follow from what the failure took away
   * alone: because a table comes back, or one is told something better than before.
   *
   * @param from the state before
   * @param removed the edges that went down; no other edge came up or changed
   */
  @Nullable ClassState repair(Case about, ClassState from, BitSet removed) {
    paths.begin(about);
    for (Table t : about.cls.holders) {
      if (about.conditions.isUp(t) && from.codes[t.index] != Candidate.FIRST_OWN) {
        return null;
      }
    }
    int n = lose(about, from, removed);
    long sum = from.sum;
    if (sum != ClassState.NOT_SUMMED) {
      for (int k = 0; k < n; k++) {
        paths.recall(lost[k], from.codes);
        sum -= paths.term(lost[k]);
      }
    }
    for (int k = 0; k < n; k++) {
      paths.forget(lost[k]);
    }
    for (int k = 0; k < n; k++) {
      ask(lost[k], from);
    }
    boolean alone = true;
    for (int e = offers.next(); alone && e >= 0; e = offers.next()) {
      paths.take(e);
      isOpen[net.to[e]] = false;
      alone = tellAgain(net.to[e], from);
    }
    ClassState state = alone ? after(about, from, n, sum) : null;
    for (int k = 0; k < n; k++) {
      isOpen[lost[k]] = false;
    }
    offers.clear();
    paths.end();
    return state;
  }

  /** Finds the tables whose routes came over what is gone, and says how many they are. */
  private int lose(Case about, ClassState from, BitSet removed) {
    int n = 0;
    for (int e = removed.nextSetBit(0); e >= 0; e = removed.nextSetBit(e + 1)) {
      if (from.codes[net.to[e]] == e) {
        n = lose(net.to[e], n);
      }
    }
    for (Table t : about.cls.holders) {
      if (!about.conditions.isUp(t) && from.codes[t.index] == Candidate.FIRST_OWN) {
        n = lose(t.index, n);
      }
    }
    for (int k = 0; k < n; k++) {
      int table = lost[k];
      for (int o = net.firstOut[table]; o < net.firstOut[table + 1]; o++) {
        if (from.codes[net.outTo[o]] == net.out[o]) {
          n = lose(net.outTo[o], n);
        }
      }
    }
    return n;
  }

  private int lose(int table, int n) {
    if (isOpen[table]) {
      return n;
    }
    isOpen[table] = true;
    lost[n] = table;
    return n + 1;
  }

  /** A table that lost its route asks those neighbours that still have one. */
  private void ask(int table, ClassState from) {
    for (int k = net.firstIn[table]; k < net.firstIn[table + 1]; k++) {
      int sender = net.inFrom[k];
      int edge = net.in[k];
      if (isOpen[sender] || from.codes[sender] == Candidate.NONE || !paths.isUp(edge)) {
        continue;
      }
      int length = from.length(sender);
      if (length == ShortestPaths.NOTHING || offers.isBetter(edge, length + 1)) {
        paths.recall(sender, from.codes);
        offers.add(edge, paths.lengthBy(edge));
      }
    }
  }

  /** Like {@link #tell}; false where a table that lost nothing would change its mind. */
  private boolean tellAgain(int table, ClassState from) {
    int least = paths.length(table) + 1;
    for (int k = net.firstOut[table]; k < net.firstOut[table + 1]; k++) {
      int edge = net.out[k];
      int to = net.outTo[k];
      if (isOpen[to]) {
        if (offers.isBetter(edge, least) && paths.isUp(edge)) {
          offers.add(edge, paths.lengthBy(edge));
        }
      } else if (wouldWin(edge, least, from)
          && paths.isUp(edge)
          && wouldWin(edge, paths.lengthBy(edge), from)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a path of this length is better than what the edge's table has. */
  private boolean wouldWin(int edge, int length, ClassState from) {
    if (length == ShortestPaths.NOTHING) {
      return false;
    }
    int to = net.to[edge];
    boolean anew = paths.code(to) != Candidate.NONE;
    int code = anew ? paths.code(to) : from.codes[to];
    int has = anew ? paths.length(to) : from.length(to);
    return code == Candidate.NONE
        || length < has
        || (length == has && code >= 0 && net.place[edge] < net.place[code]);
  }

  private ClassState after(Case about, ClassState from, int n, long before) {
    int[] codes = from.codes.clone();
    byte[] lengths = from.lengths.clone();
    long sum = before;
    for (int k = 0; k < n; k++) {
      int t = lost[k];
      codes[t] = paths.code(t);
      boolean has = codes[t] != Candidate.NONE;
      lengths[t] = ClassState.shortened(has ? paths.length(t) : 0);
      if (has && sum != ClassState.NOT_SUMMED) {
        sum += paths.term(t);
      }
    }
    return state(about, codes, lengths, sum);
  }

  private static ClassState state(Case about, int[] codes, byte[] lengths, long sum) {
    return new ClassState(
        about.cls,
        about.members,
        codes,
        lengths,
        Map.of(),
        Map.of(),
        about.dropped(),
        about.defaults(),
        about.standing,
        AT_REST,
        sum,
        null);
  }
}
