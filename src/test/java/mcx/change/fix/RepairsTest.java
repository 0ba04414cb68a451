package mcx.change.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.change.Spare;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.NetworkAttachment;
import mcx.design.PeeringType;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Test;

/** The repairs as edits: what they change, and what they leave alone. */
class RepairsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final Asn OLD = Asn.of(65010);
  private static final Asn NEW = Asn.of(65020);

  private static Id id(String id) {
    return Id.of(id);
  }

  private static CircuitConnection connection(BgpEnd cloud, BgpEnd customer) {
    return new CircuitConnection(
        id("line"),
        "",
        id("er"),
        id("r1"),
        ConnectionRole.PRIMARY,
        PeeringType.PRIVATE,
        100,
        null,
        Prefix.of("172.31.0.0/30"),
        null,
        new BgpSettings(cloud, customer));
  }

  private static Design autonomousSystem() {
    return Design.of(
        "",
        List.of(
            new Cloud(id("azure"), "Azure", null, "azure"),
            new Circuit(id("er"), "ER", id("azure"), "azure.expressroute", null, 0, null),
            Router.of(id("r1"), "R1", null, OLD),
            Router.of(id("r2"), "R2", null, OLD),
            Router.of(id("r3"), "R3", null, Asn.of(65030))),
        List.of(connection(BgpEnd.DEFAULT.with("asn", OLD), BgpEnd.DEFAULT.with("asn", OLD))),
        List.of());
  }

  @Test
  void renumberingTakesAllRoutersOfTheSystemAndTheirEndsOnly() {
    Design after = AsNumbers.renumber(autonomousSystem(), OLD, NEW, id("r1")).design();
    assertEquals(
        List.of(NEW, NEW, Asn.of(65030)),
        after.all(Router.class).stream().map(Router::asn).toList());
    Hop hop = Hop.of(after, id("line")).getFirst();
    assertEquals(NEW, hop.end(id("r1")).asn());
    assertEquals(OLD, hop.end(id("er")).asn(), "the cloud's end is not the customer's");
  }

  @Test
  void aFreeNumberIsNeitherInUseNorRefused() {
    Asn free = AsNumbers.forRouter(autonomousSystem(), CATALOG);
    assertFalse(Set.of(OLD, Asn.of(65030)).contains(free));
    assertTrue(CATALOG.products().values().stream().noneMatch(p -> p.refuses(free)));
  }

  @Test
  void aHopOverOtherAddressesTakesBothEndsFromThem() {
    IpAddress two = IpAddress.of("172.31.0.2");
    Design design =
        autonomousSystem().with(connection(BgpEnd.DEFAULT.with("address", two), BgpEnd.DEFAULT));
    Hop moved = Hop.of(design, id("line")).getFirst().over(Prefix.of("172.31.9.0/30"));
    Hop read = Hop.of(moved.in(design), id("line")).getFirst();
    assertEquals(Prefix.of("172.31.9.0/30"), read.subnet());
    assertNull(read.end(id("er")).address());
  }

  private static Design network() {
    Gateway gateway =
        Components.with(
            Gateway.of(id("vgw"), "VGW", id("aws"), "aws.vgw"),
            "bgpAddresses",
            List.of(IpAddress.of("10.2.1.4"), IpAddress.of("169.254.21.2")));
    VirtualNetwork vpc =
        Components.with(
            VirtualNetwork.of(id("vpc"), "VPC", id("aws"), "10.2.0.0/16", "10.9.0.0/16"),
            "subnets",
            List.of(
                new Subnet("a", Prefix.of("10.2.1.0/24")),
                new Subnet("b", Prefix.of("10.9.1.0/24"))));
    return Design.of(
        "",
        List.of(
            new Cloud(id("aws"), "AWS", null, "aws"),
            vpc,
            gateway,
            Gateway.of(id("dxgw"), "DXGW", id("aws"), "aws.dxgw")),
        List.of(
            new NetworkAttachment(id("at"), "", id("vpc"), id("vgw")),
            new GatewayAssociation(
                id("as"),
                "",
                id("dxgw"),
                id("vgw"),
                List.of(Prefix.of("10.2.0.0/16"), Prefix.of("10.0.0.0/8")))),
        List.of());
  }

  @Test
  void aMovedNetworkTakesItsSubnetsGatewaysAndAllowedPrefixesAlong() {
    Design after =
        NetworkAddresses.move(
                network(), id("vpc"), Prefix.of("10.2.0.0/16"), Prefix.of("10.4.0.0/16"))
            .design();
    VirtualNetwork vpc = after.element(id("vpc"), VirtualNetwork.class);
    Gateway vgw = after.element(id("vgw"), Gateway.class);
    assertNotNull(vpc);
    assertNotNull(vgw);
    assertEquals(
        List.of(PrefixRange.of("10.4.0.0/16"), PrefixRange.of("10.9.0.0/16")), vpc.prefixes());
    assertEquals(
        List.of(Prefix.of("10.4.1.0/24"), Prefix.of("10.9.1.0/24")),
        vpc.subnets().stream().map(Subnet::prefix).toList());
    assertEquals(
        List.of(IpAddress.of("10.4.1.4"), IpAddress.of("169.254.21.2")), vgw.bgpAddresses());
    assertEquals(
        List.of(Prefix.of("10.4.0.0/16"), Prefix.of("10.0.0.0/8")),
        after.allLinks(GatewayAssociation.class).getFirst().allowedPrefixes());
  }

  @Test
  void aFreeNetworkIsOneThatEveryVendorTakes() {
    Prefix free = FreeBlocks.forNetwork(network(), CATALOG, 16);
    assertNotNull(free);
    assertEquals(16, free.length());
    assertFalse(Prefix.of("10.0.0.0/14").overlaps(free), "IBM keeps it");
    assertTrue(
        FreeBlocks.taken(network()).stream()
            .noneMatch(t -> Spare.overlaps(t, PrefixRange.of(free))));
  }

  @Test
  void whereAllIsTakenThereIsNoFreeBlock() {
    List<Prefix> pool = List.of(Prefix.of("192.168.0.0/29"));
    assertEquals(
        Prefix.of("192.168.0.4/30"),
        FreeBlocks.first(pool, 30, List.of(PrefixRange.of("192.168.0.2/32"))));
    assertNull(FreeBlocks.first(pool, 30, List.of(PrefixRange.of("192.168.0.0/16"))));
  }

  @Test
  void roomForASubnetIsWhereItStandsElseAtTheEndBesideTheOthers() {
    VirtualNetwork net = VirtualNetwork.of(id("v"), "V", null, "10.0.0.0/24");
    VirtualNetwork half =
        Components.with(net, "subnets", List.of(new Subnet("a", Prefix.of("10.0.0.128/25"))));
    VirtualNetwork full =
        Components.with(net, "subnets", List.of(new Subnet("a", Prefix.of("10.0.0.0/24"))));
    assertEquals(Prefix.of("10.0.0.224/27"), Subnets.room(net, "GatewaySubnet", 27));
    assertEquals(Prefix.of("10.0.0.96/27"), Subnets.room(half, "GatewaySubnet", 27));
    assertNull(Subnets.room(full, "GatewaySubnet", 27));
    assertEquals(
        Prefix.of("10.0.0.0/27"), Subnets.room(full, "a", 27), "its own place is free to it");
  }

  @Test
  void aCircuitLikeAnotherHasItsSettingsButForTheDevice() {
    Settings circuit = Settings.of(Setting.METRO, true).with(Setting.EDGE_DEVICE, "A");
    Settings line = Settings.of(Setting.LATENCY_MILLIS, 4).with(Setting.EDGE_DEVICE, "A");
    Design before = autonomousSystem();
    before =
        before
            .with(Components.with(before.element(id("er"), Circuit.class), "settings", circuit))
            .with(Components.with(connection(BgpEnd.DEFAULT, BgpEnd.DEFAULT), "settings", line));
    Design after = SecondCircuit.like(before, id("er")).design();
    List<Circuit> circuits = after.all(Circuit.class);
    assertEquals(2, circuits.size());
    assertEquals(Settings.of(Setting.METRO, true), circuits.getLast().settings());
    CircuitConnection second =
        after.allLinks(CircuitConnection.class).stream()
            .filter(c -> c.a().equals(circuits.getLast().id()))
            .findFirst()
            .orElseThrow();
    assertEquals(Settings.of(Setting.LATENCY_MILLIS, 4), second.settings());
  }
}
