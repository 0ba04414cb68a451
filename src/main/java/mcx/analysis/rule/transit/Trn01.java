package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.Id;

/**
 * TRN-01: two sites have one ExpressRoute circuit each and no other way to each other. Microsoft's
 * edge passes nothing from one circuit to another, unless Global Reach joins the two.
 */
final class Trn01 extends PairRule {

  Trn01() {
    super("TRN-01");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitPairs.Two two : CircuitPairs.pairs(situation, "azure.expressroute")) {
      if (CircuitPairs.joined(situation, two.a().id()).contains(two.b().id())
          || Trn02.between(situation, two) != null) {
        continue;
      }
      SitePairs missing =
          missing(
              situation,
              situation.sites().premisesBehind(two.a()),
              situation.sites().premisesBehind(two.b()));
      boolean asked = !missing.expected().isEmpty();
      if (!missing.isEmpty() && (asked || CircuitPairs.shareGateway(situation, two))) {
        found.add(found(situation, two.a(), two.b(), missing));
      }
    }
    return found;
  }

  private Finding found(Situation situation, Circuit a, Circuit b, SitePairs missing) {
    String names = situation.name(a.id()) + " and " + situation.name(b.id());
    FindingDraft draft =
        about(missing, a.id(), b.id())
            .title(missing.names() + " do not reach each other through Azure")
            .text(
                "Each has an ExpressRoute circuit of its own, and both reach the virtual networks."
                    + " But Microsoft's edge passes no routes from one circuit to another, so "
                    + names
                    + " do not join the sites behind them.")
            .remedy("Join " + names + " by Global Reach.")
            .remedy("Join the sites by a provider, or by VPN.");
    // Where others are asked for, joining these two as well might only make them look transitive.
    boolean asked = !missing.expected().isEmpty() || situation.design().intents().isEmpty();
    if (asked && !GlobalReach.refused(situation, a, b)) {
      Id one = a.id();
      Id other = b.id();
      draft.fix(
          "Join " + names + " by Global Reach",
          (design, catalog) -> Edits.joinCircuits(design, one, other));
    }
    return draft.done();
  }
}
