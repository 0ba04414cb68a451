package mcx.analysis;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
    Review review) {

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
}
