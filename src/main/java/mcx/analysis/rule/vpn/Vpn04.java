package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;

/** VPN-04: tunnels to Azure carry packets that are too large, since Azure fragments no ESP. */
final class Vpn04 extends Rule {

  Vpn04() {
    super("VPN-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "azure.vpn-gateway")) {
      Product product = situation.product(at.gateway().id());
      if (product != null
          && product.number(Quantity.MTU).isPresent()
          && product.number(Quantity.MAX_SEGMENT).isPresent()) {
        Finding finding =
            new Segments(
                    "Azure",
                    (int) product.number(Quantity.MTU).getAsLong(),
                    (int) product.number(Quantity.MAX_SEGMENT).getAsLong())
                .check(
                    situation,
                    at.vpn(),
                    finding(at.vpn().id()).showing(List.of(at.gateway().id())));
        if (finding != null) {
          found.add(finding);
        }
      }
    }
    return found;
  }
}
