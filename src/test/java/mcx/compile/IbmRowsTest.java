package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.routing.RibEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What IBM's gateways pass on and how they choose: each row by its source key. */
class IbmRowsTest {

  private static Sketch sites(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "192.168.10.0/24")
        .site("dc2", 65020, "192.168.20.0/24")
        .cloud("ibm")
        .network("ibm", "vpc", "172.20.0.0/16")
        .network("ibm", "vpc2", "172.21.0.0/16");
  }

  private static Sketch transit(Object... failed) {
    return sites(failed)
        .gateway("ibm", "tg", "ibm.transit-gateway", null)
        .serve("vpc", "tg")
        .serve("vpc2", "tg")
        .circuit("ibm", "dl", "ibm.direct-link", "tg", "dc");
  }

  /** A link with a virtual connection to each VPC. */
  private static Sketch direct() {
    return sites()
        .gateway("ibm", "vc", "ibm.direct-link-connection", null)
        .gateway("ibm", "vc2", "ibm.direct-link-connection", null)
        .serve("vpc", "vc")
        .serve("vpc2", "vc2")
        .circuit("ibm", "dl", "ibm.direct-link", "vc", "dc")
        .attach("dl", "vc2", 0);
  }

  /** What is passed on (1.4 and 7). */
  @Nested
  class Transit {

    @Test
    @DisplayName("IBM-TG: a transit gateway joins all its attachments")
    void joins() {
      transit()
          .outcome()
          .clean()
          .goes("vpc", "vpc2", "vpc tg vpc2")
          .goes("dc", "vpc2", "dc dc-r dl/primary tg vpc2")
          .path("dc-r", "172.20.0.0/16", "13884");
    }

    @Test
    @DisplayName("IBM-DL: no traffic between a customer's sites over IBM's backbone")
    void noBackhaul() {
      transit()
          .circuit("ibm", "dl2", "ibm.direct-link", "tg", "dc2")
          .outcome()
          .clean()
          .none("dc-r", "192.168.20.0/24")
          .isolated("dc", "dc2");
    }

    @Test
    @DisplayName("IBM-DL: the virtual connections of one link do not see each other")
    void virtualConnectionsApart() {
      direct()
          .outcome()
          .clean()
          .goes("dc", "vpc", "dc dc-r dl/primary vc vpc")
          .goes("vpc2", "dc", "vpc2 vc2 dl/primary dc-r dc")
          .none("vc", "172.21.0.0/16")
          .isolated("vpc", "vpc2");
    }

    @Test
    @DisplayName("IBM-DL: except by a default or wider route that turns back")
    void hairpin() {
      direct()
          .change("dc-r", "networks", List.of(PrefixRange.of("0.0.0.0/0")))
          .outcome()
          .goes("vpc", "vpc2", "vpc vc dl/primary vc2 vpc2");
    }

    @Test
    @DisplayName("IBM-DL: a link ends at VPCs or at a transit gateway, never both")
    void neverBoth() {
      transit()
          .gateway("ibm", "vc", "ibm.direct-link-connection", null)
          .serve("vpc", "vc")
          .attach("dl", "vc", 0)
          .outcome()
          .notes("never both")
          .none("vc", "192.168.10.0/24");
    }

    @Test
    @DisplayName("IBM-DL: with a transit gateway its own ranges are dropped")
    void ownRanges() {
      transit()
          .change(
              "dc-r",
              "networks",
              List.of(PrefixRange.of("10.1.0.0/16"), PrefixRange.of("10.8.0.0/16")))
          .outcome()
          .none("tg", "10.1.0.0/16")
          .path("tg", "10.8.0.0/16", "65010");
    }

    @Test
    @DisplayName("IBM-VPN: dynamic routing of a VPN takes a transit gateway")
    void dynamicVpn() {
      Sketch sketch =
          sites()
              .gateway("ibm", "vpn-gw", "ibm.vpn-gateway", null)
              .serve("vpc", "vpn-gw")
              .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP);
      sketch
          .outcome()
          .notes("speaks BGP only where it is associated with a Transit Gateway")
          .none("vpn-gw", "192.168.10.0/24");
      sketch
          .gateway("ibm", "tg", "ibm.transit-gateway", null)
          .serve("vpc2", "tg")
          .associate("tg", "vpn-gw")
          .outcome()
          .clean()
          .path("tg", "192.168.10.0/24", "64520 65010")
          .goes("vpc2", "dc", "vpc2 tg vpn-gw dc-r dc");
    }
  }

  /** How routes are chosen. */
  @Nested
  class SelectionRows {

    private Sketch twoLinks() {
      return transit().circuit("ibm", "dl2", "ibm.direct-link", "tg", "dc");
    }

    @Test
    @DisplayName("IBM-DL: the AS path steers, and MED does not")
    void onlyPath() {
      twoLinks()
          .export("dl-dc-PP", new RoutePolicy.Change(null, 500L, 0, List.of(), List.of(), null))
          .prepend("dl2-dc-PP", 1)
          .outcome()
          .via("tg", "192.168.10.0/24", "dl-tg/primary");
    }

    @Test
    @DisplayName("IBM-TG: equal paths share the traffic, whatever their MED")
    void balances() {
      Sketch.Outcome outcome =
          twoLinks()
              .export("dl-dc-PP", new RoutePolicy.Change(null, 500L, 0, List.of(), List.of(), null))
              .outcome();
      assertEquals(2, outcome.entry("tg", "192.168.10.0/24").best().size());
    }

    @Test
    @DisplayName("IBM-TG: up to four equal paths are used at once")
    void balancesOverFour() {
      Sketch sketch = twoLinks();
      for (int i = 3; i <= 6; i++) {
        sketch.circuit("ibm", "dl" + i, "ibm.direct-link", "tg", "dc");
      }
      assertEquals(4, sketch.outcome().entry("tg", "192.168.10.0/24").best().size());
    }

    @Test
    @DisplayName("IBM-TG: of links on one router of IBM's only one is used")
    void balancesOverRouters() {
      Sketch one = twoLinks();
      one.set("dl", Setting.EDGE_DEVICE, "XCR 1").set("dl2", Setting.EDGE_DEVICE, "XCR 1");
      RibEntry entry = one.outcome().entry("tg", "192.168.10.0/24");
      assertEquals(1, entry.best().size());
      assertEquals(
          "as good, but on the same device of the cloud, XCR 1", entry.lost().getFirst().step());
      Sketch two = twoLinks();
      two.set("dl", Setting.EDGE_DEVICE, "XCR 1").set("dl2", Setting.EDGE_DEVICE, "XCR 2");
      assertEquals(2, two.outcome().entry("tg", "192.168.10.0/24").best().size());
    }

    @Test
    @DisplayName("IBM-TG: a gateway of the old kind uses one path")
    void oldGatewayUsesOne() {
      Sketch old = twoLinks().set("tg", Setting.GENERATION, "legacy");
      assertEquals(1, old.outcome().entry("tg", "192.168.10.0/24").best().size());
    }

    @Test
    @DisplayName("IBM-DL: a link straight to a VPC beats one through a transit gateway")
    void directFirst() {
      transit()
          .gateway("ibm", "vc", "ibm.direct-link-connection", null)
          .serve("vpc", "vc")
          .circuit("ibm", "dl2", "ibm.direct-link", "vc", "dc")
          .prepend("dl2-dc-PP", 3)
          .outcome()
          .goes("vpc", "dc", "vpc vc dl2/primary dc-r dc")
          .goes("vpc2", "dc", "vpc2 tg dl/primary dc-r dc");
    }

    @Test
    @DisplayName("IBM-TG: a local transit gateway beats a global one")
    void localFirst() {
      transit()
          .gateway("ibm", "tg-global", "ibm.transit-gateway", "Global", null, false)
          .serve("vpc", "tg-global")
          .circuit("ibm", "dl2", "ibm.direct-link", "tg-global", "dc")
          .prepend("dl-dc-PP", 3)
          .outcome()
          .goes("vpc", "dc", "vpc tg dl/primary dc-r dc");
    }

    @Test
    @DisplayName("IBM-VPN: a Direct Link path beats VPN by the AS path")
    void linkBeforeVpn() {
      Sketch both =
          transit()
              .gateway("ibm", "vpn-gw", "ibm.vpn-gateway", null)
              .associate("vpn-gw", "tg")
              .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP);
      both.outcome().via("tg", "192.168.10.0/24", "dl-tg/primary");
      both.prepend("dl-dc-PP", 2).outcome().via("tg", "192.168.10.0/24", "vpn-gw-tg:vpn-gw>tg");
    }

    /** A transit gateway that has the number it needs for GRE. */
    private Sketch speaking() {
      return transit().change("tg", "asn", Asn.of(64520));
    }

    private Sketch linkAndGre() {
      return speaking().gre("gre", "tg", "dc-r");
    }

    @Test
    @DisplayName(
        "IBM-DL: Direct Link beats GRE where the AS paths are as long, a shorter path wins")
    void linkBeforeGre() {
      linkAndGre().outcome().via("tg", "192.168.10.0/24", "dl-tg/primary");
      linkAndGre()
          .export("dl-dc-PP", new RoutePolicy.Change(null, null, 2, List.of(), List.of(), null))
          .outcome()
          .via("tg", "192.168.10.0/24", "gre/tunnel-1")
          .goes("vpc", "dc", "vpc tg dc-r dc");
    }

    @Test
    @DisplayName("IBM-TG: no way from one site to another over GRE and Direct Link")
    void noBackbone() {
      speaking()
          .site("far", 65020, "192.168.20.0/24")
          .gre("gre", "tg", "far-r")
          .outcome()
          .goes("vpc", "far", "vpc tg far-r far")
          .isolated("dc", "far")
          .isolated("far", "dc");
    }

    @Test
    @DisplayName("IBM-DL: 169.254.0.0/16 does not go with GRE")
    void noLinkLocal() {
      speaking()
          .add(
              new VpnConnection(
                  Id.of("gre"),
                  "",
                  Id.of("tg"),
                  Id.of("dc-r"),
                  null,
                  null,
                  VpnMode.GRE,
                  Set.of(),
                  Set.of(),
                  Routing.BGP,
                  List.of(),
                  List.of(),
                  List.of(
                      new VpnConnection.Tunnel(
                          "tunnel-1", Prefix.of("169.254.7.0/30"), 0, 0, BgpSettings.DEFAULT))))
          .outcome()
          .notes("takes no link-local address such as 169.254.7.");
    }

    @Test
    @DisplayName("IBM-TG: 120 prefixes of a GRE connection")
    void greLimit() {
      assertEquals(
          120,
          Objects.requireNonNull(linkAndGre().outcome().session("gre/tunnel-1").atA().limitV4())
              .max());
    }
  }
}
