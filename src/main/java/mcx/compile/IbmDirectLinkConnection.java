package mcx.compile;

import java.util.List;
import mcx.catalog.Product;
import mcx.network.Policy.Change;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/** A virtual connection of an IBM Direct Link straight to a VPC, which prefers it to any other. */
final class IbmDirectLinkConnection extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(
              Side.NETWORK,
              Side.NETWORK,
              "The virtual connections of one link do not see each other (IBM-DL)")
          .withhold(
              Side.CIRCUIT,
              Side.CIRCUIT,
              "IBM does not carry traffic between a customer's sites over its backbone (IBM-DL)");

  @Override
  List<Key> selection() {
    return IbmDirectLink.SELECTION;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  Change towardsNetwork(@Nullable Product product) {
    return Policies.distance(Distances.PREFERRED);
  }

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
