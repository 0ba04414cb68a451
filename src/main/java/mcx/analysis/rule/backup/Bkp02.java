package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mcx.analysis.Finding;
import mcx.analysis.rule.AzureSubnets;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Subnets;
import mcx.design.Id;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;

/**
 * BKP-02: ExpressRoute and VPN gateways share a GatewaySubnet that is too small for both. Where
 * there is none among the subnets, that is ADR-10.
 */
final class Bkp02 extends Rule {

  Bkp02() {
    super("BKP-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (AzureSubnets.Home home :
        AzureSubnets.homes(situation, "azure.er-gateway", "azure.vpn-gateway")) {
      OptionalLong most = home.mostSharedLength(situation);
      if (!home.isShared() || most.isEmpty()) {
        continue;
      }
      int length = (int) most.getAsLong();
      Subnet subnet = Subnets.named(home.network(), AzureSubnets.GATEWAYS);
      if (home.network().subnets().isEmpty()) {
        found.add(unknown(situation, home, length));
      } else if (subnet != null && subnet.prefix().length() > length) {
        found.add(small(situation, home, subnet, length));
      }
    }
    return found;
  }

  private FindingDraft about(AzureSubnets.Home home, String name, int length) {
    return finding(home.network().id())
        .showing(home.ids())
        .remedy("Give " + name + " a GatewaySubnet of /" + length + " or larger.");
  }

  private Finding unknown(Situation situation, AzureSubnets.Home home, int length) {
    String name = situation.name(home.network().id());
    return about(home, name, length)
        .undecided()
        .title("Whether the GatewaySubnet of " + name + " holds both gateways cannot be told")
        .text(
            "ExpressRoute and VPN gateways share a subnet named GatewaySubnet, of /"
                + length
                + " or larger. None is drawn.")
        .done();
  }

  private Finding small(Situation situation, AzureSubnets.Home home, Subnet now, int length) {
    Id network = home.network().id();
    String name = situation.name(network);
    FindingDraft draft =
        about(home, name, length)
            .title(
                name
                    + " has a GatewaySubnet of /"
                    + now.prefix().length()
                    + ", too small for "
                    + Phrases.list(home.ids().stream().map(situation::name).toList()))
            .text(
                "The gateways stand in that subnet, and side by side they need /"
                    + length
                    + " or larger: the second cannot be deployed. A subnet with gateways in it"
                    + " cannot be resized.");
    Prefix room = Subnets.room(home.network(), now.name(), length);
    if (room != null) {
      draft.fix(
          "Make the GatewaySubnet of " + name + " " + room,
          (design, catalog) -> Subnets.put(design, network, now.name(), room));
    }
    return draft.done();
  }
}
