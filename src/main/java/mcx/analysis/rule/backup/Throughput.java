package mcx.analysis.rule.backup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** How much VPNs carry together, as far as vendors say. */
final class Throughput {

  private Throughput() {}

  /** The most in Mbit/s that these connections carry together; 0 where nothing is stated. */
  static long of(Situation situation, Collection<VpnConnection> vpns) {
    return of(situation, situation.design(), vpns);
  }

  /** The same in a changed design. */
  static long of(Situation situation, Design design, Collection<VpnConnection> vpns) {
    long tunnels = 0;
    boolean stated = !vpns.isEmpty();
    Map<Id, Long> gateways = new HashMap<>();
    for (VpnConnection vpn : vpns) {
      int each = tunnel(situation, design, vpn);
      stated &= each > 0;
      tunnels += (long) each * sharing(situation, vpn);
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Gateway gateway = design.element(end, Gateway.class);
        long most = gateway == null ? 0 : gateway(situation, end, gateway.sku());
        if (most > 0) {
          gateways.put(end, most);
        }
      }
    }
    long least = stated ? tunnels : Long.MAX_VALUE;
    for (long most : gateways.values()) {
      least = Math.min(least, most);
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }

  /** What one tunnel carries; 0 where neither end's vendor states it. */
  static int tunnel(Situation situation, VpnConnection vpn) {
    return tunnel(situation, situation.design(), vpn);
  }

  private static int tunnel(Situation situation, Design design, VpnConnection vpn) {
    int least = 0;
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = design.element(end, Gateway.class);
      Product product = situation.product(end);
      if (gateway != null && product != null) {
        int most = product.ikes(gateway.sku()).stream().mapToInt(Ike::tunnelMbps).max().orElse(0);
        least = most == 0 ? least : least == 0 ? most : Math.min(least, most);
      }
    }
    return least;
  }

  /** How many tunnels share the traffic: all, or one where an end does not balance. */
  private static int sharing(Situation situation, VpnConnection vpn) {
    boolean all = balances(situation, vpn.a()) && balances(situation, vpn.b());
    return all ? vpn.tunnels().size() : Math.min(1, vpn.tunnels().size());
  }

  private static boolean balances(Situation situation, Id end) {
    Router router = situation.design().element(end, Router.class);
    Product product = situation.product(end);
    return router != null
        ? router.multipath()
        : product == null || product.number(Quantity.EQUAL_PATHS).orElse(2) > 1;
  }

  /** What a gateway carries in all, in this variant (null for the default); 0 where not stated. */
  static long gateway(Situation situation, Id id, @Nullable String sku) {
    Product product = situation.product(id);
    if (product == null
        || product.skus().isEmpty()
        || product.skus().size() != product.speedsMbps().size()) {
      return 0;
    }
    int at = sku == null ? 0 : product.skus().indexOf(sku);
    return at < 0 ? 0 : product.speedsMbps().get(at);
  }
}
