package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-10: more prefixes are allotted to the interfaces of one connection, or of one Direct Connect
 * gateway, than it has. */
final class Pfx10 extends BudgetRule {

  Pfx10() {
    super("PFX-10");
  }

  @Override
  String text(Situation situation, List<Budget> budgets) {
    return "What an interface may be told is set aside for it, whether it is used or not. AWS refuses"
        + " an allocation beyond what there is.";
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft
        .remedy("Lower the allocations to what the interfaces need.")
        .remedy("Spread the interfaces over more connections, or more Direct Connect gateways.");
    Allocations.offerToLower(situation, budgets, draft);
  }
}
