package mcx.compile;

import mcx.catalog.Product;
import mcx.design.Gateway;
import org.jspecify.annotations.Nullable;

/** The throughput of gateways. */
final class Speeds {

  private Speeds() {}

  /** The throughput of the gateway's variant in Mbit/s; 0 where it is not known. */
  static int of(Gateway gateway, @Nullable Product product) {
    if (product == null || product.skus().size() != product.speedsMbps().size()) {
      return 0;
    }
    String sku = gateway.sku();
    int at = sku == null ? 0 : product.skus().indexOf(sku);
    return at < 0 || product.skus().isEmpty() ? 0 : product.speedsMbps().get(at);
  }
}
