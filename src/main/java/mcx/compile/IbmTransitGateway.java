package mcx.compile;

/**
 * IBM transit gateway: joins its attachments, but no two sites of the customer over Direct Link.
 */
final class IbmTransitGateway extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL.withhold(
          Side.CIRCUIT,
          Side.CIRCUIT,
          "IBM does not carry traffic between a customer's sites over its backbone (IBM-DL)");

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
