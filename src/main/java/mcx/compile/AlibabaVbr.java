package mcx.compile;

import mcx.design.GatewayAssociation;

/** Virtual border router: joins circuits with a VPC, a transit router or an ECR. */
final class AlibabaVbr extends GatewayBehaviour {

  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (far.behaviour() instanceof AlibabaExpressConnectRouter) {
      AlibabaExpressConnectRouter.noteNumber(c, link, near, far);
    }
    super.associate(c, link, near, far);
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }
}
