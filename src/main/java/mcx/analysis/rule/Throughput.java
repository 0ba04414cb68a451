package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** How much VPNs carry together, as far as vendors say. */
public final class Throughput {

  private Throughput() {}

  /** The most in Mbit/s that these connections carry together; 0 where nothing is stated. */
  public static long of(Situation situation, Collection<VpnConnection> vpns) {
    return of(situation, situation.design(), vpns);
  }

  /** The same in a changed design. */
  private static long of(Situation situation, Design design, Collection<VpnConnection> vpns) {
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
  public static int tunnel(Situation situation, VpnConnection vpn) {
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

  /** How many tunnels share the traffic: as many as both ends use at once. */
  private static int sharing(Situation situation, VpnConnection vpn) {
    int most = Math.min(most(situation, vpn.a()), most(situation, vpn.b()));
    return Math.min(most, vpn.tunnels().size());
  }

  /** How many equal paths an end uses at once. */
  private static int most(Situation situation, Id end) {
    Vrf table = situation.network().vrf(VrfId.of(end.value()));
    return table == null ? Integer.MAX_VALUE : table.sharing().most();
  }

  /** What a gateway carries in all, in this variant; 0 where not stated. */
  private static long gateway(Situation situation, Id id, @Nullable String sku) {
    Product product = situation.product(id);
    return product == null ? 0 : product.throughputMbps(sku);
  }

  /** A variant of a gateway. */
  public record Variant(Id gateway, String sku) {}

  /**
   * The smallest variants of gateways, one at a time, with which these connections carry the
   * demand; none where a larger gateway does not suffice.
   *
   * @param demand in Mbit/s
   */
  public static List<Variant> sufficient(
      Situation situation, Collection<VpnConnection> vpns, long demand) {
    SortedSet<Id> gateways = new TreeSet<>();
    vpns.forEach(v -> gateways.addAll(List.of(v.a(), v.b())));
    List<Variant> found = new ArrayList<>();
    for (Id id : gateways) {
      Gateway gateway = situation.design().element(id, Gateway.class);
      Product product = situation.product(id);
      if (gateway != null && product != null) {
        for (String sku : product.skus()) {
          Design larger = situation.design().with(Components.with(gateway, "sku", sku));
          if (gateway(situation, id, sku) >= demand && of(situation, larger, vpns) >= demand) {
            found.add(new Variant(id, sku));
            break;
          }
        }
      }
    }
    return found;
  }
}
