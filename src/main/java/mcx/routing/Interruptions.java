package mcx.routing;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Looks for further stable states of a class as they come about in practice: for a while a table
 * hears of it from one neighbour only, and what it and others chose then stays when the others come
 * back.
 *
 * <p>It also finds what no order of the tables leads to from empty tables, because there a table
 * has what its neighbour chose at once, and real neighbours may be slow.
 */
final class Interruptions {

  private static final BitSet NOTHING = new BitSet();

  private final Plan plan;
  private final ClassRepair repair;
  private final BooleanSupplier cancelled;

  /**
   * @param cancelled asked between interruptions; when true the rest is not tried
   */
  Interruptions(Plan plan, ClassSolver solver, BooleanSupplier cancelled) {
    this.plan = plan;
    this.cancelled = cancelled;
    this.repair = new ClassRepair(plan, solver);
  }

  /**
   * Leaves each table that is open with each neighbour that it does not use, one after the other,
   * in each of the states and in each that comes of it.
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
        if (forced.get(t.index) || from.codes[t.index] < 0) {
          continue;
        }
        for (Table neighbor : unused(t, about, from)) {
          if (left-- <= 0 || states.size() >= mostStates || cancelled.getAsBoolean()) {
            return;
          }
          ClassState after = after(about, from, t, neighbor);
          if (after.isSettled()
              && states.stream().noneMatch(s -> s.choosesLike(after))
              && Alternatives.isStable(about, after, plan.tables())) {
            states.add(after);
          }
        }
      }
    }
  }

  /** The neighbours from which a table may hear, and of which it uses nothing. */
  private static Set<Table> unused(Table t, Case about, ClassState from) {
    Set<Table> neighbors = new LinkedHashSet<>();
    for (Edge e : t.in) {
      if (about.conditions.isEdgeUp(e) && !e.neverCarries(about.cls)) {
        neighbors.add(e.from);
      }
    }
    for (Edge e : t.in) {
      if (from.uses(e)) {
        neighbors.remove(e.from);
      }
    }
    return neighbors;
  }

  /** The state after a table heard of the class from one neighbour only for a while. */
  private ClassState after(Case about, ClassState from, Table table, Table neighbor) {
    BitSet others = new BitSet();
    for (Edge e : table.in) {
      if (e.from != neighbor && about.conditions.isEdgeUp(e) && !about.drops(e)) {
        others.set(e.index);
      }
    }
    BitSet dropped = (BitSet) about.dropped().clone();
    Case without =
        new Case(
            about.cls, about.members, about.conditions, dropped, about.defaults(), about.standing);
    ClassState meanwhile = repair.drop(without, dropped, from, table, others);
    return meanwhile.isSettled() && !meanwhile.isCircular(plan)
        ? repair.repair(about, without, meanwhile, NOTHING, others)
        : meanwhile;
  }
}
