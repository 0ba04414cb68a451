package mcx.compile;

import java.util.List;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * AWS Transit Gateway: joins all its attachments; static routes before VPCs before Direct Connect
 * before VPN, then the shorter AS path, balancing over equal ones.
 */
final class AwsTransitGateway extends GatewayBehaviour {

  @Override
  List<Key> selection() {
    return List.of(Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.MED);
  }

  @Override
  int distance(RouteSource source, @Nullable Product product) {
    return Distances.ranked(place(source, product));
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  @Override
  boolean limitCountsTable() {
    return true;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-05";
  }
}
