package mcx.compile;

/**
 * ExpressRoute circuit: two Microsoft edge routers in an autonomous system of their own before the
 * gateway. What the gateway tells is shown to the other side as Microsoft's own.
 */
final class AzureExpressRoute extends CircuitBehaviour {

  private static final String THROUGH_CIRCUIT =
      "Virtual networks reach each other through a shared circuit only where the gateways of both"
          + " have virtual network transit switched on; it is off by default (ER-GW)";

  private static final String GLOBAL_REACH =
      "Global Reach joins the sites behind two circuits, not their virtual networks (ER-GR)";

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(Side.GATEWAY, Side.GATEWAY, THROUGH_CIRCUIT)
          .separate(Side.GATEWAY, Side.OPEN_GATEWAY, THROUGH_CIRCUIT)
          .separate(Side.GATEWAY, Side.PEER_CIRCUIT, GLOBAL_REACH)
          .separate(Side.OPEN_GATEWAY, Side.PEER_CIRCUIT, GLOBAL_REACH)
          .withhold(Side.PEER_CIRCUIT, Side.PEER_CIRCUIT, "Global Reach is not transitive (ER-GR)");

  @Override
  boolean innerToGateway() {
    return false;
  }

  @Override
  boolean hidesPrivateAsns() {
    return true;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-01";
  }
}
