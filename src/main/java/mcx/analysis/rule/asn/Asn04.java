package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Behind;
import mcx.compile.Note.Severity;
import mcx.design.BgpPeering;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.VirtualNetwork;
import mcx.inet.Asn;

/**
 * ASN-04: an appliance beside a Route Server speaks with the Route Server's own number, or with one
 * that older Route Servers cannot take.
 */
final class Asn04 extends Rule {

  Asn04() {
    super("ASN-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway server : situation.gateways("azure.route-server")) {
      Product product = situation.catalog().of(server);
      if (product == null) {
        continue;
      }
      for (Router appliance : situation.all(Router.class)) {
        Asn asn = appliance.asn();
        if (asn != null && peers(situation, server, appliance)) {
          long most = product.number(Quantity.MAX_PEER_ASN).orElse(Long.MAX_VALUE);
          if (product.refuses(asn)) {
            found.add(refused(situation, server, appliance, asn));
          } else if (asn.value() > most) {
            found.add(wide(situation, server, appliance, asn));
          }
        }
      }
    }
    return found;
  }

  /** Whether they are drawn as peers, or the appliance stands in a network that it serves. */
  private static boolean peers(Situation situation, Gateway server, Router router) {
    boolean drawn =
        situation.links(BgpPeering.class).stream()
            .anyMatch(l -> l.joins(server.id()) && l.joins(router.id()));
    VirtualNetwork network = situation.design().within(router.id(), VirtualNetwork.class);
    return drawn
        || (router.kind() == RouterKind.APPLIANCE
            && network != null
            && Behind.homes(situation.design(), server).contains(network));
  }

  private Finding refused(Situation situation, Gateway server, Router appliance, Asn asn) {
    FindingDraft draft =
        finding(appliance.id(), server.id())
            .title(
                situation.name(appliance.id())
                    + " has AS "
                    + asn
                    + ", the number of the Route Server it peers with")
            .text(
                "A Route Server speaks with this number itself, so it refuses the peering or finds"
                    + " a loop in every path: it and the appliance exchange no routes.")
            .remedy("Give the appliance another AS number, one of 16 bits to be safe.");
    OtherNumber.renumber(draft, situation, appliance, asn);
    return draft.done();
  }

  private Finding wide(Situation situation, Gateway server, Router appliance, Asn asn) {
    Id id = appliance.id();
    FindingDraft draft =
        finding(id, server.id())
            .severity(Severity.WARNING)
            .title(
                situation.name(id)
                    + " has AS "
                    + asn
                    + ", which an older Route Server does not take")
            .text(
                "The text of 2022 says that a Route Server peers with 16-bit AS numbers only; newer"
                    + " ones may take 32 bits, which is not confirmed.")
            .remedy(
                "Give the appliance a 16-bit AS number, or try the peering before you rely on it.");
    OtherNumber.renumber(draft, situation, appliance, asn);
    return draft.done();
  }
}
