package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.inet.Asn;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * Oracle dynamic routing gateway: a hub between its attachments, except that an interconnect with
 * another cloud carries nothing of the sites behind either. The shorter AS path wins, and only then
 * the kind of attachment; Oracle makes the paths of VPN routes longer for that reason.
 */
final class OracleDrg extends GatewayBehaviour {

  /** Stands for the private number that Oracle adds; its documents do not say which it is. */
  private static final Asn ADDED = Asn.of(4_294_967_294L);

  private static final int HEAVIEST = 100;

  private static final TransitRules TRANSIT = transitRules();

  private static TransitRules transitRules() {
    TransitRules rules = TransitRules.ALL;
    for (Side other : List.of(Side.CIRCUIT, Side.VPN, Side.INTERCONNECT)) {
      rules =
          rules.separate(
              Side.INTERCONNECT,
              other,
              "An interconnect with another cloud does not carry traffic of sites behind either"
                  + " cloud (OCI-AZ)");
    }
    return rules;
  }

  @Override
  List<Key> selection() {
    return List.of(
        Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.WEIGHT, Key.ORIGIN, Key.MED);
  }

  /** Oracle's balancing over equal paths is off until it is asked for. */
  @Override
  boolean multipath(@Nullable Product product) {
    return false;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  boolean joinsCircuits() {
    return true;
  }

  @Override
  int distance(RouteSource source, @Nullable Product product) {
    return Distances.LEARNED;
  }

  @Override
  int staticVpnDistance(@Nullable Product product) {
    return Distances.LAST;
  }

  @Override
  Change arriving(RouteSource source, @Nullable Product product) {
    int added =
        (source == RouteSource.VPN_BGP || source == RouteSource.VPN_PRIVATE) && product != null
            ? (int) product.number(Quantity.ASNS_ADDED_TO_BGP_VPN).orElse(0)
            : 0;
    return new Change(
        null,
        null,
        added,
        added > 0 ? ADDED : null,
        Set.of(),
        Set.of(),
        HEAVIEST - place(source, product),
        distance(source, product));
  }

  /** A static VPN route counts as three numbers long, and has no path to say so. */
  @Override
  void complete(Context c, GatewayEnd gateway) {
    tellAsSecondChoice(c, gateway, Set.of(Learned.STATIC), Set.of());
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-10";
  }
}
