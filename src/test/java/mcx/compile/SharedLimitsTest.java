package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.ConnectionRole;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkPeering;
import mcx.design.PeeringType;
import mcx.design.Port;
import mcx.design.Region;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.LimitBasis;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.PrefixLimit;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.SharedLimit;
import mcx.network.SharedLimit.Counted;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/**
 * The limits that are counted over more than one session, row by row of the table of prefix limits;
 * each test names the source of its number.
 */
class SharedLimitsTest {

  private static SharedLimit limit(Network network, String id) {
    return network.limits().stream()
        .filter(l -> l.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no " + id + " in " + network.limits().stream().map(SharedLimit::id).toList()));
  }

  private static void checkSource(SharedLimit limit, String key) {
    assertTrue(limit.source().endsWith("(" + key + ")"), limit.source());
  }

  private static Set<Counted> counted(SharedLimit limit) {
    return Set.copyOf(limit.counted());
  }

  private static Counted received(String edge, String from) {
    return new Counted(edge, VrfId.of(from), false);
  }

  private static Counted sent(String edge, String from) {
    return new Counted(edge, VrfId.of(from), true);
  }

  private static Sketch azure() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .site("dc2", 65020, "10.11.0.0/16")
        .cloud("azure")
        .network("azure", "hub", "10.20.0.0/16")
        .network("azure", "spoke", "10.21.0.0/16")
        .peer("hub", "spoke", true)
        .gateway("azure", "er-gw", "azure.er-gateway", null)
        .serve("hub", "er-gw")
        .circuit("azure", "er", "azure.expressroute", "er-gw", "dc", "dc")
        .circuit("azure", "er2", "azure.expressroute", "er-gw", "dc2");
  }

  @Test
  void anExpressRouteGatewayAdvertisesOneThousandPrefixesOfItsNetworks() {
    Network network = azure().outcome().network();
    SharedLimit v4 = limit(network, "er-gw:out-gateway-1000-ipv4");
    assertEquals(1000, v4.max());
    assertEquals(Beyond.CONNECTION_DOWN, v4.beyond());
    assertEquals(Set.of(Family.V4), v4.families());
    assertEquals(
        Set.of(received("hub-er-gw:hub>er-gw", "hub"), received("hub-spoke:spoke>er-gw", "spoke")),
        counted(v4));
    assertEquals(Set.of("er-er-gw/primary", "er-er-gw/secondary", "er2-er-gw/primary"), v4.falls());
    assertNull(v4.table());
    assertEquals(Origin.of("er-gw"), v4.origin());
    assertEquals("Prefixes of the virtual networks behind “er-gw”", v4.label());
    checkSource(v4, "ER-FAQ");

    SharedLimit v6 = limit(network, "er-gw:out-gateway-100-ipv6");
    assertEquals(100, v6.max());
    assertEquals(Beyond.CONNECTION_DOWN, v6.beyond());
    assertEquals(Set.of(Family.V6), v6.families());
    assertEquals(v4.counted(), v6.counted());
    assertEquals(v4.falls(), v6.falls());
    checkSource(v6, "ER-LIM");
  }

  @Test
  void anExpressRouteGatewayLearnsWhatItsVariantCan() {
    SharedLimit small = limit(azure().outcome().network(), "er-gw:in-gateway-4000-ipv4");
    assertEquals(Beyond.UNKNOWN, small.beyond());
    assertEquals(
        Set.of(
            received("er-er-gw/primary", "er/primary"),
            received("er-er-gw/secondary", "er/secondary"),
            received("er2-er-gw/primary", "er2/primary")),
        counted(small));
    assertEquals(Set.of(), small.falls());
    checkSource(small, "ER-GW");
    Network large = azure().change("er-gw", "sku", "ErGw2Az").outcome().network();
    assertEquals(9500, limit(large, "er-gw:in-gateway-9500-ipv4").max());
    assertTrue(large.limits().stream().noneMatch(l -> l.max() == 4000));
  }

