package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-06: an Azure VPN gateway learns more prefixes from one peer than it takes. */
final class Pfx06 extends BudgetRule {

  Pfx06() {
    super("PFX-06");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "Send the gateway a default route, or one summary of each site, in the place of"
            + " every network.");
  }
}
