package mcx.compile;

/**
 * Cloud Interconnect attachment, Partner or Dedicated: the Cloud Router itself speaks BGP with the
 * other side, on Partner Interconnect always with Google's own number.
 */
final class GoogleInterconnect extends CircuitBehaviour {

  @Override
  boolean endsAtGateway() {
    return true;
  }
}
