package mcx.compile;

import mcx.catalog.Fact;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/**
 * Cloud Interconnect attachment, Partner or Dedicated: the Cloud Router itself speaks BGP with the
 * other side, on Partner Interconnect always with Google's own number.
 */
final class GoogleInterconnect extends CircuitBehaviour {

  @Override
  boolean endsAtGateway() {
    return true;
  }

  @Override
  @Nullable Asn asn(Circuit circuit, @Nullable Product product, @Nullable Asn gateway) {
    Fact<Long> fact = product == null ? null : product.asn();
    return fact != null ? Asn.of(fact.value()) : gateway;
  }
}
