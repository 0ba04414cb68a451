package mcx.compile;

import mcx.catalog.Product;
import mcx.design.Gateway;
import org.jspecify.annotations.Nullable;

/** The throughput of gateways. */
final class Speeds {

  private Speeds() {}

  /** The throughput of the gateway's variant in Mbit/s; 0 where it is not known. */
  static int of(Gateway gateway, @Nullable Product product) {
    return product == null ? 0 : product.throughputMbps(gateway.sku());
  }
}
