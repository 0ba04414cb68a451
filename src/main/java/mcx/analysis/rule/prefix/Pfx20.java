package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-20: an IBM VPN with dynamic routing learns more prefixes than it takes. */
final class Pfx20 extends BudgetRule {

  Pfx20() {
    super("PFX-20");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy("Have somebody ready who restarts the session: it does not come back by itself.");
  }
}
