package mcx.routing;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What one thread solves classes with: by shortest paths where these decide, by letting tables
 * choose and tell each other everywhere else.
 */
final class Engine {

  private final ClassSolver any;
  private final ClassRepair repair;
  private final @Nullable ShortestSolver shortest;

  Engine(Plan plan) {
    any = new ClassSolver(plan);
    repair = new ClassRepair(plan, any);
    OuterNet outer = plan.outer();
    shortest = outer == null ? null : new ShortestSolver(outer);
  }

  /** The state that is found from empty tables. */
  ClassState solve(Case about) {
    return shortest != null && about.uniform && about.dropped().isEmpty()
        ? shortest.solve(about)
        : any.solve(about);
  }

  /**
   * The state that follows from another one, of a class that has one stable state only.
   *
   * @param before the case that the state belongs to
   * @param removed the edges that are no longer up, or say something else
   * @param added the edges that are up now, or say something else
   */
  ClassState repair(Case about, Case before, ClassState from, BitSet removed, BitSet added) {
    ClassState found =
        shortest != null && added.isEmpty() && about.dropped().isEmpty()
            ? shortest.repair(about, from, removed)
            : null;
    return found != null ? found : repair.repair(about, before, from, removed, added);
  }
}
