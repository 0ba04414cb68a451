package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-16: a Google network learns more destinations in a region than its quota allows. */
final class Pfx16 extends BudgetRule {

  Pfx16() {
    super("PFX-16");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Ask Google for a larger quota, and enter it as the prefix quota of the"
            + " region’s Cloud Routers.");
  }
}
