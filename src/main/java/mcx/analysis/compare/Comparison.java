package mcx.analysis.compare;

import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one design to another.
 *
 * @param drawing what changed of what is drawn, in the order of ids, elements before links
 * @param tables the routing tables whose routes changed, in order
 * @param reach the pairs of sites whose path changed, in order
 * @param fallback the pairs of sites for which a failure does something else than before, in order;
 *     empty where failures were not computed
 * @param budgets the prefix limits that are another, or count another number, in order
 * @param solved the findings that are gone, worst first
 * @param caused the findings that are new, worst first
 * @param intents the intents that changed, or whose state did
 * @param remarks what can only be told of the change itself
 */
public record Comparison(
    List<ThingChange> drawing,
    List<TableChange> tables,
    List<ReachChange> reach,
    List<FallbackChange> fallback,
    List<BudgetChange> budgets,
    List<Finding> solved,
    List<Finding> caused,
    List<IntentChange> intents,
    List<Finding> remarks) {

  public Comparison {
    drawing = List.copyOf(drawing);
    tables = List.copyOf(tables);
    reach = List.copyOf(reach);
    fallback = List.copyOf(fallback);
    budgets = List.copyOf(budgets);
    solved = List.copyOf(solved);
    caused = List.copyOf(caused);
    intents = List.copyOf(intents);
    remarks = List.copyOf(remarks);
  }

  /** Compares two designs, but for what failures do. */
  public static Comparison of(Analysis before, Analysis after) {
    return of(before, after, null, null);
  }

  /**
   * Compares two designs.
   *
   * @param fallbackBefore what every single failure does to the first; null where that is left out
   * @param fallbackAfter the same for the second
   */
  public static Comparison of(
      Analysis before,
      Analysis after,
      @Nullable Fallback fallbackBefore,
      @Nullable Fallback fallbackAfter) {
    return new Comparison(
        new DrawingDiff(before, after).changes(),
        TableDiff.changes(before, after),
        ReachDiff.changes(before, after),
        fallbackBefore == null || fallbackAfter == null
            ? List.of()
            : FallbackDiff.changes(before, after, fallbackBefore, fallbackAfter),
        BudgetDiff.changes(before, after),
        Finding.without(before.findings(), after.findings()),
        Finding.without(after.findings(), before.findings()),
        IntentDiff.changes(before, after),
        Remarks.of(before, after));
  }

  /** Whether nothing changed at all, in the drawing or in what it does. */
  public boolean isEmpty() {
    return drawing.isEmpty() && intents.isEmpty() && changesNothing();
  }

  /** Whether the network does what it did. */
  public boolean changesNothing() {
    return tables.isEmpty()
        && reach.isEmpty()
        && fallback.isEmpty()
        && budgets.isEmpty()
        && solved.isEmpty()
        && caused.isEmpty();
  }
}
