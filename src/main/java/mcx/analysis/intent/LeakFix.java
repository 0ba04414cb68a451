package mcx.analysis.intent;

import java.util.List;
import java.util.function.UnaryOperator;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.RoutePolicy;

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
    UnaryOperator<RoutePolicy> filter =
        p -> PolicyEdits.refusingExactly(p, "keep-apart", stop.prefixes());
    return SessionEnds.edit(
        design,
        stop.place().part(),
        stop.place().atA(),
        stop.outbound() ? PolicyEdits.sending(filter) : PolicyEdits.receiving(filter));
  }
}
