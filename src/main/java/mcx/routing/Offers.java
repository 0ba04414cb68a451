package mcx.routing;

import java.util.Arrays;

/**
 * The best that each table of an {@link OuterNet} was offered so far, to be taken shortest path
 * first: a queue with a place for each length.
 */
final class Offers {

  private static final int END = -1;

  private final OuterNet net;

  /** For each table the length of the path that it was offered, and the edge. */
  private final int[] lengths;

  private final int[] edges;

  /** For each length the last entry; each names a table, and the entry before it. */
  private int[] heads = new int[16];

  private final int[] entryTables;
  private final int[] entryBefore;
  private int entries;

  /** The least length at which there may be an entry, and one more than the greatest. */
  private int at;

  private int end;

  Offers(OuterNet net) {
    this.net = net;
    lengths = new int[net.tables];
    Arrays.fill(lengths, ShortestPaths.NOTHING);
    edges = new int[net.tables];
    entryTables = new int[net.edges];
    entryBefore = new int[net.edges];
    Arrays.fill(heads, END);
  }

  /** Whether a path of this length by an edge would be better than what its table was offered. */
  boolean isBetter(int edge, int length) {
    int table = net.to[edge];
    return length < lengths[table]
        || (length == lengths[table]
            && length != ShortestPaths.NOTHING
            && net.place[edge] < net.place[edges[table]]);
  }

  /** Offers a path to the table of an edge; it counts only if it is better than those before. */
  void add(int edge, int length) {
    if (!isBetter(edge, length)) {
      return;
    }
    int table = net.to[edge];
    edges[table] = edge;
    if (length == lengths[table]) {
      return;
    }
    lengths[table] = length;
    if (length >= heads.length) {
      int before = heads.length;
      heads = Arrays.copyOf(heads, Math.max(length + 1, 2 * before));
      Arrays.fill(heads, before, heads.length, END);
    }
    entryTables[entries] = table;
    entryBefore[entries] = heads[length];
    heads[length] = entries++;
    at = Math.min(at, length);
    end = Math.max(end, length + 1);
  }

  /** The edge by which the next table gets the shortest path of all; -1 where none is left. */
  int next() {
    while (at < end) {
      int entry = heads[at];
      if (entry == END) {
        at++;
        continue;
      }
      heads[at] = entryBefore[entry];
      int table = entryTables[entry];
      // Where it was offered a shorter path later, that has come before.
      if (lengths[table] == at) {
        lengths[table] = ShortestPaths.NOTHING;
        return edges[table];
      }
    }
    entries = 0;
    at = 0;
    end = 0;
    return END;
  }

  /** Withdraws all offers. */
  void clear() {
    while (next() != END) {
      // Nobody takes it.
    }
  }
}
