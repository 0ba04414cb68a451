package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-22: an Alibaba VPN gateway learns more prefixes by BGP than it takes. */
final class Pfx22 extends BudgetRule {

  Pfx22() {
    super("PFX-22");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Ask Alibaba for a larger quota, and enter it as the prefix quota of the" + " gateway.");
  }
}
