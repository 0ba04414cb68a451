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
import mcx.routing.Instability;
import mcx.routing.Solution;

/**
 * What a design does, under given failures.
 *
 * @param solution the routes under these failures
 * @param advertisements who tells whom about what
 * @param separation who reaches whom, and how; which VRF sees which cloud
 * @param budgets each prefix limit with what it counts, the fullest first
 * @param intents whether each intent holds, in the order of their ids
 * @param instabilities the prefixes whose routes may settle in more than one way, or do not; empty
 *     where there are none, or where nobody has looked yet ({@link Analyzer#settled})
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
    List<Instability> instabilities,
    Review review) {

  public Analysis {
    instabilities = List.copyOf(instabilities);
    budgets = List.copyOf(budgets);
    intents = List.copyOf(intents);
  }

  /** The routes that all of it rests on. */
  public Routed routed() {
    return new Routed(design, catalog, failures, compiled, solution);
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
    return with(results, instabilities).reviewed();
  }

  /** This analysis with what may settle in more than one way, and with the findings of it. */
  Analysis withInstabilities(List<Instability> found) {
    return with(intents, found).reviewed();
  }

  private Analysis with(List<IntentResult> results, List<Instability> unsettled) {
    return new Analysis(
        design,
        catalog,
        failures,
        compiled,
        solution,
        advertisements,
        separation,
        budgets,
        results,
        unsettled,
        Review.NONE);
  }

  private Analysis reviewed() {
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
        instabilities,
        Findings.of(this));
  }
}
