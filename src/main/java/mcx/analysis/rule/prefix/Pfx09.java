package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/**
 * PFX-09: a private or transit virtual interface of AWS is told more prefixes than are allotted to
 * it.
 */
final class Pfx09 extends BudgetRule {

  Pfx09() {
    super("PFX-09");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Raise the interface's prefix allocation, from the pool of its connection"
            + " (prefix controls).");
    Allocations.offerToRaise(situation, budgets, draft);
  }
}
