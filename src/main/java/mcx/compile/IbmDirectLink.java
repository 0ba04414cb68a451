package mcx.compile;

/** IBM Direct Link: its edge is one autonomous system with the transit gateway behind it. */
final class IbmDirectLink extends CircuitBehaviour {

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
