package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-01: the customer tells an ExpressRoute private peering more prefixes than it takes. */
final class Pfx01 extends BudgetRule {

  Pfx01() {
    super("PFX-01");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy("Order the circuit as Premium, which takes more IPv4 prefixes.");
    ExpressRouteSkus.offerPremium(situation, budgets, draft);
  }
}
