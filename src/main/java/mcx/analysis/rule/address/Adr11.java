package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.AzureSubnets;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Subnets;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;

/** ADR-11: something on a GatewaySubnet cuts its gateways off. */
final class Adr11 extends Rule {

  Adr11() {
    super("ADR-11");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (AzureSubnets.Home home :
        AzureSubnets.homes(situation, "azure.er-gateway", "azure.vpn-gateway")) {
      Subnet subnet = Subnets.named(home.network(), AzureSubnets.GATEWAYS);
      List<String> faults = subnet == null ? List.of() : faults(subnet.settings());
      if (!faults.isEmpty()) {
        found.add(found(situation, home, faults));
      }
    }
    return found;
  }

  private static List<String> faults(Settings settings) {
    List<String> faults = new ArrayList<>();
    if (settings.has(Setting.NETWORK_SECURITY_GROUP)) {
      faults.add("a network security group");
    }
    if (settings.prefixes(Setting.USER_ROUTES).stream().anyMatch(Prefix::isDefault)) {
      faults.add("a default route by hand");
    }
    if (Boolean.FALSE.equals(settings.flag(Setting.BGP_PROPAGATION))) {
      faults.add("route propagation switched off");
    }
    return faults;
  }

  private Finding found(Situation situation, AzureSubnets.Home home, List<String> faults) {
    Id network = home.network().id();
    FindingDraft draft =
        finding(network)
            .showing(home.ids())
            .title(
                "The GatewaySubnet of " + situation.name(network) + " has " + Phrases.list(faults))
            .text(
                "The gateways are managed, and exchange routes and traffic, through this subnet:"
                    + " what filters or redirects it there makes them stop working.")
            .remedy("Take it off the GatewaySubnet, and filter at the subnets of the workloads.");
    draft.fix(
        "Clear the GatewaySubnet of " + Phrases.list(faults),
        (before, catalog) -> Subnets.clean(before, network, AzureSubnets.GATEWAYS));
    return draft.done();
  }
}
