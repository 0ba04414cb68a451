package mcx.routing;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What one thread solves classes with: by shortest paths where these decide, by letting tables
 * choose and tell each other everywhere else.
 */
final class Engine {

  private final WaveSolver waves;
  private final Replay replay;
  private final ClassRepair repair;
  private final @Nullable ShortestSolver shortest;

  Engine(Plan plan) {
    waves = new WaveSolver(plan);
    replay = new Replay(plan);
    repair = new ClassRepair(plan, new ClassSolver(plan));
    OuterNet outer = plan.outer();
    shortest = outer == null ? null : new ShortestSolver(outer);
  }

  /** The state that is found from empty tables. */
  ClassState solve(Case about) {
    return shortest != null && about.uniform && about.dropped().isEmpty()
        ? shortest.solve(about)
        : waves.solve(about);
  }

  /**
   * The state that is found from empty tables, found by way of what is known of another one.
   *
   * @param known how states are found under other conditions
   * @param since what differs from those
   */
  ClassState solve(Case about, int classNumber, Histories known, Difference since) {
    History history = known.of(classNumber, waves);
    ClassState found =
        history != null && history.isLike(about) ? replay.find(about, history, since) : null;
    return found != null ? found : solve(about);
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
