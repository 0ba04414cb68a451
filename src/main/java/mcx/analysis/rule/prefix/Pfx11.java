package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-11: a public virtual interface is told more prefixes than it takes. */
final class Pfx11 extends BudgetRule {

  Pfx11() {
    super("PFX-11");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Filter what the router tells this interface down to the public prefixes that"
            + " it is for.");
  }
}
