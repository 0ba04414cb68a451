package mcx.compile;

/** Virtual border router: joins circuits with a VPC, a transit router or an ECR. */
final class AlibabaVbr extends GatewayBehaviour {

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }
}
