package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.PeeringType;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.Routing;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.RouteTarget;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Layer-3 and layer-2 providers, and access to them. */
class ProvidersTest {

  /** A provider with two points of presence, of which the first has two edges. */
  private static Sketch provider(Object... failed) {
    return new Sketch(failed)
        .add(
            new Layer3Provider(
                Id.of("isp"),
                "isp",
                null,
                Asn.of(64900),
                List.of(new Layer3Provider.IgpCost(Id.of("pop1"), Id.of("pop2"), 25))))
        .add(new PointOfPresence(Id.of("pop1"), "pop1", Id.of("isp"), null))
        .add(new PointOfPresence(Id.of("pop2"), "pop2", Id.of("isp"), null))
        .add(new ProviderEdge(Id.of("pe1"), "pe1", Id.of("pop1")))
        .add(new ProviderEdge(Id.of("pe2"), "pe2", Id.of("pop1")))
        .add(new ProviderEdge(Id.of("pe3"), "pe3", Id.of("pop2")))
        .add(new ProviderEdge(Id.of("pe4"), "pe4", Id.of("isp")));
  }

  private static AccessLink access(String site, String edge, AccessLink.Vlan... vlans) {
    return new AccessLink(
        Id.of(site + "-" + edge), "", Id.of(site + "-r"), Id.of(edge), 500, List.of(vlans));
  }

  private static AccessLink.Vlan vlan(int tag, @Nullable String vrf, Routing routing) {
    return new AccessLink.Vlan(
        tag, vrf == null ? null : Id.of(vrf), null, routing, BgpSettings.DEFAULT);
  }

  @Test
  void everyEdgeHasATableForEveryVrfWithTargetsOfItsOwn() {
    Sketch.Outcome outcome =
        provider()
            .add(Vrf.of(Id.of("red"), "red", Id.of("isp")))
            .add(Vrf.of(Id.of("blue"), "blue", Id.of("isp")))
            .outcome();
    mcx.network.Vrf red = Objects.requireNonNull(outcome.network().vrf(new VrfId("pe1", "red")));
    mcx.network.Vrf blue = Objects.requireNonNull(outcome.network().vrf(new VrfId("pe4", "blue")));
    assertEquals(1, red.imports().size());
    assertEquals(red.imports(), red.exports());
    assertEquals(Set.of(new RouteTarget(Asn.of(64900), 1)), blue.imports());
    assertEquals(Asn.of(64900), red.asn());
    assertEquals(8, outcome.network().vpnDomains().getFirst().vrfs().size());
  }

  @Test
  void costsComeFromThePlaces() {
    VpnDomain domain = provider().outcome().network().vpnDomains().getFirst();
    assertEquals(10, domain.defaultCost());
    assertEquals(
        List.of(
            new VpnDomain.Cost("pe1", "pe2", 1),
            new VpnDomain.Cost("pe1", "pe3", 25),
            new VpnDomain.Cost("pe2", "pe3", 25)),
        domain.costs());
  }

  @Test
  void vrfsKeepSitesApartUnlessTargetsJoinThem() {
    Sketch sketch =
        provider()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .site("c", 65003, "10.3.0.0/16")
            .add(Vrf.of(Id.of("red"), "red", Id.of("isp")))
            .add(Vrf.of(Id.of("blue"), "blue", Id.of("isp")))
            .add(access("a", "pe1", vlan(10, "red", Routing.BGP)))
            .add(access("b", "pe3", vlan(10, "red", Routing.BGP)))
            .add(access("c", "pe3", vlan(10, "blue", Routing.BGP)));
    sketch
        .outcome()
        .clean()
        .path("a-r", "10.2.0.0/16", "64900 65002")
        .goes("a", "b", "a a-r pe1 pe3 b-r b")
        .isolated("a", "c");
    RouteTarget both = RouteTarget.of("64900:9");
    Sketch.Outcome joined =
        provider()
            .site("a", 65001, "10.1.0.0/16")
            .site("c", 65003, "10.3.0.0/16")
            .add(shared("red", both))
            .add(shared("blue", both))
            .add(access("a", "pe1", vlan(10, "red", Routing.BGP)))
            .add(access("c", "pe3", vlan(10, "blue", Routing.BGP)))
            .outcome();
    joined.clean().goes("a", "c", "a a-r pe1 pe3 c-r c");
  }

