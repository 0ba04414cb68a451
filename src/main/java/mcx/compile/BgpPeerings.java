package mcx.compile;

import java.util.Map;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.Router;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Origin;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * BGP sessions between the loopbacks of two routers of the customer's own. They come last: a
 * loopback has the router id, and router ids stand only when all nodes do.
 */
final class BgpPeerings {

  private final Context c;
  private final Map<String, IpAddress> routerIds;

  BgpPeerings(Context c) {
    this.c = c;
    routerIds = c.net.routerIds();
  }

  void compile() {
    for (BgpPeering link : c.links(BgpPeering.class)) {
      Router a = c.design.element(link.a(), Router.class);
      Router b = c.design.element(link.b(), Router.class);
      if (a == null || b == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " joins no two routers, so there is no session. Join it to a router at each end.",
            link.id());
      } else {
        compile(link, a, b);
      }
    }
  }

  private void compile(BgpPeering link, Router a, Router b) {
    BgpEnd drawnA = link.session().a();
    BgpEnd drawnB = link.session().b();
    Asn asnA = Asns.of(drawnA, a.asn());
    Asn asnB = Asns.of(drawnB, b.asn());
    IpAddress addressA = loopback(a, drawnA);
    IpAddress addressB = loopback(b, drawnB);
    if (asnA == null || asnB == null) {
      noteMissingAsn(asnA == null ? a : b, link);
      return;
    }
    c.net.add(
        new Session(
            link.id().value(),
            VrfId.of(a.id().value()),
            VrfId.of(b.id().value()),
            null,
            new EndDraft(asnA, drawnA).at(addressA).build(),
            new EndDraft(asnB, drawnB).at(addressB).build(),
            Origin.of(link.id()),
            c.around(link.id())));
    if (!asnA.equals(asnB)) {
      noteMadeLoopback(a, drawnA, addressA, link);
      noteMadeLoopback(b, drawnB, addressB, link);
    }
  }

  /** The address of a router's end, which is put on an interface of its own. */
  private IpAddress loopback(Router router, BgpEnd drawn) {
    IpAddress set = drawn.address();
    IpAddress address = set != null ? set : routerIds.get(router.id().value());
    TableDraft table = c.net.table(VrfId.of(router.id().value()));
    if (address == null || table == null) {
      throw new IllegalStateException("no node for router " + router.id());
    }
    Prefix host = new Prefix(address, address.family().bits());
    table.add(new Vrf.Connected(host, null, router.redistributeConnected()));
    return address;
  }

  private void noteMissingAsn(Router speaker, BgpPeering link) {
    c.notes.error(
        "",
        "",
        c.label(speaker.id())
            + " has no AS number, so "
            + c.label(link.id())
            + " is no session. Give it an AS number.",
        speaker.id(),
        link.id());
  }

  /** Routes to a loopback are entered somewhere; an address that was made may change. */
  private void noteMadeLoopback(Router router, BgpEnd drawn, IpAddress address, BgpPeering link) {
    if (drawn.address() == null && !address.equals(router.routerId())) {
      c.notes.info(
          "",
          "",
          c.label(router.id())
              + " has no router id of its own, so its loopback has the made address "
              + address
              + ", which changes with the design. Give it a router id before you enter routes to"
              + " it.",
          router.id(),
          link.id());
    }
  }
}
