package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mcx.analysis.Finding;
import mcx.analysis.rule.AzureSubnets;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Subnets;
import mcx.design.Id;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;

/**
 * ADR-10: Azure's gateways have no subnet of the right name, or too small a one for their circuits.
 * Too small a one for two gateways side by side is BKP-02.
 */
final class Adr10 extends Rule {

  /** The length that Microsoft advises where nothing asks for more (ER-GW). */
  private static final int USUAL_LENGTH = 27;

  Adr10() {
    super("ADR-10");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (AzureSubnets.Home home :
        AzureSubnets.homes(situation, "azure.er-gateway", "azure.vpn-gateway")) {
      Subnet subnet = Subnets.named(home.network(), AzureSubnets.GATEWAYS);
      OptionalLong most = home.mostLength(situation);
      if (home.network().subnets().isEmpty()) {
        if (most.isPresent()) {
          found.add(unknown(situation, home, most.getAsLong()));
        }
      } else if (subnet == null) {
        OptionalLong shared =
            home.isShared() ? home.mostSharedLength(situation) : OptionalLong.empty();
        long length = Math.min(most.orElse(USUAL_LENGTH), shared.orElse(USUAL_LENGTH));
        found.add(missing(situation, home, (int) length));
      } else if (most.isPresent() && subnet.prefix().length() > most.getAsLong()) {
        found.add(small(situation, home, subnet.prefix(), (int) most.getAsLong()));
      }
    }
    return found;
  }

  private Finding unknown(Situation situation, AzureSubnets.Home home, long most) {
    Id network = home.network().id();
    return finding(network)
        .showing(home.ids())
        .undecided()
        .title("Whether the gateways of " + situation.name(network) + " have room cannot be told")
        .text(
            "They need a subnet named GatewaySubnet of a /"
                + most
                + " or larger. The design names no subnets of this network.")
        .remedy("Enter its subnets.")
        .done();
  }

  private Finding missing(Situation situation, AzureSubnets.Home home, int length) {
    Id network = home.network().id();
    FindingDraft draft =
        finding(network)
            .showing(home.ids())
            .title(situation.name(network) + " has gateways and no subnet named GatewaySubnet")
            .text(
                "Azure puts ExpressRoute and VPN gateways into a subnet of exactly this name;"
                    + " without it they cannot be created.")
            .remedy("Add a subnet named GatewaySubnet, a /" + length + " or larger.");
    offer(draft, home, length, "Add GatewaySubnet ");
    return draft.done();
  }

  private Finding small(Situation situation, AzureSubnets.Home home, Prefix now, int most) {
    Id network = home.network().id();
    FindingDraft draft =
        finding(network)
            .showing(home.ids())
            .title(
                "The GatewaySubnet of "
                    + situation.name(network)
                    + " is a /"
                    + now.length()
                    + "; its circuits need a /"
                    + most)
            .text(
                "With as many circuits as an ExpressRoute gateway takes it needs more addresses. A"
                    + " subnet with gateways in it cannot be resized.")
            .remedy("Make it a /" + most + " or larger before the gateways are created.");
    offer(draft, home, most, "Make the GatewaySubnet ");
    return draft.done();
  }

  private static void offer(FindingDraft draft, AzureSubnets.Home home, int length, String what) {
    Prefix room = Subnets.room(home.network(), AzureSubnets.GATEWAYS, length);
    if (room != null) {
      draft.fix(
          what + room,
          (before, catalog) ->
              Subnets.put(before, home.network().id(), AzureSubnets.GATEWAYS, room));
    }
  }
}
