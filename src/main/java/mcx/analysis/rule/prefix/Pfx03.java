package mcx.analysis.rule.prefix;

import java.util.List;
import java.util.Set;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/** PFX-03: ExpressRoute has nearly as many prefixes as it takes, or as it may advertise. */
final class Pfx03 extends BudgetRule {

  Pfx03() {
    super("PFX-03");
  }

  private static final Set<String> LIMITS = Set.of("PFX-01", "PFX-02");

  @Override
  boolean concerns(Situation situation, Budget budget) {
    return LIMITS.contains(budget.rule())
        && !budget.exceeded()
        && budget.share() >= PrefixMargin.NEARLY_FULL;
  }

  @Override
  String text(Situation situation, List<Budget> budgets) {
    return "No more than "
        + budgets.getFirst().headroom()
        + " fit. Beyond that: "
        + super.text(situation, budgets);
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    boolean outgoing = budgets.stream().allMatch(Budget::outgoing);
    draft.remedy(
        outgoing
            ? "Plan fewer, larger address ranges for the virtual networks, before more come."
            : "Plan summaries at the customer's routers, before more networks come.");
    if (outgoing) {
      AddressRanges.offerToMerge(situation, budgets, draft);
      GatewaySummaries.offer(situation, budgets, draft);
    } else {
      Summarising.offer(situation, budgets, draft);
    }
  }
}
