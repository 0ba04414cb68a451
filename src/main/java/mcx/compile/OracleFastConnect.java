package mcx.compile;

/** FastConnect virtual circuit: Oracle's edge is one autonomous system with the DRG. */
final class OracleFastConnect extends CircuitBehaviour {

  @Override
  String refusedAsnRule() {
    return "ASN-10";
  }
}
