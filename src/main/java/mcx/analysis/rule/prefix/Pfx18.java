package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-18: an Oracle virtual circuit is told more prefixes than it takes. */
final class Pfx18 extends BudgetRule {

  Pfx18() {
    super("PFX-18");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Ask Oracle what happens beyond the limit before you rely on it: no document"
            + " that was read says so.");
  }
}
