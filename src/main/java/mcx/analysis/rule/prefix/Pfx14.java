package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-14: the table of a transit gateway holds more routes than it may. */
final class Pfx14 extends BudgetRule {

  Pfx14() {
    super("PFX-14");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    AddressRanges.offerToMerge(situation, budgets, draft);
    draft.remedy("Ask AWS for a larger quota, and enter it as the prefix quota of the gateway.");
  }
}
