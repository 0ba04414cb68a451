package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-04: a Microsoft peering is told more prefixes than it takes. */
final class Pfx04 extends BudgetRule {

  Pfx04() {
    super("PFX-04");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Filter what the routers tell this peering down to the public prefixes that it"
            + " is for.");
  }
}
