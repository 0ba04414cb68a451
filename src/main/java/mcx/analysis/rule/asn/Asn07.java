package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.inet.Asn;

/** ASN-07: Transit Gateways on one Direct Connect gateway share an AS number. */
final class Asn07 extends Rule {

  Asn07() {
    super("ASN-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway near : situation.gateways("aws.dxgw")) {
      SortedMap<Asn, List<Gateway>> hubs = new TreeMap<>();
      for (GatewayAssociation link : situation.links(GatewayAssociation.class)) {
        Gateway far =
            link.joins(near.id())
                ? situation.design().element(link.other(near.id()), Gateway.class)
                : null;
        Asn asn = far == null ? null : situation.asn(far);
        if (far != null && asn != null && far.product().equals("aws.tgw")) {
          hubs.computeIfAbsent(asn, k -> new ArrayList<>()).add(far);
        }
      }
      hubs.forEach(
          (asn, all) -> {
            if (all.size() > 1) {
              found.add(found(situation, near, asn, all));
            }
          });
    }
    return found;
  }

  private Finding found(Situation situation, Gateway near, Asn asn, List<Gateway> hubs) {
    List<Id> subjects = new ArrayList<>(hubs.stream().map(Gateway::id).toList());
    Gateway last = hubs.getLast();
    FindingDraft draft =
        finding(subjects)
            .showing(List.of(near.id()))
            .title(
                Phrases.list(hubs.stream().map(h -> situation.name(h.id())).toList())
                    + " share AS "
                    + asn
                    + " on "
                    + situation.name(near.id()))
            .text(
                "Transit Gateways of different regions on one Direct Connect gateway need numbers"
                    + " of their own: each takes the other's routes for its own and drops them, so"
                    + " routing between the regions breaks.")
            .remedy("Give each Transit Gateway its own AS number; it is chosen at creation.");
    OtherNumber.offer(draft, situation, last);
    return draft.done();
  }
}
