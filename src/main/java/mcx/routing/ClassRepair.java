package mcx.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Repairs a known state of a class where edges are removed or added, from the tables that this
 * affects outward: what stood on something that is gone is forgotten first, as a whole, so that
 * nothing chases after withdrawn routes. Where there are several stable states, which one it comes
 * to depends on where it starts; so it is to be asked only where there is but one ({@link
 * Certainty#isMonotone}), or to look for others ({@link Interruptions}).
 */
final class ClassRepair {

  private final Plan plan;
  private final ClassSolver solver;
  private final Chosen chosen;

  /** The tables that lost what they used. */
  private final BitSet isGone = new BitSet();

  private int[] gone = new int[8];
  private int count;

  ClassRepair(Plan plan, ClassSolver solver) {
    this.plan = plan;
    this.solver = solver;
    this.chosen = solver.chosen();
  }

  /**
   * The state that follows from another one.
   *
   * @param before the case that the state belongs to
   * @param removed the edges that are no longer up
   * @param added the edges that are up now
   */
  ClassState repair(Case about, Case before, ClassState from, BitSet removed, BitSet added) {
    solver.begin(about, from);
    count = 0;
    for (int e = removed.nextSetBit(0); e >= 0; e = removed.nextSetBit(e + 1)) {
      Edge edge = plan.edges().get(e);
      if (from.uses(edge)) {
        lose(edge.to);
      }
    }
    for (Table t : about.cls.holders) {
      if (!holdsTheSame(t, before, about)) {
        lose(t);
      }
    }
    recall(about, from);
    letChoose(about);
    for (int e = removed.nextSetBit(0); e >= 0; e = removed.nextSetBit(e + 1)) {
      Edge edge = plan.edges().get(e);
      if (!edge.to.pairwise && from.has(edge.from) && about.conditions.isUp(edge.to)) {
        solver.letChoose(edge.to);
      }
    }
    for (int e = added.nextSetBit(0); e >= 0; e = added.nextSetBit(e + 1)) {
      solver.tell(plan.edges().get(e));
    }
    return solver.settle();
  }

  /**
   * The state that follows where a table gets nothing of the class by some edges any more.
   *
   * @param about the case that the state belongs to, which drops nothing at these edges yet
   * @param dropped what the case drops; gets the edges
   * @param edges edges into the table, by one of which came what it uses
   */
  ClassState drop(Case about, BitSet dropped, ClassState from, Table table, BitSet edges) {
    solver.begin(about, from);
    count = 0;
    lose(table);
    recall(about, from);
    dropped.or(edges);
    letChoose(about);
    return solver.settle();
  }

  /** Recalls what lost its route, and what stands on that. */
  private void recall(Case about, ClassState from) {
    for (int k = 0; k < count; k++) {
      loseAfter(plan.tables().get(gone[k]), from);
    }
    for (int k = 0; k < count; k++) {
      chosen.recall(plan.tables().get(gone[k]));
    }
    for (Table t : about.cls.holders) {
      chosen.recall(t);
      chosen.hold(t, about.conditions.isUp(t) ? Own.standing(t, about) : List.of());
    }
  }

  /** Has what lost its route choose another one. */
  private void letChoose(Case about) {
    for (int k = 0; k < count; k++) {
      Table t = plan.tables().get(gone[k]);
      isGone.clear(t.index);
      chosen.lose(t);
      if (about.conditions.isUp(t)) {
        solver.letChoose(t);
      }
    }
  }

  private void lose(Table t) {
    if (isGone.get(t.index)) {
      return;
    }
    isGone.set(t.index);
    if (count == gone.length) {
      gone = Arrays.copyOf(gone, 2 * count);
    }
    gone[count++] = t.index;
  }

  /** Loses also what was learned from the table. */
  private void loseAfter(Table t, ClassState from) {
    for (Edge e : t.out) {
      if (from.uses(e)) {
        lose(e.to);
      }
    }
  }

  private static boolean holdsTheSame(Table t, Case before, Case about) {
    if (before.conditions.isUp(t) != about.conditions.isUp(t)) {
      return false;
    }
    return Own.areSame(Own.standing(t, before), Own.standing(t, about));
  }
}
