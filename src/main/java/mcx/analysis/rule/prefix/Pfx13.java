package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-13: an AWS VPN learns more prefixes by BGP than it takes. */
final class Pfx13 extends BudgetRule {

  Pfx13() {
    super("PFX-13");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy(
        "End the VPN at a transit gateway, which takes more prefixes than a virtual"
            + " private gateway.");
  }
}
