package mcx.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Site-to-site VPNs: their tunnels, and BGP or static routes over them. */
final class VpnConnections {

  /** What limits call a session over GRE without IPsec. */
  static final String CONNECT = "CONNECT";

  private final Context c;
  private final Gateways gateways;
  private final Map<Id, Integer> tunnelsAt = new TreeMap<>();
  private final SortedMap<Id, VpnAgreement> agreements = new TreeMap<>();

  /** Why an address inside the tunnels of the VPN at hand will not do; null where all do. */
  private @Nullable String noAddress;

  VpnConnections(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  void compile() {
    for (VpnConnection vpn : c.links(VpnConnection.class)) {
      VpnEnd a = end(vpn, vpn.a());
      VpnEnd b = end(vpn, vpn.b());
      if (a == null || b == null) {
        c.notes.warning(
            "",
            "",
            c.label(vpn.id())
                + " joins no two VPN endpoints, so it carries nothing. Join it to a router or"
                + " gateway at each end.",
            vpn.id());
      } else {
        compile(vpn, a, b);
        if (vpn.routing() == Routing.STATIC) {
          StaticVpnLimits.check(c, vpn, a, at(vpn, b));
          StaticVpnLimits.check(c, vpn, b, at(vpn, a));
        }
      }
    }
  }

  /** The prefixes at an end that the other end has static routes to. */
  private static List<Prefix> at(VpnConnection vpn, VpnEnd end) {
    List<Prefix> drawn = end.id().equals(vpn.a()) ? vpn.networksA() : vpn.networksB();
    return drawn.isEmpty() ? end.networks() : drawn;
  }

  /** What the ends of each VPN have in common. */
  SortedMap<Id, VpnAgreement> agreements() {
    return agreements;
  }

  private @Nullable VpnEnd end(VpnConnection vpn, Id id) {
    Router router = c.design.element(id, Router.class);
    if (router != null) {
      return VpnEnd.of(c, router);
    }
    GatewayEnd gateway = gateways.get(id);
    return gateway == null ? null : VpnEnd.of(c, gateway, speaker(vpn, gateway));
  }

  private VrfId speaker(VpnConnection vpn, GatewayEnd gateway) {
    GatewayBehaviour behaviour = gateway.behaviour();
    RouteSource source = source(vpn);
    int distance =
        source == RouteSource.VPN_STATIC
            ? behaviour.staticVpnDistance(gateway.product())
            : behaviour.distance(source, gateway.product());
    Side side = behaviour.side(c, gateway.gateway(), null, Side.VPN);
    return Speaker.of(c, gateway, vpn.id(), side, source, distance);
  }

  /** What the routes of a VPN rank as. */
  private RouteSource source(VpnConnection vpn) {
    if (vpn.routing() == Routing.STATIC) {
      return RouteSource.VPN_STATIC;
    }
    if (vpn.mode() == VpnMode.GRE) {
      return RouteSource.APPLIANCE;
    }
    return c.design.element(vpn.underlay(), Circuit.class) == null
        ? RouteSource.VPN_BGP
        : RouteSource.VPN_PRIVATE;
  }

  private void compile(VpnConnection vpn, VpnEnd a, VpnEnd b) {
    if (vpn.tunnels().isEmpty()) {
      c.notes.warning(
          "",
          "",
          c.label(vpn.id()) + " has no tunnel, so it carries nothing. Give it one.",
          vpn.id());
      return;
    }
    noAddress = null;
    String obstacle = new IkeAgreement(c, vpn, a, b).obstacle();
    // A session over tunnels that never come up is kept, so that it shows as down with its reason.
    boolean drawn = vpn.routing() == Routing.BGP;
    String noBgp = drawn && obstacle == null ? new VpnBgp(c, vpn, a, b).obstacle() : null;
    boolean bgp = drawn && noBgp == null;
    for (VpnConnection.Tunnel tunnel : vpn.tunnels()) {
      tunnel(vpn, tunnel, a, b, obstacle, bgp);
    }
    agreements.put(vpn.id(), VpnAgreements.of(c, vpn, a, b, noAddress, noBgp));
  }

  static BgpEnd drawn(VpnConnection vpn, VpnConnection.Tunnel tunnel, VpnEnd end) {
    return end.id().equals(vpn.a()) ? tunnel.session().a() : tunnel.session().b();
  }

  private void tunnel(
      VpnConnection vpn,
      VpnConnection.Tunnel tunnel,
      VpnEnd a,
      VpnEnd b,
      @Nullable String obstacle,
      boolean bgp) {
    Id part = vpn.id().part(tunnel.key());
    BgpEnd atA = withAddress(tunnel, tunnel.session().a(), a, tunnel.instanceA());
    BgpEnd atB = withAddress(tunnel, tunnel.session().b(), b, tunnel.instanceB());
    boolean second =
        a.vendor().equals("azure") || !(b.vendor().equals("azure") || b.vendor().isEmpty());
    // Azure has the second address of a tunnel's block, other clouds the first (VPN-AWS, OCI-VAZ).
    Addressing.Pair addresses =
        c.addresses.pair(
            part.value(),
            tunnel.inside(),
            atA,
            atB,
            second ? 2 : 1,
            second ? 1 : 2,
            BgpAddresses.pool(a, b));
    String excess = excess(vpn, a) != null ? excess(vpn, a) : excess(vpn, b);
    count(a);
    count(b);
    String unusable =
        obstacle == null && bgp
            ? BgpAddresses.unusable(c, vpn, tunnel, a, drawn(tunnel, atA, addresses.a()))
            : null;
    if (unusable == null && obstacle == null && bgp) {
      unusable = BgpAddresses.unusable(c, vpn, tunnel, b, drawn(tunnel, atB, addresses.b()));
    }
    if (unusable != null) {
      noAddress = unusable;
    }
    String down = obstacle != null ? obstacle : excess != null ? excess : unusable;
    Set<Origin> dependsOn = dependsOn(vpn, tunnel, a, b, part);
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.TUNNEL,
            a.table(),
            b.table(),
            addresses.a(),
            addresses.b(),
            0,
            Context.narrowest(a.tunnelMbps(vpn.mode()), b.tunnelMbps(vpn.mode())),
            Origin.of(part),
            List.of(Origin.of(vpn.id())),
            dependsOn,
            down,
            VpnUnderlay.of(c, vpn, tunnel)));
    if (vpn.routing() == Routing.STATIC) {
      route(a, at(vpn, b), b.table(), part);
      route(b, at(vpn, a), a.table(), part);
    } else if (bgp) {
      session(part, source(vpn), a, atA, b, atB, addresses, dependsOn);
    }
  }

  /** The address of an end that follows from what is drawn; null where it was made. */
  private static @Nullable IpAddress drawn(
      VpnConnection.Tunnel tunnel, BgpEnd end, IpAddress address) {
    return end.address() != null || tunnel.inside() != null ? address : null;
  }

  /** Where no inside addresses are drawn, a gateway speaks from those of its instances. */
  private static BgpEnd withAddress(
      VpnConnection.Tunnel tunnel, BgpEnd drawn, VpnEnd end, int instance) {
    GatewayEnd gateway = end.gateway();
    if (drawn.address() != null || tunnel.inside() != null || gateway == null) {
      return drawn;
    }
    List<IpAddress> own = gateway.gateway().bgpAddresses();
    return instance < own.size() && instance >= 0
        ? drawn.with("address", own.get(instance))
        : drawn;
  }

  private void session(
      Id part,
      RouteSource source,
      VpnEnd a,
      BgpEnd atA,
      VpnEnd b,
      BgpEnd atB,
      Addressing.Pair addresses,
      Set<Origin> dependsOn) {
    Asn asnA = Asns.of(atA, a.asn());
    Asn asnB = Asns.of(atB, b.asn());
    if (asnA == null || asnB == null) {
      return;
    }
    c.net.add(
        new Session(
            part.value(),
            a.table(),
            b.table(),
            part.value(),
            sessionEnd(a, source, asnA, atA, atB).at(addresses.a()).build(),
            sessionEnd(b, source, asnB, atB, atA).at(addresses.b()).build(),
            Origin.of(part),
            dependsOn));
    for (VpnEnd end : List.of(a, b)) {
      GatewayEnd gateway = end.gateway();
      if (gateway != null && gateway.table().equals(end.table())) {
        Side side = gateway.behaviour().side(c, gateway.gateway(), null, Side.VPN);
        c.net.door(end.table(), side, part.value());
      }
    }
  }

  private static EndDraft sessionEnd(
      VpnEnd end, RouteSource source, Asn asn, BgpEnd drawn, BgpEnd peer) {
    EndDraft draft = new EndDraft(asn, drawn);
    GatewayEnd gateway = end.gateway();
    if (gateway == null) {
      return draft;
    }
    Product product = gateway.product();
    draft
        .timers(product, peer)
        .limits(
            product,
            gateway.gateway().sku(),
            source == RouteSource.APPLIANCE ? CONNECT : "VPN",
            gateway.gateway().settings().number(Setting.PREFIX_QUOTA))
        .setOnImport(gateway.behaviour().arriving(source, product))
        .setOnExport(gateway.behaviour().towardsCustomer(product));
    CloudSide.refuse(draft, product);
    return draft;
  }

  /** Static routes at one end; a gateway tells them to its BGP peers, a router does not. */
  private void route(VpnEnd end, List<Prefix> prefixes, VrfId nextHop, Id tunnel) {
    TableDraft table = c.net.table(end.table());
    if (table == null) {
      return;
    }
    GatewayEnd gateway = end.gateway();
    int distance =
        gateway == null
            ? Distances.STATIC
            : gateway.behaviour().staticVpnDistance(gateway.product());
    for (Prefix prefix : prefixes) {
      table.add(new Vrf.StaticRoute(prefix, nextHop, tunnel.value(), distance, gateway != null));
    }
  }

  private void count(VpnEnd end) {
    tunnelsAt.merge(end.id(), 1, Integer::sum);
  }

  /** Why an endpoint takes no further tunnel; null if it does. */
  private @Nullable String excess(VpnConnection vpn, VpnEnd end) {
    int most = end.maxTunnels(vpn.mode());
    if (most == 0 || tunnelsAt.getOrDefault(end.id(), 0) < most) {
      return null;
    }
    String reason =
        c.label(end.id()) + " ends at most " + most + (most == 1 ? " tunnel." : " tunnels.");
    boolean azure = end.vendor().equals("azure");
    c.notes.error(
        azure ? "VPN-11" : "",
        azure ? "VPN-SKU" : "",
        reason + " Those beyond stay down. Choose a larger variant, or draw fewer.",
        end.id(),
        vpn.id());
    return reason;
  }

  private Set<Origin> dependsOn(
      VpnConnection vpn, VpnConnection.Tunnel tunnel, VpnEnd a, VpnEnd b, Id part) {
    Set<Origin> all = new LinkedHashSet<>(c.around(part));
    underlay(vpn, all);
    instance(a, tunnel.instanceA(), vpn, all);
    instance(b, tunnel.instanceB(), vpn, all);
    return all;
  }

  private void underlay(VpnConnection vpn, Set<Origin> all) {
    Id under = vpn.underlay();
    List<Internet> internets = c.elements(Internet.class);
    if (under == null && internets.size() == 1) {
      under = internets.getFirst().id();
    }
    if (under == null) {
      return;
    }
    all.addAll(c.around(under));
    if (c.design.element(under, Circuit.class) != null) {
      Id circuit = under;
      List<CircuitConnection> ways =
          c.links(CircuitConnection.class).stream().filter(l -> l.a().equals(circuit)).toList();
      if (ways.size() == 1) {
        all.addAll(c.around(ways.getFirst().id()));
      }
    }
  }

  private void instance(VpnEnd end, int instance, VpnConnection vpn, Set<Origin> all) {
    GatewayEnd gateway = end.gateway();
    if (gateway != null) {
      boolean alone = gateway.behaviour().instancesFailAlone(gateway.gateway());
      all.addAll(c.around(alone ? end.id().part("instance-" + instance) : end.id()));
      return;
    }
    // A router with one access to the Internet depends on it; with several, on none alone.
    if (vpn.underlay() != null && c.design.element(vpn.underlay(), Internet.class) == null) {
      return;
    }
    List<AccessLink> accesses =
        c.links(AccessLink.class).stream()
            .filter(l -> l.a().equals(end.id()))
            .filter(l -> c.design.element(l.b(), Internet.class) != null)
            .toList();
    if (accesses.size() == 1) {
      all.addAll(c.around(accesses.getFirst().id()));
    }
  }
}
