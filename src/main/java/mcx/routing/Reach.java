package mcx.routing;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far routes to each class of prefixes could ever come, whatever is up, chosen or dropped: only
 * what policies refuse whatever its attributes stays behind. It says too much rather than too
 * little.
 */
final class Reach {

  private final List<PrefixClass> classes;

  /** For each table the numbers of the classes that could come there. */
  private final BitSet[] at;

  /** For each table the numbers of the classes that it may have itself. */
  private final BitSet[] own;

  private final Map<Rules, Refused> refused = new IdentityHashMap<>();

  /**
   * What a policy never lets pass.
   *
   * @param all the classes of which nothing passes
   * @param learned those of which nothing passes that the table has not itself
   */
  private record Refused(BitSet all, BitSet learned) {}

  /**
   * @param defaults the edges over which a default route may be sent by hand
   */
  Reach(List<Table> tables, List<PrefixClass> classes, List<Edge> edges, BitSet defaults) {
    this.classes = classes;
    at = new BitSet[tables.size()];
    own = new BitSet[tables.size()];
    BitSet isDefault = new BitSet();
    Deque<Table> open = new ArrayDeque<>();
    for (Table t : tables) {
      at[t.index] = new BitSet();
      own[t.index] = new BitSet();
      open.add(t);
    }
    for (int i = 0; i < classes.size(); i++) {
      isDefault.set(i, classes.get(i).first().isDefault());
      for (Table t : classes.get(i).holders) {
        at[t.index].set(i);
        own[t.index].set(i);
      }
    }
    for (int e = defaults.nextSetBit(0); e >= 0; e = defaults.nextSetBit(e + 1)) {
      at[edges.get(e).from.index].or(isDefault);
    }
    BitSet waiting = new BitSet();
    waiting.set(0, tables.size());
    while (!open.isEmpty()) {
      Table t = open.remove();
      waiting.clear(t.index);
      for (Edge e : t.out) {
        BitSet there = at[e.to.index];
        int before = there.cardinality();
        there.or(over(e));
        if (there.cardinality() > before && !waiting.get(e.to.index)) {
          waiting.set(e.to.index);
          open.add(e.to);
        }
      }
    }
  }

  /** The classes that could ever get over an edge. */
  private BitSet over(Edge e) {
    BitSet over = sent(e);
    if (e instanceof SessionEdge s) {
      over.andNot(refused(s.importing).all);
    }
    return over;
  }

  /** The classes that could ever be sent over an edge. */
  private BitSet sent(Edge e) {
    BitSet sent = (BitSet) at[e.from.index].clone();
    switch (e) {
      case SessionEdge s -> {
        if (!s.sender.defaultOriginate()) {
          leave(e.from, s.exporting, sent);
        }
      }
      case PropagationEdge p -> leave(e.from, p.rules, sent);
      case VpnEdge v -> {}
    }
    return sent;
  }

  private void leave(Table from, Rules rules, BitSet sent) {
    Refused no = refused(rules);
    sent.andNot(no.all);
    BitSet learned = (BitSet) no.learned.clone();
    learned.andNot(own[from.index]);
    sent.andNot(learned);
  }

  /**
   * The classes that a limit could ever count on an edge.
   *
   * @param sent whether those count that are put on the wire, whatever becomes of them
   */
  BitSet counted(Edge e, boolean sent) {
    return sent ? sent(e) : over(e);
  }

  private Refused refused(Rules rules) {
    return refused.computeIfAbsent(
        rules,
        r -> {
          BitSet all = new BitSet();
          BitSet learned = new BitSet();
          for (int i = 0; i < classes.size(); i++) {
            all.set(i, r.refuses(classes.get(i)));
            learned.set(i, r.refusesLearned(classes.get(i)));
          }
          return new Refused(all, learned);
        });
  }
}
