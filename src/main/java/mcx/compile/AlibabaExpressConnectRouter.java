package mcx.compile;

/**
 * Express Connect router: joins border routers with VPCs and transit routers, and no VPC with
 * another.
 */
final class AlibabaExpressConnectRouter extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL.withhold(
          Side.NETWORK,
          Side.NETWORK,
          "An Express Connect router does not join the VPCs it serves; that takes a transit router"
              + " (ALI-ECR)");

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }
}
