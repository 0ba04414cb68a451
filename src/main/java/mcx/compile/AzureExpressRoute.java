package mcx.compile;

/**
 * ExpressRoute circuit: two Microsoft edge routers in an autonomous system of their own before the
 * gateway. What the gateway tells is shown to the other side as Microsoft's own.
 */
final class AzureExpressRoute extends CircuitBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(
              Side.GATEWAY,
              Side.GATEWAY,
              "Virtual networks do not reach each other through a shared circuit unless a switch is"
                  + " set; it is off by default (ER-GW)")
          .separate(
              Side.GATEWAY,
              Side.PEER_CIRCUIT,
              "Global Reach joins the sites behind two circuits, not their virtual networks (ER-GR)")
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