  @Test
  void aRouteServerLimitsAllThatGoesOutOnTheCircuits() {
    Network network =
        azure()
            .gateway("azure", "ars", "azure.route-server", null)
            .associate("er-gw", "ars")
            .outcome()
            .network();
    SharedLimit limit = limit(network, "ars:er-gw:out-gateway-1000");
    assertEquals(Beyond.CONNECTION_DOWN, limit.beyond());
    assertEquals(EnumSet.allOf(Family.class), limit.families());
    assertEquals(
        Set.of(
            sent("er-er-gw/primary", "er-gw"),
            sent("er-er-gw/secondary", "er-gw"),
            sent("er2-er-gw/primary", "er-gw")),
        counted(limit));
    assertEquals(
        Set.of("er-er-gw/primary", "er-er-gw/secondary", "er2-er-gw/primary"), limit.falls());
    checkSource(limit, "ARS");
    assertEquals(2, limit(network, "er-gw:out-gateway-1000-ipv4").counted().size());
  }

  // AWS

  private static Sketch transitGateway(int allowed) {
    String[] list =
        IntStream.range(0, allowed).mapToObj(i -> "10.30." + i + ".0/24").toArray(String[]::new);
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16")
        .gateway("aws", "tgw", "aws.tgw", 64513L)
        .serve("vpc", "tgw")
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .associate("dxgw", "tgw", list);
  }

  @Test
  void theRoutesOfATransitGatewayAreCountedInItsTable() {
    SharedLimit limit = limit(transitGateway(1).outcome().network(), "tgw:in-gateway-10000");
    assertEquals(Beyond.UNKNOWN, limit.beyond());
    assertEquals(VrfId.of("tgw"), limit.table());
    assertEquals(List.of(), limit.counted());
    assertEquals(EnumSet.allOf(Family.class), limit.families());
    checkSource(limit, "AWS-TGW");
  }

  @Test
  void anAssociationOfATransitGatewayTakesTwoHundredPrefixes() {
    assertFalse(transitGateway(200).outcome().rules().contains("PFX-12"));
    Sketch.Outcome refused = transitGateway(201).outcome().notes("201 allowed prefixes");
    assertTrue(refused.rules().contains("PFX-12"));
    assertTrue(
        refused.compiled().notes().stream()
            .anyMatch(n -> n.rule().equals("PFX-12") && n.source().equals("DX-LIM")));
  }

  @Test
  void whatAwsSendsOverAVpnIsCountedOverItsTunnels() {
    Network network =
        transitGateway(1)
            .gateway("aws", "vgw", "aws.vgw", 64512L)
            .serve("vpc", "vgw")
            .vpn("small", "vgw", "dc-r", Routing.BGP, null, VpnMode.ROUTE_BASED, 2)
            .vpn("large", "tgw", "dc-r", Routing.BGP, null, VpnMode.ROUTE_BASED, 2)
            .outcome()
            .network();
    SharedLimit small = limit(network, "vgw:small:out-session-1000");
    assertEquals(Beyond.UNKNOWN, small.beyond());
    assertEquals(
        Set.of(sent("small/tunnel-1", "vgw"), sent("small/tunnel-2", "vgw")), counted(small));
    checkSource(small, "AWS-VLIM");
    SharedLimit large = limit(network, "tgw:large:out-session-5000");
    assertEquals(
        Set.of(sent("large/tunnel-1", "tgw"), sent("large/tunnel-2", "tgw")), counted(large));
    checkSource(large, "AWS-VLIM");
  }

  private static CircuitConnection interfaceOn(
      String circuit, String port, PeeringType peering, Integer accepts) {
    BgpEnd cloud = accepts == null ? BgpEnd.DEFAULT : BgpEnd.DEFAULT.with("prefixLimit", accepts);
    return new CircuitConnection(
        Id.of(circuit + "-vif"),
        "",
        Id.of(circuit),
        Id.of("dc-r"),
        ConnectionRole.PRIMARY,
        peering,
        100,
        null,
        null,
        port == null ? null : Id.of(port),
        new BgpSettings(cloud, BgpEnd.DEFAULT));
  }

