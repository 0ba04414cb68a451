package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;

/** TRN-09: the VPN sites of one VGW reach each other through it (CloudHub). */
final class Trn09 extends PairRule {

  Trn09() {
    super("TRN-09");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway vgw : situation.gateways("aws.vgw")) {
      Map<VpnConnection, SortedSet<Id>> sites = new LinkedHashMap<>();
      for (VpnConnection vpn : situation.links(VpnConnection.class)) {
        if (vpn.joins(vgw.id())) {
          sites.put(vpn, situation.sites().premisesBehind(vpn, vgw.id()));
        }
      }
      List<Id> all = sites.values().stream().flatMap(SortedSet::stream).distinct().toList();
      SitePairs reaching = unasked(situation, all, all, vgw.id());
      if (!reaching.isEmpty()) {
        found.add(
            leaking(reaching, vgw.id())
                .title(reaching.names() + " reach each other through " + situation.name(vgw.id()))
                .text(
                    "A virtual private gateway tells each VPN site of the others, as long as their"
                        + " AS numbers differ. Traffic between the sites then passes AWS.")
                .remedy("End the VPNs of sites that are to be apart at gateways of their own.")
                .remedy("Let the sites' routers refuse each other's prefixes.")
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
