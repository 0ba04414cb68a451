package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.SessionEnds;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.inet.Prefix;

/**
 * Stops a leak between what should be apart: sets a filter where it is best stopped, looks again,
 * and goes on until nothing leaks in either direction, also when something fails.
 */
public final class LeakFix {

  /** More filters than this are no fix, but another design. */
  private static final int MOST_FILTERS = 24;

  private LeakFix() {}

  /** The design with the filters that keep an intent of isolation. */
  public static Change apply(Design design, Catalog catalog, Intent intent) {
    Design mended = design;
    Id main = intent.from();
    boolean first = true;
    for (int i = 0; i < MOST_FILTERS; i++) {
      Analysis analysis = Analyzer.analyze(mended, catalog);
      IntentResult result =
          IntentChecks.all(analysis, List.of(intent), PathFacts.NONE, () -> false).getFirst();
      Counterexample shown = result.counterexample();
      Leaks.Stop stop = shown == null ? null : Leaks.stop(analysis, intent, shown);
      if (stop == null) {
        break;
      }
      Design next = filtered(mended, stop);
      if (next.equals(mended)) {
        break;
      }
      if (first) {
        main = stop.place().part().owner();
        first = false;
      }
      mended = next;
    }
    return new Change(mended, List.of(), main);
  }

  /** The design with a filter for what leaks. */
  static Design filtered(Design design, Leaks.Stop stop) {
    return SessionEnds.with(
        design,
        stop.place(),
        end -> {
          RoutePolicy before = stop.outbound() ? end.exportPolicy() : end.importPolicy();
          RoutePolicy after = denying(before, stop);
          return stop.outbound()
              ? end.with("exportPolicy", after)
              : end.with("importPolicy", after);
        });
  }

  private static RoutePolicy denying(RoutePolicy before, Leaks.Stop stop) {
    List<PrefixMatch> matches = new ArrayList<>();
    for (Prefix prefix : stop.prefixes()) {
      matches.add(new PrefixMatch(prefix, null, null));
    }
    List<Term> terms = new ArrayList<>(before.terms());
    Term deny =
        new Term("keep-apart", matches, List.of(), null, null, false, RoutePolicy.Change.NONE);
    if (!terms.isEmpty() && terms.getFirst().equals(deny)) {
      return before;
    }
    terms.addFirst(deny);
    return new RoutePolicy(terms, before.otherwise());
  }
}
