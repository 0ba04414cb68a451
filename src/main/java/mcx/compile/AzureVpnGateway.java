package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.inet.Prefix;
import mcx.network.Policy.Change;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Azure VPN gateway: takes no exact copy of a virtual network's prefix from a peer, and passes the
 * routes of one peer to the others, except default routes and what overlaps its virtual networks.
 */
final class AzureVpnGateway extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL.withhold(
          Side.NETWORK,
          Side.NETWORK,
          "A gateway does not join the virtual networks it serves; peering is not transitive (PEER)");

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  Change towardsNetwork(Context c, GatewayEnd gateway) {
    return AzureRouteServer.preferred(
        c,
        AzureRouteServer.beside(c, gateway.gateway()),
        gateway,
        towardsNetwork(gateway.product()));
  }

  /** A Route Server is nearer to the customer, whichever way the association was drawn. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (far.behaviour() instanceof AzureRouteServer) {
      far.behaviour().associate(c, link, far, near);
    } else {
      super.associate(c, link, near, far);
    }
  }

  @Override
  Change towardsNetwork(@Nullable Product product) {
    return AzureErGateway.weight(product);
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  /** The standby instance takes over what the active one ended (VPN-HA). */
  @Override
  boolean instancesFailAlone(Gateway gateway) {
    return gateway.activeActive();
  }

  @Override
  String refusedAsnRule() {
    return "ASN-02";
  }

  @Override
  void complete(Context c, Gateways all, GatewayEnd gateway) {
    noteUnsupported(c, gateway);
    AzureSummaries.compile(c, gateway, List.of(Side.VPN));
    List<Prefix> networks = Served.networks(c, gateway.gateway());
    Set<String> peers = c.net.entries(gateway.table(), Side.VPN);
    for (String session : peers) {
      if (!networks.isEmpty()) {
        c.net.importFirst(
            session,
            gateway.table(),
            List.of(
                Statement.denyPrefixes(
                    "An Azure VPN gateway takes no exact copy of a virtual network's prefix"
                        + " (VPN-FAQ)",
                    networks.stream().map(Match::exactly).toList())));
      }
      if (peers.size() > 1) {
        c.net.exportFirst(
            session,
            gateway.table(),
            List.of(
                Policies.denyFrom(
                    "An Azure VPN gateway does not pass a default route, or what overlaps its"
                        + " virtual networks, from one peer to another (VPN-BGP)",
                    peers,
                    defaultsAnd(networks))));
      }
    }
  }

  /** A variant without BGP stands neither beside ExpressRoute nor runs active-active. */
  private static void noteUnsupported(Context c, GatewayEnd end) {
    Gateway gateway = end.gateway();
    Product product = end.product();
    Ike ike = product == null ? null : product.ike(gateway.sku());
    if (ike == null || ike.bgp()) {
      return;
    }
    String what = null;
    if (gateway.activeActive()) {
      what = "cannot run active-active";
    } else if (standsBesideExpressRoute(c, gateway)) {
      what = "cannot stand beside an ExpressRoute gateway";
    }
    if (what != null) {
      c.notes.error(
          "VPN-01",
          "COEX",
          c.label(gateway.id())
              + " is a "
              + gateway.sku()
              + " gateway, which "
              + what
              + ". Choose a larger variant with route-based VPN.",
          gateway.id());
    }
  }

  private static boolean standsBesideExpressRoute(Context c, Gateway gateway) {
    return c.joints().stream()
        .filter(j -> j.gateway().equals(gateway))
        .anyMatch(
            j ->
                c.joints().stream()
                    .filter(k -> k.network().equals(j.network()))
                    .map(k -> Behaviours.gateway(c.catalog.of(k.gateway())))
                    .anyMatch(AzureErGateway.class::isInstance));
  }

  private static List<Match> defaultsAnd(List<Prefix> networks) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(
                Match.exactly(Prefix.DEFAULT_V4), Match.exactly(Prefix.DEFAULT_V6)),
            Policies.overlapping(networks).stream())
        .distinct()
        .toList();
  }
}
