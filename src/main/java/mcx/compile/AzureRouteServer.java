package mcx.compile;

import mcx.catalog.Product;
import org.jspecify.annotations.Nullable;

/**
 * Route Server: exchanges routes between the gateways of one virtual network that it is associated
 * with (branch-to-branch), and never forwards a packet.
 */
final class AzureRouteServer extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(
              Side.NETWORK,
              Side.UPSTREAM,
              "The gateways advertise their virtual networks themselves (ARS)")
          .withhold(
              Side.NETWORK,
              Side.DOWNSTREAM,
              "The gateways advertise their virtual networks themselves (ARS)");

  @Override
  boolean forwards(@Nullable Product product) {
    return false;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-04";
  }
}
