package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;

/** TRN-11: sites on Direct Connect do not reach each other over AWS without SiteLink. */
final class Trn11 extends PairRule {

  Trn11() {
    super("TRN-11");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitPairs.Two two : CircuitPairs.pairs(situation, "aws.direct-connect")) {
      if (!CircuitPairs.shareGateway(situation, two)
          || CircuitPairs.joined(situation, two.a().id()).contains(two.b().id())) {
        continue;
      }
      SitePairs missing =
          missing(
              situation,
              situation.sites().premisesBehind(two.a()),
              situation.sites().premisesBehind(two.b()));
      if (!missing.isEmpty()) {
        Id a = two.a().id();
        Id b = two.b().id();
        String names = situation.name(a) + " and " + situation.name(b);
        found.add(
            about(missing, a, b)
                .title(missing.names() + " do not reach each other through AWS")
                .text(
                    "Both come by Direct Connect to one Direct Connect gateway, which passes"
                        + " nothing from one virtual interface to another. SiteLink, set on each of"
                        + " the two interfaces, carries traffic between the sites.")
                .remedy("Switch SiteLink on for " + names + ".")
                .remedy("Join the sites by a provider, or by VPN.")
                .fix(
                    "Join " + names + " by SiteLink",
                    (design, catalog) -> Edits.joinCircuits(design, a, b))
                .done());
      }
    }
    return found;
  }
}