  private static Vrf shared(String id, RouteTarget target) {
    return new Vrf(
        Id.of(id), id, Id.of("isp"), null, Set.of(target), Set.of(target), null, 0, false);
  }

  @Test
  void anUntaggedLinkRunsBgpInTheOnlyVrf() {
    Sketch sketch =
        provider()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .add(Vrf.of(Id.of("red"), "red", Id.of("isp")))
            .add(access("a", "pe1"))
            .add(access("b", "pe3"));
    Session session = sketch.outcome().clean().session("a-pe1");
    assertEquals(new VrfId("pe1", "red"), session.b());
    assertTrue(session.dependsOn().contains(Origin.of("red")));
    sketch
        .add(Vrf.of(Id.of("zinc"), "zinc", Id.of("isp")))
        .outcome()
        .notes("names no VRF")
        .path("a-r", "10.2.0.0/16", "64900 65002");
  }

  @Test
  void aProviderWithoutVrfsIsOneTable() {
    provider()
        .site("a", 65001, "10.1.0.0/16")
        .site("b", 65002, "10.2.0.0/16")
        .add(access("a", "pe1"))
        .add(access("b", "pe4"))
        .outcome()
        .clean()
        .goes("a", "b", "a a-r pe1 pe4 b-r b");
  }

  @Test
  void staticAccessGivesADefaultAndTheProviderTheNetworks() {
    Sketch.Outcome outcome =
        provider()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .add(access("a", "pe1", vlan(10, null, Routing.STATIC)))
            .add(access("b", "pe3", vlan(10, null, Routing.BGP)))
            .outcome()
            .clean()
            .path("b-r", "10.1.0.0/16", "64900")
            .none("a-r", "10.2.0.0/16")
            .goes("a", "b", "a a-r pe1 pe3 b-r b")
            .goes("b", "a", "b b-r pe3 pe1 a-r a");
    assertNull(outcome.network().session("a-pe1/vlan-10"));
    assertNotNull(outcome.network().segment("a-pe1/vlan-10"));
  }

  @Test
  void whatTheVrfAsksForIsAtTheProvidersEnd() {
    Session session =
        provider()
            .site("a", 65001, "10.1.0.0/16")
            .add(
                new Vrf(
                    Id.of("red"),
                    "red",
                    Id.of("isp"),
                    null,
                    Set.of(),
                    Set.of(),
                    Asn.of(64901),
                    2,
                    true))
            .add(access("a", "pe1", vlan(10, "red", Routing.BGP)))
            .outcome()
            .session("a-pe1/vlan-10");
    assertEquals(Asn.of(64901), session.atB().asn());
    assertEquals(2, session.atB().allowAsIn());
    assertTrue(session.atB().asOverride());
    assertEquals(0, session.atA().allowAsIn());
  }

  @Test
  void aPlaceLostTakesItsEdgesDown() {
    provider("pop1")
        .site("a", 65001, "10.1.0.0/16")
        .site("b", 65002, "10.2.0.0/16")
        .add(access("a", "pe1"))
        .add(access("a", "pe4"))
        .add(access("b", "pe3"))
        .outcome()
        .goes("a", "b", "a a-r pe4 pe3 b-r b");
  }

