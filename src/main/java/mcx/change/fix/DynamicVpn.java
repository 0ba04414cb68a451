package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.Catalog;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.PrefixListRoute;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.StaticRoute;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/** Lets a VPN with routes by hand speak BGP instead. */
public final class DynamicVpn {

  private DynamicVpn() {}

  /** Whether both ends can. */
  public static boolean isPossible(Design design, Catalog catalog, Id vpn) {
    return design.link(vpn) instanceof VpnConnection v
        && v.mode() == VpnMode.ROUTE_BASED
        && speaks(design, catalog, v.a())
        && speaks(design, catalog, v.b());
  }

  private static boolean speaks(Design design, Catalog catalog, Id end) {
    return switch (design.element(end)) {
      case Router r -> r.asn() != null;
      case Gateway g -> {
        Product product = catalog.of(g);
        Ike ike = product == null ? null : product.ike(g.sku());
        yield product != null
            && ike != null
            && ike.bgp()
            && (g.asn() != null || product.asn() != null);
      }
      case null, default -> false;
    };
  }

  /** The design with BGP over the VPN, and without the routes of the gateway that lead into it. */
  public static Design of(Design design, Id vpn, Id gateway, Id peer) {
    VpnConnection v = (VpnConnection) java.util.Objects.requireNonNull(design.link(vpn));
    VpnConnection dynamic = Components.with(v, "routing", Routing.BGP);
    dynamic = Components.with(dynamic, "networksA", List.of());
    dynamic = Components.with(dynamic, "networksB", List.of());
    List<RouteTable> tables = new ArrayList<>();
    for (RouteTable t : design.all(RouteTable.class)) {
      if (gateway.equals(t.parent()) || t.associations().contains(gateway)) {
        List<StaticRoute> left = new ArrayList<>(t.routes());
        left.removeIf(r -> leadsThere(r.via(), vpn, peer));
        List<PrefixListRoute> lists = new ArrayList<>(t.listRoutes());
        lists.removeIf(r -> leadsThere(r.via(), vpn, peer));
        tables.add(Components.with(Components.with(t, "routes", left), "listRoutes", lists));
      }
    }
    return design.with(tables, List.of(dynamic));
  }

  private static boolean leadsThere(@Nullable Id via, Id vpn, Id peer) {
    return via != null && (via.owner().equals(vpn) || via.equals(peer));
  }
}
