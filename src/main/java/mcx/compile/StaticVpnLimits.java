package mcx.compile;

import java.util.List;
import mcx.catalog.Fact;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;

/** How many static routes a cloud takes for one VPN connection. */
final class StaticVpnLimits {

  private StaticVpnLimits() {}

  /**
   * Tells where a connection has more than its gateway takes.
   *
   * @param far the prefixes at the other end, each of which takes a route at the gateway
   */
  static void check(Context c, VpnConnection vpn, VpnEnd end, List<Prefix> far) {
    GatewayEnd gateway = end.gateway();
    Product product = gateway == null ? null : gateway.product();
    Fact<Long> most = product == null ? null : product.numbers().get(Quantity.MAX_STATIC_ROUTES);
    if (product == null || most == null) {
      return;
    }
    long count = far.stream().distinct().count();
    if (count > most.value()) {
      c.notes.warning(
          "",
          most.source(),
          c.label(vpn.id())
              + " has "
              + count
              + " static routes at "
              + c.label(end.id())
              + "; "
              + product.name()
              + " takes "
              + most.value()
              + " for one connection. They are computed as if all counted. Summarise them, or run"
              + " BGP over the tunnels.",
          vpn.id(),
          end.id());
    }
  }
}
