package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/**
 * PFX-08: with branch-to-branch, more prefixes go out on the circuits than ExpressRoute carries.
 */
final class Pfx08 extends BudgetRule {

  Pfx08() {
    super("PFX-08");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
    draft.remedy("Turn branch-to-branch off, where the branches need not reach each other.");
  }
}
