package mcx.compile;

/**
 * Express Connect router: joins border routers with VPCs or a transit router, and neither VPC with
 * VPC nor a datacenter with VPNs; those take a transit router (ALI-ECR).
 */
final class AlibabaExpressConnectRouter extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(
              Side.NETWORK,
              Side.NETWORK,
              "An Express Connect router does not join VPCs; that takes a transit router (ALI-ECR)")
          .separate(
              Side.NETWORK,
              Side.DOWNSTREAM,
              "An Express Connect router does not join VPCs; that takes a transit router (ALI-ECR)")
          .withhold(
              Side.DOWNSTREAM,
              Side.DOWNSTREAM,
              "An Express Connect router does not join transit routers (ALI-ECR)")
          .withhold(
              Side.UPSTREAM,
              Side.UPSTREAM,
              "That an Express Connect router joins two border routers is not confirmed (ALI-ECR)");

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  @Override
  void complete(Context c, Gateways all, GatewayEnd router) {
    if (c.net.entries(router.table(), Side.UPSTREAM).size() > 1) {
      c.notes.info(
          "",
          "ALI-ECR",
          "Whether "
              + c.label(router.gateway().id())
              + " passes routes between its border routers is not confirmed; it is taken that it"
              + " does not.",
          router.gateway().id());
    }
  }
}
