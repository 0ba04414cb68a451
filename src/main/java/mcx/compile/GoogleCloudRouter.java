package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.network.Policy.Change;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud Router: tells its network's subnets with its base priority as MED, and passes no
 * learned route on. It only exchanges routes; packets go between the network and the other side.
 */
class GoogleCloudRouter extends GatewayBehaviour {

  private static final TransitRules TRANSIT = transitRules();

  private static TransitRules transitRules() {
    TransitRules rules = TransitRules.ALL;
    Set<Side> learned = Set.of(Side.CIRCUIT, Side.INTERCONNECT, Side.VPN);
    for (Side one : List.of(Side.CIRCUIT, Side.INTERCONNECT, Side.VPN)) {
      for (Side other : learned) {
        rules =
            rules.withhold(one, other, "A Cloud Router does not pass learned routes on (GCP-ADV)");
      }
    }
    return rules;
  }

  @Override
  boolean forwards(@Nullable Product product) {
    return false;
  }

  @Override
  List<Key> selection() {
    return List.of(
        Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.ALWAYS_MED);
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  Change towardsCustomer(@Nullable Product product) {
    return product != null && product.number(Quantity.BASE_PRIORITY).isPresent()
        ? Policies.med(product.number(Quantity.BASE_PRIORITY).getAsLong())
        : Change.NONE;
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }
}
