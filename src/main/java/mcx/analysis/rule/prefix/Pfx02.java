package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;

/**
 * PFX-02: an ExpressRoute gateway has more prefixes of virtual networks to advertise than it may.
 */
final class Pfx02 extends BudgetRule {

  Pfx02() {
    super("PFX-02");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft
        .remedy("Give the virtual networks fewer, larger address ranges.")
        .remedy(
            "Let the gateway advertise summaries (summarizedGatewayPrefixes) in the place of each"
                + " range.")
        .remedy("Spread the virtual networks over more gateways, with circuits of their own.");
    AddressRanges.offerToMerge(situation, budgets, draft);
    GatewaySummaries.offer(situation, budgets, draft);
  }
}