  private static Circuit dedicated(String id, int mbps) {
    return new Circuit(Id.of(id), id, Id.of("aws"), "aws.direct-connect", "Dedicated", mbps, null);
  }

  private static Sketch direct() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16")
        .gateway("aws", "vgw", "aws.vgw", 64512L)
        .serve("vpc", "vgw");
  }

  @Test
  void virtualInterfacesOfOnePortShareItsPool() {
    for (int[] row : new int[][] {{1000, 5000}, {10_000, 5000}, {100_000, 30_000}}) {
      Network network =
          direct()
              .add(new Port(Id.of("port"), "port", Id.of("aws"), row[0]))
              .add(dedicated("one", 1000))
              .add(dedicated("two", 1000))
              .add(dedicated("public", 1000))
              .add(interfaceOn("one", "port", PeeringType.PRIVATE, null))
              .add(interfaceOn("two", "port", PeeringType.PRIVATE, null))
              .add(interfaceOn("public", "port", PeeringType.PUBLIC, null))
              .attach("one", "vgw", 0)
              .attach("two", "vgw", 0)
              .outcome()
              .network();
      for (Family family : Family.values()) {
        String id =
            "port:in-port-" + row[1] + "-" + family.label().toLowerCase(java.util.Locale.ROOT);
        SharedLimit limit = limit(network, id);
        assertEquals(row[1], limit.max());
        assertEquals(Beyond.REJECT_CONFIG, limit.beyond());
        assertEquals(Set.of(family), limit.families());
        assertEquals(
            Set.of(received("one-vif", "dc-r"), received("two-vif", "dc-r")), counted(limit));
        checkSource(limit, "DX-PFX");
      }
      assertEquals(
          2, network.limits().stream().filter(l -> l.origin().id().equals("port")).count());
    }
  }

  @Test
  void aCircuitWithoutAPortIsAPortOfItsOwn() {
    Network network =
        direct()
            .add(dedicated("one", 400_000))
            .add(interfaceOn("one", null, PeeringType.PRIVATE, null))
            .attach("one", "vgw", 0)
            .outcome()
            .network();
    assertEquals(
        Set.of(received("one-vif", "dc-r")), counted(limit(network, "one:in-port-50000-ipv4")));
  }

  @Test
  void moreThanThePoolOfAPortCannotBeAllocated() {
    Sketch sketch =
        direct()
            .add(new Port(Id.of("port"), "port", Id.of("aws"), 10_000))
            .add(dedicated("one", 1000))
            .add(dedicated("two", 1000))
            .add(interfaceOn("one", "port", PeeringType.PRIVATE, 4000))
            .add(interfaceOn("two", "port", PeeringType.PRIVATE, 1000))
            .attach("one", "vgw", 0)
            .attach("two", "vgw", 0);
    assertFalse(sketch.outcome().rules().contains("PFX-10"));
    Sketch.Outcome refused =
        sketch
            .add(dedicated("three", 1000))
            .add(interfaceOn("three", "port", PeeringType.PRIVATE, null))
            .attach("three", "vgw", 0)
            .outcome()
            .notes("accept 5100 IPv4 prefixes together; it has 5000");
    assertTrue(refused.rules().contains("PFX-10"));
  }

  @Test
  void anAllocationTakesTheCatalogsPlace() {
    Network network =
        direct()
            .add(dedicated("one", 1000))
            .add(
                (Link)
                    interfaceOn("one", null, PeeringType.PRIVATE, null)
                        .with(Setting.PREFIX_ALLOCATION, 300))
            .attach("one", "vgw", 0)
            .outcome()
            .network();
    PrefixLimit limit = Objects.requireNonNull(network.session("one-vif")).atA().limitV4();
    assertEquals(300, Objects.requireNonNull(limit).max());
    assertEquals(Beyond.SESSION_IDLE, limit.beyond());
    assertEquals("PFX-09", limit.basis().rule());
    assertEquals("DX-LIM", limit.basis().sources());
    assertTrue(limit.basis().adjustable());
  }

  @Test
  void whatADirectConnectGatewayAllotsIsCountedOverItsInterfaces() {
    Network network =
        transitGateway(1)
            .add(dedicated("one", 1000))
            .add(dedicated("two", 1000))
            .add(dedicated("other", 1000))
            .add(interfaceOn("one", null, PeeringType.TRANSIT, null))
            .add(interfaceOn("two", null, PeeringType.TRANSIT, null))
            .add(interfaceOn("other", null, PeeringType.TRANSIT, null))
            .attach("one", "dxgw", 0)
            .attach("two", "dxgw", 0)
            .outcome()
            .network();
    SharedLimit limit = limit(network, "dxgw:in-allocated-10000");
    assertEquals(Set.of(received("one-vif", "dc-r"), received("two-vif", "dc-r")), counted(limit));
    assertEquals(LimitBasis.Over.ALLOCATION, limit.basis().over());
    checkSource(limit, "DX-PFX");
  }

  private static Settings quota(int prefixes) {
    return Settings.of(Setting.PREFIX_QUOTA, prefixes);
  }

  @Test
  void aQuotaOfAGatewayTakesTheCatalogsPlace() {
    Network network =
        transitGateway(1).change("tgw", "settings", quota(25_000)).outcome().network();
    assertEquals(25_000, limit(network, "tgw:in-gateway-10000").max());
    Network google = google().change("e1", "settings", quota(700)).outcome().network();
    assertEquals(700, limit(google, "vpc:east:in-region-250").max());
    assertEquals(250, limit(google, "vpc:west:in-region-250").max());
  }

  @Test
  void aRouteServerTakesSoMuchFromEachAppliance() {
    Network network =
        azure()
            .gateway("azure", "ars", "azure.route-server", null)
            .serve("hub", "ars")
            .add(Router.of(Id.of("nva"), "nva", Id.of("hub"), Asn.of(65050)))
            .add(Router.of(Id.of("mute"), "mute", Id.of("hub"), null))
            .add(Router.of(Id.of("far"), "far", Id.of("spoke"), Asn.of(65051)))
            .outcome()
            .network();
    SharedLimit limit = limit(network, "ars:nva:in-session-1000");
    assertEquals(Set.of(received("nva:nva>hub", "nva")), counted(limit));
    assertEquals(Set.of("nva:nva>hub"), limit.falls());
    assertEquals("PFX-07", limit.basis().rule());
    assertEquals(1, network.limits().stream().filter(l -> l.id().startsWith("ars:")).count());
  }

  // Google

  private static Gateway router(String id, String region) {
    return new Gateway(
        Id.of(id),
        id,
        Id.of(region),
        "google.cloud-router",
        null,
        Asn.of(16550),
        false,
        List.of(),
        List.of(),
        Set.of());
  }

  private static Sketch google() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("google")
        .add(new Region(Id.of("east"), "east", Id.of("google"), null))
        .add(new Region(Id.of("west"), "west", Id.of("google"), null))
        .add(new Region(Id.of("north"), "north", Id.of("google"), null))
        .add(
            new VirtualNetwork(
                Id.of("vpc"),
                "vpc",
                Id.of("google"),
                List.of(PrefixRange.of("10.40.0.0/16")),
                List.of(),
                Set.of(Id.of("north"))))
        .add(router("e1", "east"))
        .add(router("e2", "east"))
        .add(router("w1", "west"))
        .serve("vpc", "e1")
        .serve("vpc", "e2")
        .serve("vpc", "w1")
        .circuit("google", "ce1", "google.partner-interconnect", "e1", "dc")
        .circuit("google", "ce2", "google.partner-interconnect", "e2", "dc")
        .circuit("google", "cw1", "google.partner-interconnect", "w1", "dc");
  }

  @Test
  void aNetworkLearnsSoManyDestinationsInEachRegion() {
    Network network = google().outcome().network();
    SharedLimit east = limit(network, "vpc:east:in-region-250");
    assertEquals(Beyond.DROP_EXCESS_ORDERED, east.beyond());
    assertEquals(EnumSet.allOf(Family.class), east.families());
    assertEquals(
        Set.of(received("vpc-e1:e1>vpc", "e1"), received("vpc-e2:e2>vpc", "e2")), counted(east));
    assertEquals(Origin.of("vpc"), east.origin());
    assertEquals("Destinations that “vpc” learns in “east”", east.label());
    checkSource(east, "GCP-Q");
    assertEquals(
        Set.of(received("vpc-w1:w1>vpc", "w1")), counted(limit(network, "vpc:west:in-region-250")));
  }

  @Test
  void aNetworkLearnsSoManyDestinationsFromItsOtherRegions() {
    Network network = google().outcome().network();
    SharedLimit north = limit(network, "vpc:north:in-other-regions-250");
    assertEquals(Beyond.DROP_EXCESS_ORDERED, north.beyond());
    assertEquals(3, north.counted().size());
    checkSource(north, "GCP-Q");
    assertEquals(
        Set.of(received("vpc-w1:w1>vpc", "w1")),
        counted(limit(network, "vpc:east:in-other-regions-250")));
    assertEquals(2, limit(network, "vpc:west:in-other-regions-250").counted().size());
  }

  @Test
  void aCloudRouterTakesTwoHundredRangesByHand() {
    for (int count : new int[] {200, 201}) {
      PrefixRange ranges = new PrefixRange(Prefix.of("10.128.0.0/24"), count);
      Sketch.Outcome outcome = google().change("e1", "advertised", List.of(ranges)).outcome();
      assertEquals(count > 200, outcome.rules().contains("PFX-17"), outcome.rules().toString());
      assertEquals(
          count > 200,
          outcome.compiled().notes().stream().anyMatch(n -> n.source().equals("GCP-Q")));
    }
  }

  // IBM

  @Test
  void anIbmTransitGatewayCountsEachConnectionByItself() {
    Network network =
        new Sketch()
            .site("dc", 65010, "192.168.10.0/24")
            .site("dc2", 65020, "192.168.20.0/24")
            .cloud("ibm")
            .network("ibm", "vpc", "172.20.0.0/16")
            .network("ibm", "vpc2", "172.21.0.0/16")
            .gateway("ibm", "tg", "ibm.transit-gateway", null)
            .serve("vpc", "tg")
            .serve("vpc2", "tg")
            .circuit("ibm", "dl", "ibm.direct-link", "tg", "dc", "dc")
            .circuit("ibm", "dl2", "ibm.direct-link", "tg", "dc2")
            .outcome()
            .network();
    SharedLimit vpc = limit(network, "tg:vpc:in-network-50");
    assertEquals(Beyond.UNKNOWN, vpc.beyond());
    assertEquals(Set.of(received("vpc-tg:vpc>tg", "vpc")), counted(vpc));
    checkSource(vpc, "IBM-TG");
    assertEquals(
        Set.of(received("vpc2-tg:vpc2>tg", "vpc2")),
        counted(limit(network, "tg:vpc2:in-network-50")));

    SharedLimit link = limit(network, "tg:dl:in-attachment-120");
    assertEquals(Beyond.UNKNOWN, link.beyond());
    assertEquals(
        Set.of(
            received("dl-tg/primary", "dl/primary"), received("dl-tg/secondary", "dl/secondary")),
        counted(link));
    checkSource(link, "IBM-TG");
    assertEquals(1, limit(network, "tg:dl2:in-attachment-120").counted().size());
  }

  @Test
  void whereThereIsNothingToCountThereIsNoLimit() {
    Network network =
        new Sketch()
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .add(new NetworkPeering(Id.of("self"), "", Id.of("hub"), Id.of("hub"), false, false))
            .gateway("azure", "er-gw", "azure.er-gateway", null)
            .serve("hub", "er-gw")
            .gateway("azure", "ars", "azure.route-server", null)
            .outcome()
            .network();
    assertEquals(List.of(), network.limits());
  }
}
