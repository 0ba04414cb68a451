package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;

/**
 * VPN-05: tunnels to AWS carry packets that are too large; AWS does not answer path MTU discovery.
 * A Transit Gateway's tunnels are those of a virtual private gateway.
 */
final class Vpn05 extends Rule {

  Vpn05() {
    super("VPN-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Product vpn = situation.catalog().product("aws.vgw");
    if (vpn == null
        || vpn.number(Quantity.MTU).isEmpty()
        || vpn.number(Quantity.MAX_SEGMENT).isEmpty()) {
      return found;
    }
    Segments fit =
        new Segments(
            "AWS",
            (int) vpn.number(Quantity.MTU).getAsLong(),
            (int) vpn.number(Quantity.MAX_SEGMENT).getAsLong());
    for (VpnEnds.At at : VpnEnds.at(situation, "aws.vgw", "aws.tgw")) {
      Finding finding =
          fit.check(
              situation, at.vpn(), finding(at.vpn().id()).showing(List.of(at.gateway().id())));
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }
}
