package mcx.compile;

import java.util.List;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** Links between two routers of the customer's own. */
final class PrivateLinks {

  private PrivateLinks() {}

  static void compile(Context c) {
    for (PrivateLink link : c.links(PrivateLink.class)) {
      Router a = c.design.element(link.a(), Router.class);
      Router b = c.design.element(link.b(), Router.class);
      if (a == null || b == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " joins no two routers, so it carries nothing. Join it to a"
                + " router at each end.",
            link.id());
      } else {
        compile(c, link, a, b);
      }
    }
  }

  private static void compile(Context c, PrivateLink link, Router a, Router b) {
    VrfId tableA = VrfId.of(a.id().value());
    VrfId tableB = VrfId.of(b.id().value());
    Asn asnA = Asns.of(link.session().a(), a.asn());
    Asn asnB = Asns.of(link.session().b(), b.asn());
    boolean inner = asnA != null && asnA.equals(asnB);
    Addressing.Pair addresses =
        c.addresses.pair(
            link.id().value(), link.subnet(), link.session().a(), link.session().b(), 1, 2);
    c.net.add(
        new Segment(
            link.id().value(),
            Segment.Kind.LINK,
            tableA,
            tableB,
            addresses.a(),
            addresses.b(),
            inner ? link.igpCost() : 0,
            link.bandwidthMbps(),
            Origin.of(link.id()),
            List.of(Origin.of(link.id())),
            c.around(link.id()),
            null));
    switch (link.routing()) {
      case BGP -> {
        if (asnA == null || asnB == null) {
          CustomerSites.noteMissingAsn(c, asnA == null ? a.id() : b.id(), link.id());
          return;
        }
        c.net.add(
            new Session(
                link.id().value(),
                tableA,
                tableB,
                link.id().value(),
                new EndDraft(asnA, link.session().a()).at(addresses.a()).build(),
                new EndDraft(asnB, link.session().b()).at(addresses.b()).build(),
                Origin.of(link.id()),
                c.around(link.id())));
      }
      case STATIC -> {
        route(c, tableA, Served.networks(c, b), tableB, link);
        route(c, tableB, Served.networks(c, a), tableA, link);
      }
      case NONE -> {}
    }
  }

  private static void route(
      Context c, VrfId table, List<Prefix> prefixes, VrfId nextHop, PrivateLink link) {
    TableDraft draft = c.net.table(table);
    if (draft != null && link.routing() == Routing.STATIC) {
      prefixes.forEach(
          p ->
              draft.add(
                  new Vrf.StaticRoute(p, nextHop, link.id().value(), Distances.STATIC, false)));
    }
  }
}
