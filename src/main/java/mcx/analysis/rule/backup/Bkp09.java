package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Family;

/** BKP-09: ExpressRoute and VPN gateways stand in one virtual network that has IPv6 too. */
final class Bkp09 extends Rule {

  Bkp09() {
    super("BKP-09");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VirtualNetwork network : situation.all(VirtualNetwork.class)) {
      SortedSet<Id> gateways = situation.sites().gateways(network.id());
      boolean dual = network.prefixes().stream().anyMatch(p -> p.first().family() == Family.V6);
      if (dual
          && has(situation, gateways, "azure.er-gateway")
          && has(situation, gateways, "azure.vpn-gateway")) {
        String name = situation.name(network.id());
        found.add(
            finding(network.id())
                .showing(gateways)
                .title(name + " has IPv6 beside ExpressRoute and VPN gateways")
                .text(
                    "Microsoft's text (of 2023 and 2024) supports the two gateways side by side for"
                        + " IPv4 only. IPv6 may not reach on-premises, by either way.")
                .remedy("Use IPv4 only in " + name + ".")
                .remedy("Put the VPN gateway into a network of its own.")
                .done());
      }
    }
    return found;
  }

  private static boolean has(Situation situation, SortedSet<Id> gateways, String product) {
    return gateways.stream()
        .map(id -> situation.design().element(id, Gateway.class))
        .anyMatch(g -> g != null && g.product().startsWith(product));
  }
}
