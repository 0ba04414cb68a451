package mcx.compile;

import java.util.Objects;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
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
    if (gateway.behaviour() instanceof IbmDirectLinkConnection
        && endsAtTransitGateway(c, circuit)) {
      return "the link ends at a transit gateway already, and it ends there or at VPCs, never both"
          + " (IBM-DL). Order another link for the VPC, or attach the VPC to the transit gateway";
    }
    return null;
  }

  private static boolean endsAtTransitGateway(Context c, Id circuit) {
    return c.links(CircuitAttachment.class).stream()
        .filter(l -> l.joins(circuit))
        .map(l -> c.design.element(l.other(circuit), Gateway.class))
        .filter(Objects::nonNull)
        .anyMatch(g -> Behaviours.gateway(c.catalog.of(g)) instanceof IbmTransitGateway);
  }
}
