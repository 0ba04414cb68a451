package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Subnets;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Family;
import org.jspecify.annotations.Nullable;

/** BKP-02: ExpressRoute and VPN gateways share a GatewaySubnet that is too small for both. */
final class Bkp02 extends Rule {

  /** The subnet's name is fixed by Azure (ER-GW). */
  private static final String SUBNET = "GatewaySubnet";

  Bkp02() {
    super("BKP-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VirtualNetwork network : situation.all(VirtualNetwork.class)) {
      Gateway er = gateway(situation, network.id(), "azure.er-gateway");
      Gateway vpn = gateway(situation, network.id(), "azure.vpn-gateway");
      Product product = er == null ? null : situation.product(er.id());
      if (er != null
          && vpn != null
          && product != null
          && product.number(Quantity.SHARED_SUBNET_LENGTH).isPresent()) {
        int length = (int) product.number(Quantity.SHARED_SUBNET_LENGTH).getAsLong();
        check(situation, network, er, vpn, length, found);
      }
    }
    return found;
  }

  private static @Nullable Gateway gateway(Situation situation, Id network, String product) {
    return situation.sites().gateways(network).stream()
        .map(id -> situation.design().element(id, Gateway.class))
        .filter(g -> g != null && g.product().startsWith(product))
        .findFirst()
        .orElse(null);
  }

  private void check(
      Situation situation,
      VirtualNetwork network,
      Gateway er,
      Gateway vpn,
      int length,
      List<Finding> found) {
    List<Subnet> subnets =
        network.subnets().stream()
            .filter(s -> s.name().equalsIgnoreCase(SUBNET) && s.prefix().family() == Family.V4)
            .toList();
    String name = situation.name(network.id());
    FindingDraft draft =
        finding(network.id())
            .showing(List.of(er.id(), vpn.id()))
            .remedy("Give " + name + " a GatewaySubnet of /" + length + " or larger.");
    if (subnets.isEmpty()) {
      found.add(
          draft
              .undecided()
              .title("Whether the GatewaySubnet of " + name + " holds both gateways cannot be told")
              .text(
                  "ExpressRoute and VPN gateways share a subnet named GatewaySubnet, of /"
                      + length
                      + " or larger. None is drawn.")
              .done());
      return;
    }
    Subnet small = subnets.getFirst();
    if (small.prefix().length() <= length) {
      return;
    }
    Id id = network.id();
    draft
        .title(
            name
                + " has a GatewaySubnet of /"
                + small.prefix().length()
                + ", too small for "
                + situation.name(er.id())
                + " and "
                + situation.name(vpn.id()))
        .text(
            "Both gateways stand in that subnet, and side by side they need /"
                + length
                + " or larger: the second cannot be deployed.");
    if (Subnets.room(network, small.name(), length) != null) {
      draft.fix(
          "Enlarge the GatewaySubnet of " + name + " to /" + length,
          (design, catalog) -> Subnets.enlarge(design, id, small.name(), length));
    }
    found.add(draft.done());
  }
}
