package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;

/** TRN-10: VPN sites of a VGW reach the Direct Connect sites of the same VGW. */
final class Trn10 extends PairRule {

  Trn10() {
    super("TRN-10");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway vgw : situation.gateways("aws.vgw")) {
      SortedSet<Id> onVpn = new TreeSet<>();
      for (VpnConnection vpn : situation.links(VpnConnection.class)) {
        if (vpn.joins(vgw.id())) {
          onVpn.addAll(situation.sites().premisesBehind(vpn, vgw.id()));
        }
      }
      SortedSet<Id> onCircuits = new TreeSet<>();
      for (Circuit circuit : situation.circuits("aws.")) {
        if (CloudHub.leads(situation, circuit, vgw.id())) {
          onCircuits.addAll(situation.sites().premisesBehind(circuit));
        }
      }
      SitePairs reaching = unasked(situation, onCircuits, onVpn, vgw.id());
      if (!reaching.isEmpty()) {
        found.add(
            leaking(reaching, vgw.id())
                .title(reaching.names() + " reach each other through " + situation.name(vgw.id()))
                .text(
                    "One comes by Direct Connect, the other by VPN, and a virtual private gateway"
                        + " tells its VPN sites of what Direct Connect brings, and the other way"
                        + " round.")
                .remedy("End the VPN at a virtual private gateway of its own.")
                .remedy("Let the VPN site's router refuse the other's prefixes.")
                .fixWhere(
                    !reaching.isolated().isEmpty(),
                    "Let the sites' routers refuse each other's prefixes",
                    CloudHub.refusal(situation, vgw.id(), reaching))
                .done());
      }
    }
    return found;
  }
}
