package mcx.compile;

/** Virtual border router: joins circuits with a VPC or a transit router. */
final class AlibabaVbr extends GatewayBehaviour {

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }
}
