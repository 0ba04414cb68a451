package mcx.analysis;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.intent.IntentResult;
import mcx.catalog.Catalog;
import mcx.compile.Compiled;
import mcx.design.Design;
import mcx.design.Id;
import mcx.network.Failures;
import mcx.network.Segment;
import mcx.routing.Solution;

/**
 * What a design does, under given failures.
 *
 * @param solution the routes under these failures
 * @param advertisements who tells whom about what
 * @param separation who reaches whom, and how; which VRF sees which cloud
 * @param budgets each prefix limit with what it counts, the fullest first
 * @param intents whether each intent holds, in the order of their ids
 * @param review what a reviewer would say; compile notes are among the findings
 */
public record Analysis(
    Design design,
    Catalog catalog,
    Failures failures,
    Compiled compiled,
    Solution solution,
    List<SessionFlow> advertisements,
    Separation separation,
    List<Budget> budgets,
    List<IntentResult> intents,
    Review review) {

  public Analysis {
    budgets = List.copyOf(budgets);
    intents = List.copyOf(intents);
  }

  /** What is to be seen to, worst first. */
  public List<Finding> findings() {
    return review.findings();
  }

  /**
   * The links that carry nothing although nothing has failed: each of their segments can never come
   * up, as with a VPN whose ends share no IKE version. In order.
   */
  public SortedSet<Id> deadLinks() {
    SortedSet<Id> dead = new TreeSet<>();
    SortedSet<Id> alive = new TreeSet<>();
    for (Segment s : compiled.network().segments()) {
      (s.downBecause() == null ? alive : dead).add(Id.of(s.origin().id()).owner());
    }
    dead.removeAll(alive);
    return dead;
  }

  /** This analysis with other results for the intents, and with the findings that come of them. */
  Analysis withIntents(List<IntentResult> results) {
    Analysis facts =
        new Analysis(
            design,
            catalog,
            failures,
            compiled,
            solution,
            advertisements,
            separation,
            budgets,
            results,
            Review.NONE);
    return facts.withReview(Findings.of(facts));
  }

  private Analysis withReview(Review found) {
    return new Analysis(
        design,
        catalog,
        failures,
        compiled,
        solution,
        advertisements,
        separation,
        budgets,
        intents,
        found);
  }
}
