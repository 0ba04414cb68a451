package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.network.Policy.Learned;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * AWS virtual private gateway: Direct Connect before static VPN before BGP VPN, then the shorter AS
 * path; one path at a time. It passes routes between its VPN sites and Direct Connect (CloudHub).
 */
final class AwsVirtualPrivateGateway extends GatewayBehaviour {

  @Override
  List<Key> selection() {
    return List.of(Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.MED);
  }

  @Override
  int distance(RouteSource source, @Nullable Product product) {
    return source == RouteSource.NETWORK
        ? Distances.NETWORK
        : Distances.ranked(place(source, product));
  }

  @Override
  int staticVpnDistance(@Nullable Product product) {
    return distance(RouteSource.VPN_STATIC, product);
  }

  @Override
  void complete(Context c, Gateways all, GatewayEnd gateway) {
    tellAsSecondChoice(
        c, gateway, Set.of(Learned.STATIC), c.net.entries(gateway.table(), Side.VPN));
  }

  @Override
  boolean joinsCircuits() {
    return true;
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-05";
  }
}
