package mcx.compile;

import mcx.catalog.Product;
import org.jspecify.annotations.Nullable;

/** Google HA VPN: its BGP is that of the Cloud Router, and packets do pass it. */
final class GoogleHaVpn extends GoogleCloudRouter {

  @Override
  boolean forwards(@Nullable Product product) {
    return true;
  }
}
