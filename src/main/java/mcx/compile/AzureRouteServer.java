package mcx.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.Vendor;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import org.jspecify.annotations.Nullable;

/**
 * Route Server: exchanges routes between the gateways of one virtual network that it is associated
 * with (branch-to-branch), and never forwards a packet. Its routing preference is that of the
 * virtual networks it serves, and circuits do not share their traffic any more (ARS).
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

  /** Drawing the association asks for branch-to-branch, unless that is switched off. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (Boolean.FALSE.equals(near.gateway().settings().flag(Setting.BRANCH_TO_BRANCH))) {
      c.notes.info(
          "",
          "ARS",
          "Branch-to-branch is switched off at "
              + c.label(near.gateway().id())
              + ", so "
              + c.label(far.gateway().id())
              + " exchanges no routes with other gateways through it. Switch it on to join them.",
          near.gateway().id(),
          link.id());
      return;
    }
    if (far.behaviour() instanceof AzureVpnGateway && !takes(near, far)) {
      c.notes.error(
          "TRN-04",
          "ARS",
          c.label(near.gateway().id())
              + " exchanges no routes with "
              + c.label(far.gateway().id())
              + ": that takes an active-active VPN gateway with AS "
              + near.asn()
              + ". Make it active-active, and give it that number.",
          link.id(),
          far.gateway().id());
      return;
    }
    Change ranked = far.behaviour().towardsNetwork(far.product());
    Associations.exchange(
        c,
        link,
        near,
        far,
        Policy.PERMIT,
        Policies.alsoSet(Policy.PERMIT, preferred(c, near.gateway(), far, ranked)));
  }

  private static boolean takes(GatewayEnd server, GatewayEnd vpn) {
    return vpn.gateway().activeActive() && vpn.asn() != null && vpn.asn().equals(server.asn());
  }

  /** The Route Server of a virtual network that a gateway serves; null where there is none. */
  static @Nullable Gateway beside(Context c, Gateway gateway) {
    return c.routeServers().get(gateway.id());
  }

  /** The Route Server of a virtual network; null where it has none. */
  static @Nullable Gateway of(Context c, VirtualNetwork network) {
    return c.routeServers().get(network.id());
  }

  /** The Route Servers, each by its virtual networks and by the gateways that serve those. */
  static Map<Id, Gateway> all(Context c) {
    Map<Id, Gateway> all = new TreeMap<>();
    for (Served.Joint joint : c.joints()) {
      if (Behaviours.gateway(c.catalog.of(joint.gateway())) instanceof AzureRouteServer) {
        all.putIfAbsent(joint.network().id(), joint.gateway());
      }
    }
    for (Served.Joint joint : all.isEmpty() ? List.<Served.Joint>of() : c.joints()) {
      Gateway server = all.get(joint.network().id());
      if (server != null) {
        all.putIfAbsent(joint.gateway().id(), server);
      }
    }
    return all;
  }

  /**
   * How virtual networks rank what a gateway tells, under the routing preference of the Route
   * Server beside it.
   *
   * @param server the Route Server; null for none
   * @param usual how they rank it without one
   */
  static Change preferred(Context c, @Nullable Gateway server, GatewayEnd gateway, Change usual) {
    String preference = server == null ? null : server.settings().text(Setting.ROUTING_PREFERENCE);
    if (preference == null || preference.equals("expressroute")) {
      return usual;
    }
    if (preference.equals("as-path")) {
      return Change.NONE;
    }
    Vendor vendor = c.catalog.vendor("azure");
    if (vendor == null) {
      return usual;
    }
    return gateway.behaviour() instanceof AzureErGateway
        ? weight(c.catalog.product(vendor.usualVpnGateway()), usual)
        : gateway.behaviour() instanceof AzureVpnGateway
            ? weight(c.catalog.product(vendor.usualCircuitGateway()), usual)
            : usual;
  }

  /** How they rank what an appliance tells: as VPN. */
  static Change preferredAppliance(Context c, Gateway server) {
    String preference = server.settings().text(Setting.ROUTING_PREFERENCE);
    Vendor vendor = c.catalog.vendor("azure");
    if (vendor == null || "as-path".equals(preference)) {
      return Change.NONE;
    }
    return weight(
        c.catalog.product(
            "vpn".equals(preference) ? vendor.usualCircuitGateway() : vendor.usualVpnGateway()),
        Change.NONE);
  }

  private static Change weight(@Nullable Product product, Change otherwise) {
    return product == null || product.number(Quantity.ROUTE_WEIGHT).isEmpty()
        ? otherwise
        : AzureErGateway.weight(product);
  }
}
