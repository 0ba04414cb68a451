package mcx.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import mcx.analysis.fallback.Steps;
import mcx.analysis.fallback.StepsFinder;
import mcx.analysis.intent.IntentChecks;
import mcx.analysis.intent.PathFacts;
import mcx.catalog.Catalog;
import mcx.compile.Compiled;
import mcx.compile.Compiler;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.VrfId;
import mcx.routing.Solution;
import mcx.routing.Solver;
import org.jspecify.annotations.Nullable;

/** The entrance to this room. */
public final class Analyzer {

  private Analyzer() {}

  /** Analyses the design with nothing failed. */
  public static Analysis analyze(Design design, Catalog catalog) {
    return analyze(design, catalog, Failures.NONE);
  }

  /** Analyses the design under these failures. A pure function. */
  public static Analysis analyze(Design design, Catalog catalog, Failures failures) {
    return analyze(design, catalog, failures, null);
  }

  /**
   * Analyses the design under these failures.
   *
   * @param before an analysis of mostly the same design, as before an edit, of which what still
   *     holds is taken over; the result is the same as without. Null for none
   */
  public static Analysis analyze(
      Design design, Catalog catalog, Failures failures, @Nullable Analysis before) {
    return analyze(routes(design, catalog, failures, before));
  }

  /**
   * The routes of the design under these failures, for {@link #analyze(Routed)} to go on from.
   *
   * @param before as in {@link #analyze(Design, Catalog, Failures, Analysis)}
   */
  public static Routed routes(
      Design design, Catalog catalog, Failures failures, @Nullable Analysis before) {
    Compiled compiled = Compiler.compile(design, catalog);
    Solver solver =
        new Solver(compiled.network(), before == null ? null : before.solution().solver());
    return new Routed(design, catalog, failures, compiled, solver.solve(failures));
  }

  /** Analyses what follows from these routes. */
  public static Analysis analyze(Routed routed) {
    Design design = routed.design();
    Compiled compiled = routed.compiled();
    Solution solution = routed.solution();
    List<SessionFlow> flows = SessionFlows.of(design, compiled, solution);
    Separation separation =
        Separations.of(design, compiled, solution, new Paths(design, compiled, solution), flows);
    List<Budget> budgets = Budgets.of(design, routed.catalog(), compiled, solution);
    Analysis facts =
        new Analysis(
            design,
            routed.catalog(),
            routed.failures(),
            compiled,
            solution,
            flows,
            separation,
            budgets,
            List.of(),
            solution.converged() ? List.of() : solution.instabilities(),
            Review.NONE);
    return facts.withIntents(IntentChecks.now(facts, pathFacts(facts)));
  }

  /**
   * The same analysis with every intent judged to the end, failures included, and with the findings
   * that come of it.
   *
   * @param cancelled asked between failures; when true, what was not tried stays pending
   */
  public static Analysis judge(Analysis analysis, BooleanSupplier cancelled) {
    return analysis.design().intents().isEmpty()
        ? analysis
        : analysis.withIntents(IntentChecks.all(analysis, pathFacts(analysis), cancelled));
  }

  /**
   * The same analysis with what may settle in more than one way, and with the findings of it. It
   * takes longer to find out than an edit may: tenths of a second for fifty sites.
   */
  public static Analysis settled(Analysis analysis) {
    return settled(analysis, () -> false);
  }

  /**
   * The same, unless it is cancelled.
   *
   * @param cancelled asked again and again; when true the analysis comes back as it was
   */
  public static Analysis settled(Analysis analysis, BooleanSupplier cancelled) {
    return analysis
        .solution()
        .instabilities(cancelled)
        .filter(found -> !found.equals(analysis.instabilities()))
        .map(analysis::withInstabilities)
        .orElse(analysis);
  }

  /** What is known of the paths of a design beyond their ways. */
  public static PathFacts pathFacts(Analysis analysis) {
    return new MeasuredPaths(analysis);
  }

  /**
   * What a fix would do: the design after it is analysed, under the same failures.
   *
   * @param analysis the design in which the fix was offered
   */
  public static FixPreview preview(Analysis analysis, Fix fix) {
    return FixPreview.of(fix, analysis);
  }

  /**
   * What pairs of failures break that neither failure breaks alone, on both cores.
   *
   * @param progress told now and then how many of how many pairs are done
   * @param cancelled asked between pairs; when true the result holds what was done so far
   */
  public static DoubleFailures doubleFailures(
      Analysis analysis, DoubleFailures.Progress progress, BooleanSupplier cancelled) {
    return new PairsOfFailures(analysis).run(progress, cancelled);
  }

  /**
   * What every single failure of an element, a link or a part does to each pair of sites.
   *
   * @param analysis the design as analysed; its own failures stay down throughout
   * @param cancelled asked between failures; when true the result holds what was done so far
   */
  public static Fallback fallback(Analysis analysis, BooleanSupplier cancelled) {
    return new Fallbacks(analysis).run(cancelled);
  }

  /**
   * The same, told as it is found.
   *
   * @param a the one site of the pair whose failures are tried first; null for no such pair
   * @param b the other
   * @param listener told of each failure once it is tried
   * @param cancelled asked between failures
   * @return empty where it was cancelled; the listener knows what was found by then
   */
  public static Optional<Fallback> fallback(
      Analysis analysis,
      @Nullable Id a,
      @Nullable Id b,
      Fallback.Listener listener,
      BooleanSupplier cancelled) {
    return new Fallbacks(analysis).run(a, b, listener, cancelled);
  }

  /**
   * What a failure of one thing sets off, step by step, and what its recovery does: the differences
   * between the states before and after, in order.
   *
   * @param failed an element, link or part, or the id of places that fail together as in {@link
   *     Fallback.Outcome#failed}
   */
  public static Steps steps(Analysis analysis, Id failed) {
    return StepsFinder.of(analysis, failed);
  }

  /** Why a table has the route to a prefix, or to the longest that holds it, or why it has none. */
  public static Explanation explain(Analysis analysis, VrfId table, Prefix prefix) {
    return new Explainer(analysis).explain(table, prefix);
  }

  /** The ways of packets from a table to all that another one holds, and back. */
  public static RoundTrip trace(Analysis analysis, VrfId from, VrfId to) {
    return new RoundTrips(analysis).between(from, to);
  }

  /** The ways of packets from a table to an address of this prefix, and back. */
  public static RoundTrip trace(Analysis analysis, VrfId from, Prefix to) {
    return new RoundTrips(analysis).to(from, to);
  }
}
