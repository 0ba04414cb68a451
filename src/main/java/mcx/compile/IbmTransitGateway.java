package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Setting;
import mcx.network.Policy.Change;
import mcx.network.Sharing;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * IBM transit gateway: joins its attachments, but no two sites of the customer over Direct Link or
 * GRE. A VPC prefers a link of its own to it, and one with local routing to one with global
 * (IBM-DL).
 */
final class IbmTransitGateway extends GatewayBehaviour {

  /** The variant that joins all regions. */
  private static final String GLOBAL = "Global";

  private static final String BACKBONE =
      "IBM does not carry traffic between a customer's sites over its backbone (IBM-DL)";

  /** What a route over Direct Link weighs more than one over GRE, where their paths are as long. */
  private static final int DIRECT = 1;

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(Side.CIRCUIT, Side.CIRCUIT, BACKBONE)
          .withhold(Side.CIRCUIT, Side.VPN, BACKBONE)
          .withhold(Side.VPN, Side.CIRCUIT, BACKBONE)
          .withhold(Side.VPN, Side.VPN, BACKBONE);

  private final boolean global;

  IbmTransitGateway() {
    this(false);
  }

  private IbmTransitGateway(boolean global) {
    this.global = global;
  }

  @Override
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    return new IbmTransitGateway(GLOBAL.equals(gateway.sku()));
  }

  @Override
  List<Key> selection() {
    List<Key> keys = new ArrayList<>(IbmDirectLink.SELECTION);
    keys.add(keys.indexOf(Key.AS_PATH_LENGTH) + 1, Key.WEIGHT);
    return keys;
  }

  /** Direct Link goes before GRE where the AS paths are as long (IBM-DL). */
  @Override
  Change arriving(RouteSource source, @Nullable Product product) {
    Change ranked = super.arriving(source, product);
    return source == RouteSource.CIRCUIT ? Policies.both(ranked, Change.weight(DIRECT)) : ranked;
  }

  /**
   * Equal paths need a newer gateway, and links that end on different routers of IBM's (IBM-TG).
   */
  @Override
  Sharing sharing(Context c, Gateway gateway, @Nullable Product product) {
    if ("legacy".equals(gateway.settings().text(Setting.GENERATION))) {
      return Sharing.NONE;
    }
    SortedMap<String, String> devices = new TreeMap<>();
    for (CircuitAttachment link : c.links(CircuitAttachment.class)) {
      Circuit circuit = c.design.element(link.a(), Circuit.class);
      if (circuit != null && link.b().equals(gateway.id())) {
        SortedSet<String> routers = EdgeDevices.of(c.design, circuit);
        if (routers.size() == 1) {
          devices.put(link.id().value(), routers.first());
        }
      }
    }
    return super.sharing(c, gateway, product).apart(devices);
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  Change towardsNetwork(@Nullable Product product) {
    return global ? Policies.distance(Distances.ranked(1)) : Change.NONE;
  }

  /** A VPN gateway is nearer to the customer, whichever way the association was drawn. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (far.behaviour() instanceof IbmVpnGateway) {
      far.behaviour().associate(c, link, far, near);
    } else {
      super.associate(c, link, near, far);
    }
  }

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
