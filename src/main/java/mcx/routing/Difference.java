package mcx.routing;

import java.util.BitSet;

/** What differs between two conditions of one network. */
final class Difference {

  private final Plan plan;
  private final Conditions now;
  private final Conditions before;

  /** Edges that are gone, or say something else now. */
  final BitSet removed;

  /** Edges that are new, or say something else now. */
  final BitSet added;

  private final boolean reaches;
  private final int[] removedEdges;
  private final BitSet all;
  private final int[] allEdges;

  Difference(Conditions now, Conditions before) {
    this.plan = now.plan();
    this.now = now;
    this.before = before;
    BitSet downNow = now.edgesDown();
    BitSet downBefore = before.edgesDown();
    removed = (BitSet) downNow.clone();
    removed.andNot(downBefore);
    added = (BitSet) downBefore.clone();
    added.andNot(downNow);
    BitSet changed = now.changedSince(before);
    removed.or(changed);
    added.or(changed);
    reaches =
        now.failures().equals(before.failures())
            && now.limits().actsLike(before.limits())
            && now.underlays().actsLike(before.underlays());
    removedEdges = removed.stream().toArray();
    all = (BitSet) removed.clone();
    all.or(added);
    allEdges = all.stream().toArray();
  }

  boolean isNothing() {
    return reaches && all.isEmpty();
  }

  /** The numbers of all edges that are gone, new, or say something else. */
  int[] touched() {
    return allEdges;
  }

  boolean isTouched(Edge e) {
    return all.get(e.index);
  }

  /** Whether a class that has one stable state only may come to another one. */
  boolean touches(ClassState s) {
    for (int i : removedEdges) {
      Edge e = plan.edges().get(i);
      if (s.uses(e) || (!e.to.pairwise && s.has(e.from))) {
        return true;
      }
    }
    for (int i = added.nextSetBit(0); i >= 0; i = added.nextSetBit(i + 1)) {
      if (s.has(plan.edges().get(i).from)) {
        return true;
      }
    }
    return ownChanges(s);
  }

  private boolean ownChanges(ClassState s) {
    for (Table t : s.cls.holders) {
      if (now.isUp(t) != before.isUp(t)) {
        return true;
      }
      if ((!t.statics(s.cls.first()).isEmpty() || !t.connected(s.cls.first()).isEmpty())
          && !reaches) {
        return true;
      }
    }
    return false;
  }
}
