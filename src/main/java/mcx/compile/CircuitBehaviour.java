package mcx.compile;

import java.util.List;
import mcx.catalog.Fact;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.inet.Asn;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * How a circuit of a vendor acts: where its sessions end, which AS number they show, and what its
 * edge passes on. The plain one, for a product that nothing else is known of: an edge router of the
 * vendor's for each connection, inside one autonomous system with the gateway.
 */
class CircuitBehaviour {

  /** Whether the gateway itself speaks with the provider or customer, without an edge before it. */
  boolean endsAtGateway() {
    return false;
  }

  /**
   * The AS number that the other side sees.
   *
   * @param gateway the number of the gateway that the circuit is joined to; null where there is
   *     none
   */
  @Nullable Asn asn(Circuit circuit, @Nullable Product product, @Nullable Asn gateway) {
    Fact<Long> fact = product == null ? null : product.asn();
    return fact != null ? Asn.of(fact.value()) : gateway;
  }

  /** Whether edge and gateway are one autonomous system. */
  boolean innerToGateway() {
    return true;
  }

  /** Whether the edge takes the gateway's private numbers off the paths it learns from it. */
  boolean hidesPrivateAsns() {
    return false;
  }

  /** How an edge chooses among routes to one prefix. */
  List<Key> selection() {
    return Vrf.BGP_DECISION;
  }

  TransitRules transit() {
    return TransitRules.ALL;
  }

  /**
   * Why routes with a refused AS number anywhere in the path are dropped; empty if they are not.
   */
  String refusedInPath() {
    return "";
  }

  /** The rule that a refused AS number of the other side breaks; empty where none is known. */
  String refusedAsnRule() {
    return "";
  }
}
