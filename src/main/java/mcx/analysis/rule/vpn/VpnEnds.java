package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** The gateways at the ends of VPN connections. */
final class VpnEnds {

  private VpnEnds() {}

  /** A connection with a vendor's gateway at one end. */
  record At(VpnConnection vpn, Gateway gateway) {

    /** The other end. */
    Id peer() {
      return vpn.other(gateway.id());
    }

    /** Whether the gateway is the connection's end a. */
    boolean isA() {
      return vpn.a().equals(gateway.id());
    }
  }

  /** Every connection with a gateway of these products, by the beginning of their catalog keys. */
  static List<At> at(Situation situation, String... products) {
    List<At> all = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Gateway gateway = situation.design().element(end, Gateway.class);
        if (gateway != null) {
          for (String product : products) {
            if (gateway.product().startsWith(product)) {
              all.add(new At(vpn, gateway));
            }
          }
        }
      }
    }
    return all;
  }

  /** The first variant of a gateway, in the catalog's order, that fulfils this; null for none. */
  static @Nullable String variant(
      Situation situation, Gateway gateway, java.util.function.Predicate<Ike> fits) {
    Product product = situation.product(gateway.id());
    if (product == null) {
      return null;
    }
    for (String sku : product.skus()) {
      if (!sku.equals(gateway.sku()) && product.ikes(sku).stream().anyMatch(fits)) {
        return sku;
      }
    }
    return null;
  }
}
