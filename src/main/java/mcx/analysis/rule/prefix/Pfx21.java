package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-21: an Alibaba virtual border router hears more prefixes from one peer than it takes. */
final class Pfx21 extends BudgetRule {

  Pfx21() {
    super("PFX-21");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Ask Alibaba for a larger quota, and enter it as the prefix allocation of the"
            + " connection.");
  }
}
