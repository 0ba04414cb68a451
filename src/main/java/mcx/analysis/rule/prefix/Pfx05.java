package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;

/**
 * PFX-05: an ExpressRoute gateway is to learn more than it can, or a Premium circuit brings it
 * nearly so much.
 */
final class Pfx05 extends BudgetRule {

  Pfx05() {
    super("PFX-05");
  }

  @Override
  boolean concerns(Situation situation, Budget budget) {
    return budget.rule().equals(id())
        && (budget.exceeded()
            || (budget.share() >= PrefixMargin.NEARLY_FULL && hasPremium(situation, budget)));
  }

  private static boolean hasPremium(Situation situation, Budget budget) {
    for (CircuitAttachment link : situation.links(CircuitAttachment.class)) {
      Circuit circuit =
          link.joins(budget.holder())
              ? situation.design().element(link.other(budget.holder()), Circuit.class)
              : null;
      if (circuit != null && ExpressRouteSkus.PREMIUM.equals(circuit.sku())) {
        return true;
      }
    }
    return false;
  }

  @Override
  String text(Situation situation, List<Budget> budgets) {
    Budget b = budgets.getFirst();
    return (b.exceeded()
            ? "The circuits take them, the gateway does not learn them all. "
            : "The circuit would take more than the gateway learns: "
                + b.headroom()
                + " more fit. ")
        + "Microsoft does not say what happens beyond the gateway's number. The prefixes come from "
        + origins(situation, b)
        + ".";
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft.remedy("Take a larger gateway, as far as there is one.");
    ExpressRouteSkus.offerLargerGateway(situation, budgets.getFirst(), draft);
    summarise(situation, budgets, draft);
  }
}
