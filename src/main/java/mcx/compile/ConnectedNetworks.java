package mcx.compile;

import mcx.design.Id;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.IpAddress;
import mcx.network.Segment;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** The networks of a router's links, where it offers them to BGP, once all links are known. */
final class ConnectedNetworks {

  private ConnectedNetworks() {}

  static void compile(Context c) {
    for (Router router : c.elements(Router.class)) {
      TableDraft table = c.net.table(VrfId.of(router.id().value()));
      if (table != null && router.redistributeConnected()) {
        c.net.segments().forEach(segment -> add(c, table, segment));
      }
    }
  }

  private static void add(Context c, TableDraft table, Segment segment) {
    boolean a = segment.a().equals(table.id);
    IpAddress address = a ? segment.addressA() : segment.addressB();
    if ((a || segment.b().equals(table.id)) && address != null && isInterface(c, segment)) {
      table.add(new Vrf.Connected(c.addresses.network(segment.id(), address), segment.id(), true));
    }
  }

  /** Whether it ends at an interface; a tunnel by traffic selectors does not. */
  private static boolean isInterface(Context c, Segment segment) {
    return !(c.design.link(new Id(segment.origin().id()).owner()) instanceof VpnConnection vpn)
        || vpn.mode() == VpnMode.ROUTE_BASED;
  }
}
