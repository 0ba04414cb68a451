package mcx.analysis.rule.address;

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
import mcx.design.Setting;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;

/** ADR-12: a Route Server has no clean subnet of its own. */
final class Adr12 extends Rule {

  Adr12() {
    super("ADR-12");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (AzureSubnets.Home home : AzureSubnets.homes(situation, "azure.route-server")) {
      Subnet subnet = Subnets.named(home.network(), AzureSubnets.ROUTE_SERVER);
      OptionalLong most = home.mostLength(situation);
      if (most.isEmpty()) {
        continue;
      }
      int length = (int) most.getAsLong();
      if (home.network().subnets().isEmpty()) {
        found.add(unknown(situation, home, length));
      } else if (subnet == null) {
        found.add(
            room(
                situation,
                home,
                situation.name(home.network().id())
                    + " has a Route Server and no subnet named RouteServerSubnet",
                length));
      } else if (subnet.prefix().length() > length) {
        found.add(
            room(
                situation,
                home,
                "The RouteServerSubnet of "
                    + situation.name(home.network().id())
                    + " is a /"
                    + subnet.prefix().length()
                    + "; a Route Server needs a /"
                    + length,
                length));
      } else {
        List<String> faults = faults(subnet);
        if (!faults.isEmpty()) {
          found.add(unclean(situation, home, faults));
        }
      }
    }
    return found;
  }

  private Finding unknown(Situation situation, AzureSubnets.Home home, int length) {
    Id network = home.network().id();
    return finding(network)
        .showing(home.ids())
        .undecided()
        .title(
            "Whether the Route Server of " + situation.name(network) + " has room cannot be told")
        .text(
            "It needs a subnet named RouteServerSubnet of a /"
                + length
                + " or larger, for itself. The design names no subnets of this network.")
        .remedy("Enter its subnets.")
        .done();
  }

  private static List<String> faults(Subnet subnet) {
    List<String> faults = new ArrayList<>();
    if (subnet.settings().has(Setting.NETWORK_SECURITY_GROUP)) {
      faults.add("a network security group");
    }
    if (!subnet.settings().prefixes(Setting.USER_ROUTES).isEmpty()) {
      faults.add("routes by hand");
    }
    return faults;
  }

  private Finding room(Situation situation, AzureSubnets.Home home, String title, int length) {
    Id network = home.network().id();
    FindingDraft draft =
        finding(network)
            .showing(home.ids())
            .title(title)
            .text(
                "Azure puts a Route Server into a dedicated subnet of exactly this name and of a"
                    + " least size; without it the Route Server cannot be created.")
            .remedy("Give the network a subnet RouteServerSubnet of a /" + length + " or larger.");
    Prefix room = Subnets.room(home.network(), AzureSubnets.ROUTE_SERVER, length);
    if (room != null) {
      draft.fix(
          "Make the RouteServerSubnet " + room,
          (before, catalog) -> Subnets.put(before, network, AzureSubnets.ROUTE_SERVER, room));
    }
    return draft.done();
  }

  private Finding unclean(Situation situation, AzureSubnets.Home home, List<String> faults) {
    Id network = home.network().id();
    return finding(network)
        .showing(home.ids())
        .title(
            "The RouteServerSubnet of " + situation.name(network) + " has " + Phrases.list(faults))
        .text("Azure supports neither on this subnet, so the Route Server cannot be created.")
        .remedy("Take it off; a Route Server forwards no packets that it could filter or steer.")
        .fix(
            "Clear the RouteServerSubnet of " + Phrases.list(faults),
            (before, catalog) -> Subnets.clean(before, network, AzureSubnets.ROUTE_SERVER))
        .done();
  }
}
