package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mcx.design.AccessLink;
import mcx.design.Aggregate;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.LocalAs;
import mcx.design.PeeringType;
import mcx.design.PrefixLimitAction;
import mcx.design.PrivateAs;
import mcx.design.PrivateLink;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.Routing;
import mcx.design.StaticRoute;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.PrefixLimit;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** Customer routers, links between them, and site-to-site VPN. */
class CustomerAndVpnTest {

  private static PrivateLink link(String a, String b, Routing routing, BgpSettings session) {
    return new PrivateLink(
        Id.of(a + "-" + b), "", Id.of(a + "-r"), Id.of(b + "-r"), null, 0, 3, routing, session);
  }

  @Test
  void linksOfOneAsAreInnerAndCarryInnerRouting() {
    BgpEnd self = BgpEnd.DEFAULT.with("nextHopSelf", true);
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65001, "10.2.0.0/16")
            .site("c", 65003, "10.3.0.0/16")
            .add(link("a", "b", Routing.BGP, new BgpSettings(self, self)))
            .add(link("b", "c", Routing.BGP, BgpSettings.DEFAULT))
            .outcome()
            .clean()
            .path("a-r", "10.3.0.0/16", "65003")
            .path("c-r", "10.1.0.0/16", "65001")
            .goes("a", "c", "a a-r b-r c-r c");
    assertTrue(outcome.session("a-b").isInner());
    assertEquals(3, Objects.requireNonNull(outcome.network().segment("a-b")).igpCost());
    assertEquals(0, Objects.requireNonNull(outcome.network().segment("b-c")).igpCost());
  }

  @Test
  void staticLinksRouteToTheOtherEndsNetworks() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .add(link("a", "b", Routing.STATIC, BgpSettings.DEFAULT))
            .outcome()
            .clean()
            .goes("a", "b", "a a-r b-r b");
    assertTrue(outcome.network().sessions().isEmpty());
  }

  @Test
  void aRouterWithoutANumberIsNoted() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .add(Router.of(Id.of("b-r"), "b-r", null, null))
            .add(link("a", "b", Routing.BGP, BgpSettings.DEFAULT))
            .outcome()
            .notes("“b-r” has no AS number");
    assertTrue(outcome.network().sessions().isEmpty());
    assertNotNull(outcome.network().segment("a-b"));
  }

  @Test
  void aRoutersOwnSettingsReachItsTable() {
    Router hub =
        new Router(
            Id.of("hub-r"),
            "hub-r",
            null,
            RouterKind.ROUTER,
            Asn.of(65000),
            IpAddress.of("192.0.2.1"),
            List.of(),
            List.of(
                new StaticRoute(Prefix.of("10.9.0.0/16"), Id.of("hub-a"), true),
                new StaticRoute(Prefix.of("10.8.0.0/16"), null, true),
                new StaticRoute(Prefix.of("10.7.0.0/16"), Id.of("c-r"), false)),
            List.of(new Aggregate(Prefix.of("10.0.0.0/8"), true)),
            null,
            Set.of());
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .site("c", 65003, "10.3.0.0/16")
            .add(hub)
            .add(link("hub", "a", Routing.BGP, BgpSettings.DEFAULT))
            .add(link("hub", "b", Routing.BGP, BgpSettings.DEFAULT))
            .outcome()
            .notes("leads over “c-r”")
            .path("b-r", "10.0.0.0/8", "65000")
            .none("b-r", "10.1.0.0/16");
    Node node = Objects.requireNonNull(outcome.network().node("hub-r"));
    assertEquals(IpAddress.of("192.0.2.1"), node.routerId());
    var statics = node.vrfs().getFirst().statics();
    assertEquals(2, statics.size());
    assertEquals("hub-a", statics.get(0).segment());
    assertNull(statics.get(1).nextHop());
  }

  @Test
  void drawnPoliciesComeThroughWordForWord() {
    RoutePolicy.Term term =
        new RoutePolicy.Term(
            "t",
            List.of(new RoutePolicy.PrefixMatch(Prefix.of("10.0.0.0/8"), 16, null)),
            List.of(),
            "_65003$",
            Asn.of(65002),
            true,
            new RoutePolicy.Change(150L, 7L, 2, List.of(), List.of(), 9));
    BgpEnd end = BgpEnd.DEFAULT.with("importPolicy", new RoutePolicy(List.of(term), false));
    Policy policy =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .add(link("a", "b", Routing.BGP, new BgpSettings(end, BgpEnd.DEFAULT)))
            .outcome()
            .session("a-b")
            .atA()
            .importPolicy();
    assertFalse(policy.otherwise());
    Policy.Statement lowered = policy.statements().getFirst();
    assertEquals(List.of(new Policy.Match(Prefix.of("10.0.0.0/8"), 16, 32)), lowered.prefixes());
    assertTrue(Objects.requireNonNull(lowered.asPath()).matches("65002 65003"));
    assertFalse(Objects.requireNonNull(lowered.asPath()).matches("65002 165003"));
    assertEquals(150L, lowered.set().localPreference());
    assertEquals(2, lowered.set().prepend());
    assertEquals(9, lowered.set().weight());
  }

  @Test
  void aRouterChoosesAsItIsSet() {
    Router router = Router.of(Id.of("r"), "r", null, Asn.of(65000));
    router = Components.with(router, "alwaysCompareMed", true);
    Vrf table = table(new Sketch().add(router), "r");
    assertEquals(
        List.of(
            Key.DISTANCE,
            Key.WEIGHT,
            Key.LOCAL_PREFERENCE,
            Key.LOCALLY_ORIGINATED,
            Key.AS_PATH_LENGTH,
            Key.ORIGIN,
            Key.ALWAYS_MED,
            Key.EXTERNAL,
            Key.IGP_COST),
        table.selection());
    assertFalse(table.multipath());
    router = Router.of(Id.of("r"), "r", null, Asn.of(65000));
    table = table(new Sketch().add(Components.with(router, "multipath", true)), "r");
    assertEquals(Vrf.BGP_DECISION, table.selection());
    assertTrue(table.multipath());
  }

  private static Vrf table(Sketch sketch, String node) {
    return table(sketch.outcome().network(), node);
  }

  private static Vrf table(Network network, String node) {
    return Objects.requireNonNull(network.vrf(VrfId.of(node)));
  }

  @Test
  void aStaticRouteMayWaitBehindBgp() {
    Router router =
        Components.with(
            Router.of(Id.of("r"), "r", null, Asn.of(65000)),
            "staticRoutes",
            List.of(
                new StaticRoute(Prefix.of("10.9.0.0/16"), null, 200, false),
                new StaticRoute(Prefix.of("10.8.0.0/16"), null, null, false)));
    assertEquals(
        List.of(200, Distances.STATIC),
        table(new Sketch().add(router), "r").statics().stream()
            .map(Vrf.StaticRoute::distance)
            .toList());
  }

  @Test
  void aRouterOffersTheNetworksOfItsLinks() {
    PrivateLink drawn =
        Components.with(
            link("a", "b", Routing.NONE, BgpSettings.DEFAULT), "subnet", Prefix.of("192.0.2.0/29"));
    BgpEnd outside = BgpEnd.DEFAULT.with("address", IpAddress.of("203.0.113.9"));
    Network network =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .site("c", 65003, "10.3.0.0/16")
            .change("a-r", "redistributeConnected", true)
            .add(drawn)
            .add(link("a", "c", Routing.BGP, BgpSettings.DEFAULT))
            .add(
                Components.with(
                    link("c", "a", Routing.BGP, new BgpSettings(BgpEnd.DEFAULT, outside)),
                    "subnet",
                    Prefix.of("198.51.100.0/31")))
            .cloud("aws")
            .network("aws", "vpc", "10.30.0.0/16")
            .gateway("aws", "vgw", "aws.vgw", 64512L)
            .serve("vpc", "vgw")
            .vpn("selectors", "vgw", "a-r", Routing.STATIC, null, VpnMode.POLICY_BASED, 1)
            .outcome()
            .network();
    Segment made = Objects.requireNonNull(network.segment("a-c"));
    assertEquals(
        List.of(
            new Vrf.Connected(Prefix.of("192.0.2.0/29"), "a-b", true),
            new Vrf.Connected(
                Prefix.containing(Objects.requireNonNull(made.addressA()), 30), "a-c", true),
            new Vrf.Connected(Prefix.of("203.0.113.9/32"), "c-a", true)),
        table(network, "a-r").connected());
    assertEquals(List.of(), table(network, "c-r").connected());
  }

  @Test
  void settingsOfAnEndReachItsSession() {
    BgpEnd end =
        BgpEnd.DEFAULT
            .with("localAs", LocalAs.NO_PREPEND)
            .with("privateAs", PrivateAs.REPLACE)
            .with("defaultOriginate", true)
            .with(
                "defaultWhen",
                List.of(new RoutePolicy.PrefixMatch(Prefix.of("10.0.0.0/8"), null, 24)))
            .with("bilateralPeer", true);
    Session session =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .add(link("a", "b", Routing.BGP, new BgpSettings(end, BgpEnd.DEFAULT)))
            .outcome()
            .session("a-b");
    assertEquals(Session.LocalAs.NO_PREPEND, session.atA().localAs());
    assertEquals(Session.PrivateAs.REPLACE, session.atA().privateAs());
    assertEquals(
        List.of(new Policy.Match(Prefix.of("10.0.0.0/8"), 8, 24)), session.atA().defaultWhen());
    assertTrue(session.atA().bilateralPeer());
    assertEquals(Session.LocalAs.REPLACE, session.atB().localAs());
    assertEquals(Session.PrivateAs.KEEP, session.atB().privateAs());
    assertEquals(List.of(), session.atB().defaultWhen());
    assertFalse(session.atB().bilateralPeer());
  }

  @Test
  void everyChoiceOfAnEndHasItsMeaningInTheNetwork() {
    for (LocalAs mode : LocalAs.values()) {
      assertEquals(
          Session.LocalAs.valueOf(mode.name()),
          new EndDraft(Asn.of(65001), BgpEnd.DEFAULT.with("localAs", mode)).build().localAs());
    }
    for (PrivateAs mode : PrivateAs.values()) {
      assertEquals(
          Session.PrivateAs.valueOf(mode.name()),
          new EndDraft(Asn.of(65001), BgpEnd.DEFAULT.with("privateAs", mode)).build().privateAs());
    }
    Map<PrefixLimitAction, Beyond> beyond =
        Map.of(
            PrefixLimitAction.RESTART, Beyond.SESSION_DOWN_AUTO,
            PrefixLimitAction.STAY_DOWN, Beyond.SESSION_IDLE,
            PrefixLimitAction.DISCARD_EXTRA, Beyond.DROP_EXCESS_ORDERED,
            PrefixLimitAction.WARN_ONLY, Beyond.WARN_ONLY);
    for (PrefixLimitAction action : PrefixLimitAction.values()) {
      BgpEnd end = BgpEnd.DEFAULT.with("prefixLimit", 10).with("prefixLimitAction", action);
      PrefixLimit limit =
          Objects.requireNonNull(new EndDraft(Asn.of(65001), end).build().limitV4());
      assertEquals(beyond.get(action), limit.beyond());
    }
  }

  @Test
  void madeAddressesStayWhenTheDesignGrows() {
    Sketch small =
        new Sketch()
            .site("m", 65001, "10.1.0.0/16")
            .site("n", 65002, "10.2.0.0/16")
            .add(link("m", "n", Routing.BGP, BgpSettings.DEFAULT));
    Segment before = Objects.requireNonNull(small.outcome().network().segment("m-n"));
    Network grown =
        small
            .site("a", 65003, "10.3.0.0/16")
            .add(link("a", "m", Routing.BGP, BgpSettings.DEFAULT))
            .outcome()
            .network();
    Segment after = Objects.requireNonNull(grown.segment("m-n"));
    assertEquals(before.addressA(), after.addressA());
    assertEquals(before.addressB(), after.addressB());
    assertNotEquals(after.addressA(), after.addressB());
    assertNotEquals(after.addressA(), Objects.requireNonNull(grown.segment("a-m")).addressA());
  }

  @Test
  void premisesWithoutARouterAreNoted() {
    new Sketch()
        .add(
            new mcx.design.Premises(
                Id.of("x"), "x", null, mcx.design.PremisesKind.BRANCH, null, List.of()))
        .outcome()
        .notes("“x” has no router");
  }

  // VPN

  private static Sketch toAws(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16")
        .gateway("aws", "vgw", "aws.vgw", 64512L)
        .serve("vpc", "vgw");
  }

  @Test
  void aTunnelDependsOnItsPartInstanceInternetAndAccess() {
    Sketch.Outcome outcome =
        toAws()
            .add(new Internet(Id.of("net"), "net", null))
            .add(new AccessLink(Id.of("dc-net"), "", Id.of("dc-r"), Id.of("net"), 100, List.of()))
            .vpn("vpn", "vgw", "dc-r", Routing.BGP, null, VpnMode.ROUTE_BASED, 2)
            .outcome()
            .clean();
    Segment tunnel = Objects.requireNonNull(outcome.network().segment("vpn/tunnel-1"));
    assertEquals(Segment.Kind.TUNNEL, tunnel.kind());
    for (String part : List.of("vpn", "vpn/tunnel-1", "vgw/instance-0", "net", "dc-net", "aws")) {
      assertTrue(tunnel.dependsOn().contains(Origin.of(part)), part + " is not depended on");
    }
    assertEquals(1250, tunnel.bandwidthMbps());
  }

  @Test
  void madeTunnelAddressesLieWhereTheGatewayTakesThem() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65010, "10.10.0.0/16")
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .gateway("azure", "vpn-gw", "azure.vpn-gateway", null)
            .serve("hub", "vpn-gw")
            .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP)
            .outcome()
            .clean();
    Segment tunnel = Objects.requireNonNull(outcome.network().segment("vpn/tunnel-1"));
    IpAddress azure = Objects.requireNonNull(tunnel.addressA());
    assertTrue(
        Prefix.of("169.254.21.0/24").contains(azure)
            || Prefix.of("169.254.22.0/24").contains(azure),
        azure.toString());
    assertEquals(azure, Objects.requireNonNull(tunnel.addressB()).plus(1));
  }

  private static final IpAddress PUBLIC_A = IpAddress.of("198.51.100.1");
  private static final IpAddress PUBLIC_B = IpAddress.of("203.0.113.1");

  private static Segment.Underlay underlay(Sketch sketch) {
    return Objects.requireNonNull(sketch.outcome().network().segment("vpn/tunnel-1")).underlay();
  }

  /** A VPN with one tunnel between these outside addresses. */
  private static VpnConnection vpn(
      String a, String b, String under, IpAddress outsideA, IpAddress outsideB) {
    return new VpnConnection(
        Id.of("vpn"),
        "vpn",
        Id.of(a),
        Id.of(b),
        under == null ? null : Id.of(under),
        null,
        VpnMode.ROUTE_BASED,
        Set.of(),
        Set.of(),
        Routing.BGP,
        List.of(),
        List.of(),
        List.of(
            new VpnConnection.Tunnel(
                "tunnel-1", null, outsideA, outsideB, 0, 0, BgpSettings.DEFAULT)));
  }

  @Test
  void aTunnelBetweenKnownPublicAddressesHasTheInternetUnderIt() {
    Sketch routers =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .change("a-r", "publicAddress", PUBLIC_A)
            .vpn("vpn", "a-r", "b-r", Routing.BGP);
    assertNull(underlay(routers), "one address is not known");
    assertEquals(
        new Segment.Underlay(PUBLIC_A, PUBLIC_B, true),
        underlay(routers.change("b-r", "publicAddress", PUBLIC_B)));
    assertNull(
        underlay(routers.change("b-r", "publicAddress", IpAddress.of("2001:db8::1"))),
        "no packet goes from one family to the other");

    Sketch cloud = toAws().add(new Internet(Id.of("net"), "net", null));
    cloud.change("dc-r", "publicAddress", PUBLIC_A);
    assertNull(underlay(toAws().add(vpn("vgw", "dc-r", null, null, PUBLIC_A))));
    assertEquals(
        new Segment.Underlay(PUBLIC_B, PUBLIC_A, true),
        underlay(cloud.add(vpn("vgw", "dc-r", "net", PUBLIC_B, null))));
  }

  @Test
  void aTunnelOverACircuitNeedsTheRoutesOfItsEnds() {
    IpAddress near = IpAddress.of("10.10.0.1");
    IpAddress far = IpAddress.of("10.30.255.4");
    for (PeeringType peering : PeeringType.values()) {
      Sketch sketch =
          toAws()
              .change("dc-r", "publicAddress", PUBLIC_A)
              .add(
                  new Circuit(
                      Id.of("dx"), "dx", Id.of("aws"), "aws.direct-connect", null, 1000, null))
              .connect("dx", "dc", ConnectionRole.PRIMARY, peering)
              .attach("dx", "vgw", 0)
              .add(vpn("vgw", "dc-r", "dx", far, near));
      boolean routed = peering == PeeringType.PRIVATE || peering == PeeringType.TRANSIT;
      assertEquals(
          routed ? new Segment.Underlay(far, near, false) : null, underlay(sketch), peering + "");
    }
    assertNull(
        underlay(
            toAws()
                .change("dc-r", "publicAddress", PUBLIC_A)
                .circuit("aws", "dx", "aws.direct-connect", "vgw", "dc")
                .add(vpn("vgw", "dc-r", "dx", far, null))),
        "a public address is not the one that is routed over a circuit");
  }

  @Test
  void theNewestCommonVersionIsTakenAndASetOneMustFit() {
    Router old =
        new Router(
            Id.of("old-r"),
            "old-r",
            null,
            RouterKind.ROUTER,
            Asn.of(65020),
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            Set.of(IkeVersion.IKEV1));
    toAws()
        .add(old)
        .vpn("vpn", "vgw", "old-r", Routing.BGP)
        .outcome()
        .notes("“old-r” speaks only IKEv1, so “vpn” cannot use IKEv2");
    Sketch.Outcome outcome =
        toAws()
            .add(old)
            .vpn("vpn", "vgw", "old-r", Routing.BGP, IkeVersion.IKEV2, VpnMode.ROUTE_BASED, 1)
            .outcome()
            .notes("“old-r” speaks only IKEv1, and the connection is set to IKEv2");
    Segment tunnel = Objects.requireNonNull(outcome.network().segment("vpn/tunnel-1"));
    assertNotNull(tunnel.downBecause());
    assertFalse(outcome.solution().session("vpn/tunnel-1").up());
    assertTrue(outcome.solution().session("vpn/tunnel-1").reason().contains("IKEv1"));
  }

  @Test
  void policyBasedVpnCarriesNoBgp() {
    Sketch.Outcome outcome =
        toAws()
            .vpn("vpn", "vgw", "dc-r", Routing.BGP, null, VpnMode.POLICY_BASED, 1)
            .outcome()
            .notes("speaks no BGP");
    assertNull(outcome.network().session("vpn/tunnel-1"));
    assertTrue(outcome.solution().isSegmentUp("vpn/tunnel-1"));
    outcome.isolated("dc", "vpc");
  }

  @Test
  void staticVpnRoutesBothWaysAndFallsWithItsTunnel() {
    toAws()
        .vpn("vpn", "vgw", "dc-r", Routing.STATIC)
        .outcome()
        .clean()
        .goes("dc", "vpc", "dc dc-r vgw vpc");
    toAws("vpn/tunnel-1").vpn("vpn", "vgw", "dc-r", Routing.STATIC).outcome().isolated("vpc", "dc");
  }

  @Test
  void aGatewayThatEndsNoVpnKeepsTunnelsDown() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65010, "10.10.0.0/16")
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .gateway("azure", "er-gw", "azure.er-gateway", null)
            .serve("hub", "er-gw")
            .vpn("vpn", "er-gw", "dc-r", Routing.BGP)
            .outcome()
            .notes("ends no VPN");
    assertFalse(outcome.solution().isSegmentUp("vpn/tunnel-1"));
  }

  @Test
  void anApplianceStandsForItsNetwork() {
    new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16")
        .add(Router.of(Id.of("nva"), "nva", Id.of("vpc"), Asn.of(65030)))
        .vpn("vpn", "nva", "dc-r", Routing.BGP)
        .outcome()
        .clean()
        .path("dc-r", "10.30.0.0/16", "65030")
        .goes("vpc", "dc", "vpc nva dc-r dc");
  }
}
