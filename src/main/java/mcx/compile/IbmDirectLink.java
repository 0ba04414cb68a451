package mcx.compile;

/** IBM Direct Link: its edge is one autonomous system with the transit gateway behind it. */
final class IbmDirectLink extends CircuitBehaviour {

  @Override
  String refusedInPath() {
    return "IBM takes no route with one of its reserved AS numbers in the path (IBM-DL)";
  }

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
