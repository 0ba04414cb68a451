package mcx.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.network.Policy.Change;
import mcx.network.Sharing;
import org.jspecify.annotations.Nullable;

/**
 * ExpressRoute virtual network gateway: passes nothing from circuit to circuit; among circuits the
 * connection weight decides before the AS path; the virtual network prefers it to VPN.
 */
final class AzureErGateway extends GatewayBehaviour {

  private final boolean networksPass;

  AzureErGateway() {
    this(false);
  }

  private AzureErGateway(boolean networksPass) {
    this.networksPass = networksPass;
  }

  @Override
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    return new AzureErGateway(gateway.settings().has(Setting.VIRTUAL_NETWORK_TRANSIT));
  }

  @Override
  Side sideAtEdge() {
    return networksPass ? Side.OPEN_GATEWAY : Side.GATEWAY;
  }

  private static final TransitRules TRANSIT = transitRules();

  private static TransitRules transitRules() {
    String circuits =
        "An ExpressRoute gateway passes nothing from one connection of a circuit to another, nor"
            + " from circuit to circuit; that takes Global Reach (ER-FAQ)";
    TransitRules rules =
        TransitRules.ALL.withhold(
            Side.NETWORK,
            Side.NETWORK,
            "A gateway does not join the virtual networks it serves; peering is not transitive"
                + " (PEER)");
    for (Side one : List.of(Side.CIRCUIT, Side.INTERCONNECT)) {
      for (Side other : List.of(Side.CIRCUIT, Side.INTERCONNECT)) {
        rules = rules.withhold(one, other, circuits);
      }
    }
    return rules;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  /** Equal paths are counted by circuits (ER-GW): both connections of each are in use. */
  @Override
  Sharing sharing(Context c, Gateway gateway, @Nullable Product product) {
    return Sharing.links(super.sharing(c, gateway, product).most());
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
    return weight(product);
  }

  /** Beside a Route Server one circuit carries the traffic, where several are as good (ARS). */
  @Override
  void complete(Context c, Gateways all, GatewayEnd gateway) {
    AzureSummaries.compile(c, gateway, List.of(Side.CIRCUIT, Side.INTERCONNECT));
    if (AzureRouteServer.beside(c, gateway.gateway()) == null) {
      return;
    }
    Set<String> sessions = new LinkedHashSet<>(c.net.entries(gateway.table(), Side.CIRCUIT));
    sessions.addAll(c.net.entries(gateway.table(), Side.INTERCONNECT));
    List<Id> attachments =
        sessions.stream().map(s -> Id.of(s).owner()).distinct().sorted().toList();
    // Microsoft's edges pass no MED on, so it is free to put one circuit before the others.
    for (String session : sessions) {
      int place = attachments.indexOf(Id.of(session).owner());
      c.net.alsoImport(session, gateway.table(), Policies.med(place));
    }
  }

  /** The weight that the virtual network's routers see on routes of an Azure gateway. */
  static Change weight(@Nullable Product product) {
    return product != null && product.number(Quantity.ROUTE_WEIGHT).isPresent()
        ? Change.weight((int) product.number(Quantity.ROUTE_WEIGHT).getAsLong())
        : Change.NONE;
  }
}
