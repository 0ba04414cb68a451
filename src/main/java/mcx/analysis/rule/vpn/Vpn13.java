package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * VPN-13: both sides of a VPN at an AWS virtual private gateway have IPv6, which it carries not.
 */
final class Vpn13 extends Rule {

  Vpn13() {
    super("VPN-13");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "aws.vgw")) {
      Id vgw = at.gateway().id();
      SortedSet<Id> far = situation.sites().behind(at.vpn(), vgw);
      SitePairs pairs =
          situation
              .sites()
              .pairs(situation.sites().served(vgw), far)
              .where((a, b) -> hasIpv6(situation, a) && hasIpv6(situation, b))
              .where((a, b) -> !situation.isolates(a, b));
      if (!pairs.isEmpty()) {
        SitePairs expected = pairs.expected();
        SitePairs told = expected.isEmpty() ? pairs : expected;
        found.add(
            finding(at.vpn().id())
                .showing(told.sites())
                .infoIf(expected.isEmpty())
                .title(
                    told.names()
                        + " have IPv6, which "
                        + situation.name(vgw)
                        + " does not carry over VPN")
                .text(
                    "VPN at a virtual private gateway is IPv4 only. IPv6 traffic between the two"
                        + " has no path there.")
                .remedy("End the VPN at a Transit Gateway, with a tunnel pair for IPv6.")
                .done());
      }
    }
    return found;
  }

  private static boolean hasIpv6(Situation situation, Id site) {
    VrfId table = situation.analysis().compiled().sites().get(site);
    Vrf vrf = table == null ? null : situation.network().vrf(table);
    return vrf != null
        && vrf.originated().stream().map(Prefix::family).anyMatch(f -> f == mcx.inet.Family.V6);
  }
}
