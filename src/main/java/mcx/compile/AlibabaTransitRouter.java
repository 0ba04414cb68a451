package mcx.compile;

import java.util.List;

/**
 * CEN transit router: joins VPCs with border routers and VPNs, and keeps those apart from each
 * other by an automatic policy.
 */
final class AlibabaTransitRouter extends GatewayBehaviour {

  private static final TransitRules TRANSIT = transitRules();

  private static TransitRules transitRules() {
    TransitRules rules = TransitRules.ALL;
    List<Side> outside = List.of(Side.UPSTREAM, Side.CIRCUIT, Side.VPN);
    for (Side one : outside) {
      for (Side other : outside) {
        rules =
            rules.withhold(
                one,
                other,
                "A transit router keeps border routers and VPNs apart until a policy permits it"
                    + " (ALI-CEN)");
      }
    }
    return rules;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }
}
