package mcx.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.Setting;
import mcx.network.Policy.Change;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud Router: tells its network's subnets with its base priority as MED, and passes no
 * learned route on, except between spokes with site-to-site data transfer. It only exchanges
 * routes; packets go between the network and the other side.
 */
class GoogleCloudRouter extends GatewayBehaviour {

  /** Where routes come from that its network does not have itself. */
  static final List<Side> LEARNED =
      List.of(Side.CIRCUIT, Side.INTERCONNECT, Side.VPN, Side.LINKED, Side.LINKED_VPN);

  private static final Set<Side> LINKED = Set.of(Side.LINKED, Side.LINKED_VPN);

  private static final TransitRules TRANSIT = transitRules();

  private static TransitRules transitRules() {
    TransitRules rules = TransitRules.ALL;
    for (Side one : LEARNED) {
      for (Side other : LEARNED) {
        if (!LINKED.contains(one) || !LINKED.contains(other)) {
          rules =
              rules.withhold(
                  one, other, "A Cloud Router does not pass learned routes on (GCP-ADV)");
        }
      }
      if (!LINKED.contains(one)) {
        rules = rules.separate(one, Side.PEER_GATEWAY, SPOKES);
      }
    }
    return rules
        .separate(Side.NETWORK, Side.PEER_GATEWAY, SPOKES)
        .withhold(Side.PEER_GATEWAY, Side.PEER_GATEWAY, SPOKES);
  }

  private static final String SPOKES =
      "Routers tell each other what spokes with site-to-site data transfer bring, and nothing else"
          + " (GCP-NCC)";

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
  Side side(Context c, Gateway gateway, @Nullable Circuit circuit, Side usual) {
    boolean spoke = gateway.settings().has(Setting.DATA_TRANSFER);
    if (circuit == null) {
      return spoke ? Side.LINKED_VPN : usual;
    }
    for (CircuitAttachment link : c.links(CircuitAttachment.class)) {
      spoke |=
          link.joins(circuit.id())
              && link.joins(gateway.id())
              && link.settings().has(Setting.DATA_TRANSFER);
    }
    return spoke ? Side.LINKED : usual;
  }

  @Override
  Change towardsCustomer(@Nullable Product product) {
    return product != null && product.number(Quantity.BASE_PRIORITY).isPresent()
        ? Policies.med(product.number(Quantity.BASE_PRIORITY).getAsLong())
        : Change.NONE;
  }

  @Override
  void complete(Context c, Gateways all, GatewayEnd gateway) {
    new GoogleRegions(c, gateway).compile();
    new GoogleSpokes(c, gateway).compile();
  }

  /** The sessions with the other sides. */
  static Set<String> sessions(Context c, GatewayEnd gateway) {
    Set<String> sessions = new LinkedHashSet<>();
    LEARNED.forEach(side -> sessions.addAll(c.net.exits(gateway.table(), side)));
    return sessions;
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }
}
