package mcx.routing;

import java.util.BitSet;
import java.util.List;

/**
 * Looks for further stable states of a class as they come about in practice: something that is in
 * use goes away for a while and comes back, and what took its place meanwhile stays.
 *
 * <p>It also finds what no order of the tables leads to from empty tables, because there a table
 * has what its neighbour chose at once, and real neighbours may be slow.
 */
final class Interruptions {

  private static final BitSet NOTHING = new BitSet();

  private final Plan plan;
  private final ClassRepair repair;

  Interruptions(Plan plan, ClassSolver solver) {
    this.plan = plan;
    this.repair = new ClassRepair(plan, solver);
  }

  /**
   * Interrupts each way in use into a table that is open, one after the other, in each of the
   * states and in each that comes of it.
   *
   * @param forced the tables that choose the same in every stable state
   * @param states gets those that are stable and not in it yet
   * @param mostStates how many states there may be in the end
   * @param mostTries how many interruptions are tried
   */
  void find(Case about, BitSet forced, List<ClassState> states, int mostStates, int mostTries) {
    int left = mostTries;
    for (int k = 0; k < states.size(); k++) {
      ClassState from = states.get(k);
      if (from.isCircular(plan)) {
        continue;
      }
      for (Table t : plan.tables()) {
        if (forced.get(t.index)) {
          continue;
        }
        for (Edge e : t.in) {
          if (!from.uses(e)) {
            continue;
          }
          if (left-- <= 0 || states.size() >= mostStates) {
            return;
          }
          ClassState after = after(about, from, e);
          if (after.isSettled()
              && states.stream().noneMatch(s -> s.choosesLike(after))
              && Alternatives.isStable(about, after, plan.tables())) {
            states.add(after);
          }
        }
      }
    }
  }

  /** The state after an edge carried nothing of the class for a while. */
  private ClassState after(Case about, ClassState from, Edge edge) {
    BitSet dropped = (BitSet) about.dropped().clone();
    Case without =
        new Case(
            about.cls, about.members, about.conditions, dropped, about.defaults(), about.standing);
    ClassState meanwhile = repair.drop(without, dropped, from, edge);
    if (!meanwhile.isSettled() || meanwhile.isCircular(plan)) {
      return meanwhile;
    }
    BitSet back = new BitSet();
    back.set(edge.index);
    return repair.repair(about, without, meanwhile, NOTHING, back);
  }
}
