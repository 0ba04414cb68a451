package mcx.bench;

import mcx.network.Failures;
import mcx.routing.Solution;
import mcx.routing.Solver;

/** How the benchmarks ask for routes. */
final class Engine {

  private Engine() {}

  /** Solves from nothing, with nothing of another solution reused. */
  static Solution fresh(Solver solver, Failures failures) {
    return solver.fresh(failures);
  }
}
