package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.design.AccessLink;
import mcx.design.BgpSettings;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** Access links of routers to provider edges, and to each other across layer-2 providers. */
final class AccessLinks {

  private static final AccessLink.Vlan UNTAGGED =
      new AccessLink.Vlan(0, null, null, Routing.BGP, BgpSettings.DEFAULT);

  private final Context c;
  private final ProviderNetworks providers;
  private final Layer2Paths layer2;

  AccessLinks(Context c, ProviderNetworks providers, Layer2Paths layer2) {
    this.c = c;
    this.providers = providers;
    this.layer2 = layer2;
  }

  void compile() {
    for (AccessLink link : c.links(AccessLink.class)) {
      Router router = c.design.element(link.a(), Router.class);
      ProviderEdge edge = c.design.element(link.b(), ProviderEdge.class);
      if (router == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id()) + " starts at no router, so it carries nothing. Start it at one.",
            link.id());
      } else if (edge != null) {
        toProvider(link, router, edge);
      } else if (c.design.element(link.b(), Port.class) != null) {
        acrossLayer2(link, router);
      } else if (c.design.element(link.b(), Internet.class) == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " leads to no provider edge, layer-2 port or Internet, so it carries nothing.",
            link.id());
      }
    }
  }

  private void toProvider(AccessLink link, Router router, ProviderEdge edge) {
    if (link.vlans().isEmpty()) {
      interfaceTo(link, link.id(), UNTAGGED, router, edge);
    }
    for (AccessLink.Vlan vlan : link.vlans()) {
      interfaceTo(link, link.id().part(vlan.key()), vlan, router, edge);
    }
  }

  private void interfaceTo(
      AccessLink link, Id part, AccessLink.Vlan vlan, Router router, ProviderEdge edge) {
    ProviderNetworks.Access access = providers.access(edge, vlan.vrf(), link.id());
    VrfId table = VrfId.of(router.id().value());
    mcx.design.Vrf vrf = access.vrf();
    Set<Origin> dependsOn = Context.union(c.around(part), c.around(vrf == null ? null : vrf.id()));
    // The provider's side has the first address, the customer's the second, as is customary.
    Addressing.Pair addresses =
        c.addresses.pair(part.value(), vlan.subnet(), vlan.session().a(), vlan.session().b(), 2, 1);
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.LINK,
            table,
            access.table(),
            addresses.a(),
            addresses.b(),
            0,
            link.bandwidthMbps(),
            Origin.of(part),
            List.of(Origin.of(link.id())),
            dependsOn,
            null));
    switch (vlan.routing()) {
      case BGP -> {
        Asn asn = Asns.of(vlan.session().a(), router.asn());
        Asn peer = Asns.of(vlan.session().b(), access.asn());
        if (asn == null) {
          CustomerSites.noteMissingAsn(c, router.id(), link.id());
        }
        if (asn == null || peer == null) {
          return;
        }
        if (asn.equals(peer)) {
          CustomerSites.noteEqualAsns(c, link.id(), asn);
        }
        c.net.add(
            new Session(
                part.value(),
                table,
                access.table(),
                part.value(),
                new EndDraft(asn, vlan.session().a()).at(addresses.a()).build(),
                ProviderNetworks.end(access, peer, vlan.session().b()).at(addresses.b()).build(),
                Origin.of(part),
                dependsOn));
      }
      case STATIC -> staticRoutes(part, router, table, access.table());
      case NONE -> {}
    }
  }

  private void staticRoutes(Id part, Router router, VrfId customer, VrfId provider) {
    TableDraft own = c.net.table(customer);
    TableDraft edge = c.net.table(provider);
    if (own == null || edge == null) {
      return;
    }
    String segment = part.value();
    List<Prefix> networks = Served.networks(c, router);
    own.add(new Vrf.StaticRoute(Prefix.DEFAULT_V4, provider, segment, Distances.STATIC, false));
    if (networks.stream().anyMatch(p -> p.family() == Family.V6)) {
      own.add(new Vrf.StaticRoute(Prefix.DEFAULT_V6, provider, segment, Distances.STATIC, false));
    }
    networks.forEach(
        p -> edge.add(new Vrf.StaticRoute(p, customer, segment, Distances.STATIC, true)));
  }

  /** Two routers whose access links one cross-connect joins. */
  private void acrossLayer2(AccessLink link, Router router) {
    for (AccessLink.Vlan vlan : link.vlans()) {
      Layer2Paths.Reached reached = layer2.follow(link.b(), vlan.tag(), link.id());
      if (reached == null || reached.link().id().compareTo(link.id()) < 0) {
        continue;
      }
      join(link, vlan, router, reached);
    }
  }

  private void join(
      AccessLink link, AccessLink.Vlan vlan, Router router, Layer2Paths.Reached reached) {
    Router other = c.design.element(reached.link().a(), Router.class);
    if (other == null || other.equals(router)) {
      return;
    }
    Id part = link.id().part(vlan.key());
    VrfId a = VrfId.of(router.id().value());
    VrfId b = VrfId.of(other.id().value());
    AccessLink.Vlan far = reached.vlan();
    Prefix subnet = vlan.subnet() != null ? vlan.subnet() : far.subnet();
    Addressing.Pair addresses =
        c.addresses.pair(part.value(), subnet, vlan.session().a(), far.session().a(), 1, 2);
    Set<Origin> dependsOn = Context.union(c.around(part, link.b()), reached.dependsOn());
    List<Origin> drawn = new ArrayList<>(List.of(Origin.of(link.id())));
    drawn.addAll(reached.drawn());
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.LINK,
            a,
            b,
            addresses.a(),
            addresses.b(),
            0,
            Context.narrowest(link.bandwidthMbps(), reached.bandwidthMbps()),
            Origin.of(part),
            drawn,
            dependsOn,
            null));
    Asn asn = Asns.of(vlan.session().a(), router.asn());
    Asn peer = Asns.of(far.session().a(), other.asn());
    if (vlan.routing() != Routing.BGP || far.routing() != Routing.BGP) {
      return;
    }
    if (asn == null || peer == null) {
      CustomerSites.noteMissingAsn(c, asn == null ? router.id() : other.id(), link.id());
      return;
    }
    c.net.add(
        new Session(
            part.value(),
            a,
            b,
            part.value(),
            new EndDraft(asn, vlan.session().a()).at(addresses.a()).build(),
            new EndDraft(peer, far.session().a()).at(addresses.b()).build(),
            Origin.of(part),
            dependsOn));
  }
}
