package mcx.routing;

import java.util.List;
import mcx.network.Failures;
import mcx.network.Network;

/**
 * Solves one network, under as many failures as wanted. What does not depend on the failures is
 * prepared once. Safe for use by several threads.
 */
public final class Solver {

  /**
   * How often limits may act before it is taken that they will never come to rest. What falls stays
   * down, so only dropped prefixes can go to and fro.
   */
  private static final int MAX_ROUNDS_WITHOUT_FALL = 16;

  private final Plan plan;

  public Solver(Network network) {
    plan = new Plan(network);
  }

  /** The converged state under these failures. */
  public Solution solve(Failures failures) {
    Selection selection = new Selection(plan);
    int most = plan.network().sessions().size() + MAX_ROUNDS_WITHOUT_FALL;
    Limits limits = Limits.none();
    for (int round = 0; ; round++) {
      Conditions conditions = new Conditions(plan, failures, limits);
      List<PrefixState> states = new Fixpoint(conditions, selection).solve();
      Limits next = limits.after(plan, states);
      boolean stable = next.actsLike(limits);
      if (stable || round == most) {
        return new Solved(conditions, failures, selection, states, next.tripped(), stable);
      }
      limits = next;
    }
  }
}
