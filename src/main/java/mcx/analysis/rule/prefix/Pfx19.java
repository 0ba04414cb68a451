package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Id;
import mcx.network.LimitBasis.Over;

/**
 * PFX-19: an IBM Direct Link, or a connection of an IBM transit gateway, brings more prefixes than
 * it may.
 */
final class Pfx19 extends BudgetRule {

  Pfx19() {
    super("PFX-19");
  }

  /** The link of a transit gateway's connection speaks of the Direct Link behind it. */
  @Override
  Id subject(Situation situation, Budget budget) {
    Id link = budget.link();
    if (link != null && situation.design().link(link.owner()) instanceof CircuitAttachment a) {
      return situation.design().element(a.a(), Circuit.class) != null ? a.a() : a.b();
    }
    return super.subject(situation, budget);
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    if (budgets.stream().allMatch(b -> b.over() == Over.NETWORK)) {
      draft.remedy("Give the VPC fewer, larger address prefixes.");
      AddressRanges.offerToMerge(situation, budgets, draft);
    } else {
      summarise(situation, budgets, draft);
      draft.remedy("Let a prefix filter of the transit gateway keep out what is not needed.");
    }
  }
}
