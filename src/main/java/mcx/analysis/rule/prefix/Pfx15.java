package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-15: a Google Cloud Router hears more prefixes from one peer than it takes. */
final class Pfx15 extends BudgetRule {

  Pfx15() {
    super("PFX-15");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    summarise(situation, budgets, draft);
  }
}
