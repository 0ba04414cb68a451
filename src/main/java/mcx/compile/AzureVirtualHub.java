package mcx.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Setting;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Virtual WAN hub: joins virtual networks, circuits and VPNs, but no circuit with another. Static
 * routes win against BGP; then its routing preference decides, and equal routes share the traffic
 * (VWAN). The ExpressRoute and VPN gateways inside it are not drawn.
 */
final class AzureVirtualHub extends GatewayBehaviour {

  private static final String BY_PATH = "as-path";
  private static final String NO_BRANCHES =
      "Branch-to-branch is switched off at this virtual hub (VWAN)";

  private static final String FAR =
      "A virtual hub tells other hubs what it has itself, and no circuit of what another hub's"
          + " circuits tell (VWAN)";

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(
              Side.CIRCUIT,
              Side.CIRCUIT,
              "A virtual hub passes nothing from circuit to circuit; that takes Global Reach, or a"
                  + " firewall in the hub (VWAN)")
          .withhold(Side.FAR_CIRCUIT, Side.CIRCUIT, FAR)
          .withhold(Side.FAR_CIRCUIT, Side.PEER_GATEWAY, FAR)
          .withhold(Side.PEER_GATEWAY, Side.PEER_GATEWAY, FAR);

  /**
   * Whence a route may come, best first, with the preference ExpressRoute and among equal paths.
   */
  private static final List<From> EXPRESSROUTE =
      List.of(From.CIRCUIT, From.VPN, From.FAR_OTHER, From.FAR_CIRCUIT);

  private static final List<From> VPN =
      List.of(From.VPN, From.CIRCUIT, From.FAR_OTHER, From.FAR_CIRCUIT);

  private static final Map<String, List<From>> ORDERS =
      Map.of("expressroute", EXPRESSROUTE, "vpn", VPN, BY_PATH, EXPRESSROUTE);

  private enum From {
    CIRCUIT,
    VPN,
    FAR_CIRCUIT,
    FAR_OTHER
  }

  private final String preference;
  private final boolean branches;

  AzureVirtualHub() {
    this("expressroute", true);
  }

  private AzureVirtualHub(String preference, boolean branches) {
    this.preference = preference;
    this.branches = branches;
  }

  @Override
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    String set = gateway.settings().text(Setting.ROUTING_PREFERENCE);
    Boolean joined = gateway.settings().flag(Setting.BRANCH_TO_BRANCH);
    return new AzureVirtualHub(set == null ? preference : set, joined == null || joined);
  }

  @Override
  boolean hasRouteTables() {
    return true;
  }

  @Override
  List<Key> selection() {
    return preference.equals(BY_PATH)
        ? List.of(Key.DISTANCE, Key.AS_PATH_LENGTH, Key.WEIGHT)
        : List.of(Key.DISTANCE, Key.WEIGHT, Key.AS_PATH_LENGTH);
  }

  @Override
  TransitRules transit() {
    return branches
        ? TRANSIT
        : TRANSIT
            .separate(Side.CIRCUIT, Side.VPN, NO_BRANCHES)
            .withhold(Side.VPN, Side.VPN, NO_BRANCHES);
  }

  @Override
  Change arriving(RouteSource source, @Nullable Product product) {
    return switch (source) {
      case CIRCUIT -> weight(From.CIRCUIT);
      case VPN, VPN_BGP, VPN_PRIVATE, VPN_STATIC -> weight(From.VPN);
      default -> Change.NONE;
    };
  }

  private Change weight(From origin) {
    List<From> order = ORDERS.getOrDefault(preference, EXPRESSROUTE);
    return Change.weight(order.size() - order.indexOf(origin));
  }

  /** Another hub is told of all; what comes from its circuits is kept from the circuits here. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (!(far.behaviour() instanceof AzureVirtualHub)) {
      super.associate(c, link, near, far);
    }
  }

  /** Which routes came from circuits is known once all edges are. */
  @Override
  void complete(Context c, Gateways all, GatewayEnd hub) {
    noteUnknownLength(c, hub);
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      if (!link.joins(hub.gateway().id())) {
        continue;
      }
      GatewayEnd other = all.get(link.other(hub.gateway().id()));
      if (other != null && other.behaviour() instanceof AzureVirtualHub there) {
        for (VrfId to : other.tables().entries(link.id())) {
          tell(c, link, hub, to, there);
        }
      }
    }
  }

  private static void tell(
      Context c, GatewayAssociation link, GatewayEnd hub, VrfId to, AzureVirtualHub there) {
    VrfId from = hub.tables().lookup(link.id());
    Set<String> circuits = c.net.entries(from, Side.CIRCUIT);
    String base = link.id() + ":" + from + ">" + to;
    if (!circuits.isEmpty()) {
      Associations.hand(
          c,
          link,
          base + ":circuits",
          from,
          to,
          Policies.onlyFrom(circuits, there.weight(From.FAR_CIRCUIT)),
          Distances.LEARNED);
      c.net.door(to, Side.FAR_CIRCUIT, base + ":circuits", null);
    }
    Policy others =
        Policies.first(
            circuits.isEmpty()
                ? List.of()
                : List.of(Policies.denyFrom("Routes of circuits are told by themselves", circuits)),
            Policies.alsoSet(Policy.PERMIT, there.weight(From.FAR_OTHER)));
    Associations.hand(c, link, base, from, to, others, Distances.LEARNED);
    c.net.door(from, Side.PEER_GATEWAY, null, base);
    c.net.door(to, Side.PEER_GATEWAY, base, null);
  }

  private void noteUnknownLength(Context c, GatewayEnd hub) {
    if (preference.equals(BY_PATH)
        && !c.net.entries(hub.table(), Side.CIRCUIT).isEmpty()
        && !c.net.entries(hub.table(), Side.VPN).isEmpty()) {
      c.notes.info(
          "",
          "VWAN",
          c.label(hub.gateway().id())
              + " prefers the shorter AS path. Whether it counts Microsoft's own number before what"
              + " comes over ExpressRoute is not confirmed, so where the paths differ by one the"
              + " winner is not certain. Prepend more, or prefer ExpressRoute or VPN.",
          hub.gateway().id());
    }
  }
}
