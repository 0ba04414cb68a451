package mcx.compile;

/** Express Connect circuit: the virtual border router at its end speaks BGP itself. */
final class AlibabaExpressConnect extends CircuitBehaviour {

  @Override
  boolean endsAtGateway() {
    return true;
  }
}
