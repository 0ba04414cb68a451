package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Id;

/** TRN-16: IBM carries no traffic between a customer's sites on Direct Link. */
final class Trn16 extends PairRule {

  Trn16() {
    super("TRN-16");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitPairs.Two two : CircuitPairs.pairs(situation, "ibm.direct-link")) {
      SitePairs missing =
          missing(
              situation,
              situation.sites().premisesBehind(two.a()),
              situation.sites().premisesBehind(two.b()));
      boolean asked = !missing.expected().isEmpty();
      if (!missing.isEmpty() && (asked || CircuitPairs.shareGateway(situation, two))) {
        SortedSet<Id> gateways = new TreeSet<>(situation.sites().gateways(two.a()));
        gateways.addAll(situation.sites().gateways(two.b()));
        found.add(
            about(missing, two.a().id(), two.b().id())
                .showing(gateways)
                .title(missing.names() + " do not reach each other over IBM Cloud")
                .text(
                    "Each has a Direct Link, but IBM does not permit traffic between a customer's"
                        + " own sites over its backbone, with a Transit Gateway or without.")
                .remedy("Join the sites by a provider, or by VPN.")
                .done());
      }
    }
    return found;
  }
}
