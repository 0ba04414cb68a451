package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.SitePairs.Pair;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;

/** TRN-08: VPCs behind one Direct Connect gateway do not reach each other through it. */
final class Trn08 extends PairRule {

  Trn08() {
    super("TRN-08");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway dxgw : situation.gateways("aws.dxgw")) {
      List<SortedSet<Id>> behind = new ArrayList<>();
      for (GatewayAssociation l : situation.links(GatewayAssociation.class)) {
        if (l.joins(dxgw.id())) {
          behind.add(situation.sites().served(l.other(dxgw.id())));
        }
      }
      for (int i = 0; i < behind.size(); i++) {
        SortedSet<Id> others = new TreeSet<>();
        behind.subList(i + 1, behind.size()).forEach(others::addAll);
        SitePairs missing = missing(situation, behind.get(i), others);
        if (!missing.isEmpty() && missing.expected().isEmpty()) {
          found.add(unasked(situation, dxgw, missing));
          break;
        }
        missing.list().forEach(pair -> found.add(expected(situation, dxgw, pair)));
      }
    }
    return found;
  }

  private Finding expected(Situation situation, Gateway dxgw, Pair pair) {
    String names = situation.name(pair.a()) + " and " + situation.name(pair.b());
    return finding(pair.a(), pair.b())
        .showing(List.of(dxgw.id()))
        .title(names + " do not reach each other through " + situation.name(dxgw.id()))
        .text(
            "A Direct Connect gateway passes nothing from one virtual private gateway to another."
                + " Only a wider prefix that a site advertises over the same interface turns such"
                + " traffic back, through that site's router.")
        .remedy(
            "Attach the VPCs to a Transit Gateway, and associate that with the Direct Connect"
                + " gateway.")
        .remedy("Peer " + names + ".")
        .fix("Peer " + names, (design, catalog) -> Edits.peer(design, pair.a(), pair.b()))
        .done();
  }

  private Finding unasked(Situation situation, Gateway dxgw, SitePairs missing) {
    return about(missing, dxgw.id())
        .title(missing.names() + " do not reach each other through " + situation.name(dxgw.id()))
        .text(
            "A Direct Connect gateway joins each VPC with the sites, not VPCs with each other. If"
                + " that is meant, an intent that keeps them apart says so.")
        .done();
  }
}
