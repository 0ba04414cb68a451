package mcx.compile;

import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** Whether a gateway takes a circuit. */
final class CircuitFit {

  private CircuitFit() {}

  /** Why the gateway does not take the circuit, in words; null if it does. */
  static @Nullable String refusal(Context c, Id circuit, GatewayEnd gateway) {
    String vendor = c.vendor(circuit);
    String other = c.vendor(gateway.gateway().id());
    if (!vendor.isEmpty() && !other.isEmpty() && !vendor.equals(other)) {
      return "they are of different clouds. Join the circuit to a gateway of its own cloud";
    }
    Product product = gateway.product();
    if (product != null && !product.has(GatewayRole.ENDS_CIRCUITS)) {
      return "a "
          + product.name()
          + " ends no circuits. Join the circuit to a gateway that does, and that one to this";
    }
    return null;
  }
}
