package mcx.compile;

import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.inet.Asn;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The cloud's end of a connection.
 *
 * @param table the table that the session ends in
 * @param asn the number it shows; null where none is known
 * @param circuit the circuit
 * @param product its product; null where the catalog does not know it
 * @param gateway the gateway, where the session ends at it or its limits count as well
 * @param behaviour how the circuit acts
 */
record CloudEnd(
    VrfId table,
    @Nullable Asn asn,
    Circuit circuit,
    @Nullable Product product,
    @Nullable GatewayEnd gateway,
    CircuitBehaviour behaviour) {

  /** What the session leads to, as seen from the table it ends in. */
  Side side(Context c, boolean interconnect) {
    if (behaviour.endsAtGateway() && gateway != null) {
      return gateway
          .behaviour()
          .side(c, gateway.gateway(), circuit, interconnect ? Side.INTERCONNECT : Side.CIRCUIT);
    }
    return Side.CUSTOMER;
  }
}