  @Test
  void missingNumbersAreNotedWhereTheyLack() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .add(new Layer3Provider(Id.of("isp"), "isp", null, null, List.of()))
            .add(new ProviderEdge(Id.of("pe1"), "pe1", Id.of("isp")))
            .add(access("a", "pe1"))
            .outcome()
            .notes("“isp” has no AS number");
    assertTrue(outcome.network().sessions().isEmpty());
  }

  // Layer 2

  private static Sketch exchange(Layer2Provider.CrossConnect... crossConnects) {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("azure")
        .network("azure", "hub", "10.20.0.0/16")
        .gateway("azure", "er-gw", "azure.er-gateway", null)
        .serve("hub", "er-gw")
        .add(new Circuit(Id.of("er"), "er", Id.of("azure"), "azure.expressroute", null, 2000, null))
        .attach("er", "er-gw", 0)
        .add(new Layer2Provider(Id.of("ix"), "ix", null, List.of(crossConnects)))
        .add(new Port(Id.of("p1"), "p1", Id.of("ix"), 10_000))
        .add(new Port(Id.of("p2"), "p2", Id.of("ix"), 1000))
        .add(
            new CircuitConnection(
                Id.of("er-1"),
                "",
                Id.of("er"),
                Id.of("p2"),
                ConnectionRole.PRIMARY,
                PeeringType.PRIVATE,
                200,
                null,
                Prefix.of("172.16.0.0/30"),
                null,
                BgpSettings.DEFAULT));
  }

  private static final Layer2Provider.CrossConnect CROSS =
      new Layer2Provider.CrossConnect(Id.of("p1"), 100, Id.of("p2"), 200);

  @Test
  void aCrossConnectCarriesTheSessionToTheRoutersVlan() {
    BgpEnd strict = BgpEnd.DEFAULT.with("prefixLimit", 7);
    Sketch.Outcome outcome =
        exchange(CROSS)
            .add(
                access(
                    "dc",
                    "p1",
                    new AccessLink.Vlan(
                        100, null, null, Routing.BGP, new BgpSettings(strict, BgpEnd.DEFAULT))))
            .outcome()
            .clean()
            .goes("dc", "hub", "dc dc-r er/primary er-gw hub");
    Segment segment = Objects.requireNonNull(outcome.network().segment("er-1"));
    assertEquals(500, segment.bandwidthMbps());
    assertEquals(List.of("er-1", "ix", "dc-p1"), segment.drawn().stream().map(Origin::id).toList());
    for (String part :
        List.of("er-1", "er", "azure", "p1", "p2", "ix", "dc-p1", "dc-p1/vlan-100")) {
      assertTrue(segment.dependsOn().contains(Origin.of(part)), part + " is not depended on");
    }
    assertEquals("172.16.0.2", String.valueOf(segment.addressA()));
    assertEquals("172.16.0.1", String.valueOf(segment.addressB()));
    assertEquals(7, Objects.requireNonNull(outcome.session("er-1").atB().limitV4()).max());
  }

  @Test
  void whatIsMissingOnTheWayIsNamed() {
    exchange().add(access("dc", "p1")).outcome().notes("no cross-connect picks up VLAN 200");
    Sketch.Outcome outcome =
        exchange(CROSS)
            .add(access("dc", "p1", vlan(101, null, Routing.BGP)))
            .outcome()
            .notes("no router has VLAN 100");
    assertTrue(outcome.network().sessions().stream().noneMatch(s -> s.id().equals("er-1")));
  }

  @Test
  void aPortLostTakesTheSessionDown() {
    Sketch sketch =
        new Sketch("p2")
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65002, "10.2.0.0/16")
            .add(
                new Layer2Provider(
                    Id.of("ix"),
                    "ix",
                    null,
                    List.of(new Layer2Provider.CrossConnect(Id.of("p1"), 5, Id.of("p2"), 6))))
            .add(new Port(Id.of("p1"), "p1", Id.of("ix"), 0))
            .add(new Port(Id.of("p2"), "p2", Id.of("ix"), 0))
            .add(access("a", "p1", vlan(5, null, Routing.BGP)))
            .add(access("b", "p2", vlan(6, null, Routing.BGP)));
    sketch.outcome().clean().isolated("a", "b");
  }

  @Test
  void routersJoinedAcrossAnExchangeSpeakDirectly() {
    new Sketch()
        .site("a", 65001, "10.1.0.0/16")
        .site("b", 65002, "10.2.0.0/16")
        .add(
            new Layer2Provider(
                Id.of("ix"),
                "ix",
                null,
                List.of(new Layer2Provider.CrossConnect(Id.of("p1"), 5, Id.of("p2"), 6))))
        .add(new Port(Id.of("p1"), "p1", Id.of("ix"), 0))
        .add(new Port(Id.of("p2"), "p2", Id.of("ix"), 0))
        .add(access("a", "p1", vlan(5, null, Routing.BGP)))
        .add(access("b", "p2", vlan(6, null, Routing.BGP)))
        .outcome()
        .clean()
        .path("a-r", "10.2.0.0/16", "65002")
        .goes("a", "b", "a a-r b-r b");
  }
}
