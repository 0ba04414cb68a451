package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.VrfId;
import mcx.routing.Trace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What AWS's gateways pass on, and how they choose: the rows of the reference on AWS, each by its
 * source key.
 */
class AwsRowsTest {

  private static Sketch sketch(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16");
  }

  private static Sketch vgw(Object... failed) {
    return sketch(failed).gateway("aws", "vgw", "aws.vgw", 64514L).serve("vpc", "vgw");
  }

  private static Sketch dxgw(Object... failed) {
    return vgw(failed)
        .change("vgw", "asn", mcx.inet.Asn.of(64520))
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .associate("dxgw", "vgw")
        .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc");
  }

  private static Sketch tgw(Object... failed) {
    return sketch(failed)
        .network("aws", "vpc2", "10.31.0.0/16")
        .gateway("aws", "tgw", "aws.tgw", 64520L)
        .serve("vpc", "tgw")
        .serve("vpc2", "tgw");
  }

  /** What is passed on (1.4). */
  @Nested
  class Transit {

    @Test
    @DisplayName("AWS-HUB: a VGW tells its VPN sites of the VPC and of each other")
    void cloudHub() {
      vgw()
          .site("branch", 65020, "10.12.0.0/16")
          .vpn("vpn-dc", "vgw", "dc-r", Routing.BGP)
          .vpn("vpn-branch", "vgw", "branch-r", Routing.BGP)
          .outcome()
          .clean()
          .path("dc-r", "10.30.0.0/16", "64514")
          .path("dc-r", "10.12.0.0/16", "64514 65020")
          .path("branch-r", "10.10.0.0/16", "64514 65010")
          .goes("dc", "branch", "dc dc-r vgw branch-r branch");
    }

    @Test
    @DisplayName("AWS-HUB: CloudHub takes unique AS numbers")
    void cloudHubNeedsUniqueNumbers() {
      vgw()
          .site("branch", 65010, "10.12.0.0/16")
          .vpn("vpn-dc", "vgw", "dc-r", Routing.BGP)
          .vpn("vpn-branch", "vgw", "branch-r", Routing.BGP)
          .outcome()
          .none("dc-r", "10.12.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("AWS-VLIM: a VGW tells its VPN sites of Direct Connect on the same VGW")
    void cloudHubWithDirectConnect() {
      vgw()
          .circuit("aws", "dx", "aws.direct-connect", "vgw", "dc")
          .site("branch", 65020, "10.12.0.0/16")
          .vpn("vpn", "vgw", "branch-r", Routing.BGP)
          .outcome()
          .path("branch-r", "10.10.0.0/16", "64514 65010")
          .path("dc-r", "10.12.0.0/16", "64514 65020")
          .goes("branch", "dc", "branch branch-r vgw dx/primary dc-r dc");
    }

    @Test
    @DisplayName("DX-GW: a Direct Connect gateway passes nothing from interface to interface")
    void noInterfaceToInterface() {
      twoInterfaces().outcome().none("dc-r", "10.11.0.0/16").isolated("dc", "dc2");
    }

    private Sketch twoInterfaces() {
      return dxgw()
          .site("dc2", 65020, "10.11.0.0/16")
          .circuit("aws", "dx2", "aws.direct-connect", "dxgw", "dc2");
    }

    @Test
    @DisplayName("AWS-ATK: SiteLink, switched on for each interface, joins the sites behind them")
    void siteLink() {
      Sketch third =
          twoInterfaces()
              .site("dc3", 65030, "10.13.0.0/16")
              .circuit("aws", "dx3", "aws.direct-connect", "dxgw", "dc3")
              .set("dx", Setting.SITE_LINK, true);
      third.outcome().none("dc-r", "10.11.0.0/16").none("dc2-r", "10.10.0.0/16");
      third
          .set("dx2", Setting.SITE_LINK, true)
          .outcome()
          .path("dc-r", "10.11.0.0/16", "64514 65020")
          .goes("dc", "dc2", "dc dc-r dx/primary dxgw dx2/primary dc2-r dc2")
          .path("vpc", "10.11.0.0/16", "65020")
          .none("dc-r", "10.13.0.0/16")
          .none("dc3-r", "10.10.0.0/16");
    }

    @Test
    @DisplayName("DX-GW: a Direct Connect gateway joins no VGW with another")
    void noVgwToVgw() {
      twoVpcs().outcome().isolated("vpc", "vpc2").isolated("vpc2", "vpc");
    }

    private Sketch twoVpcs(Object... failed) {
      return dxgw(failed)
          .network("aws", "vpc2", "10.31.0.0/16")
          .gateway("aws", "vgw2", "aws.vgw", 64521L)
          .serve("vpc2", "vgw2")
          .associate("dxgw", "vgw2");
    }

    @Test
    @DisplayName("DX-GW: a wider prefix from on-premises turns VPC traffic back over the interface")
    void supernetHairpin() {
      String wide = "10.0.0.0/8";
      Sketch sketch = twoVpcs().change("dc-r", "networks", List.of(mcx.inet.PrefixRange.of(wide)));
      sketch.outcome().path("vpc", wide, "65010").goes("vpc", "vpc2", "vpc vgw dxgw vgw2 vpc2");
      twoVpcs("dx")
          .change("dc-r", "networks", List.of(mcx.inet.PrefixRange.of(wide)))
          .outcome()
          .isolated("vpc", "vpc2");
    }

    @Test
    @DisplayName("AWS-TGW: a Transit Gateway joins all that share its table")
    void fullTransit() {
      tgw()
          .vpn("vpn", "tgw", "dc-r", Routing.BGP)
          .outcome()
          .goes("vpc", "vpc2", "vpc tgw vpc2")
          .goes("dc", "vpc", "dc dc-r tgw vpc")
          .goes("vpc2", "dc", "vpc2 tgw dc-r dc");
    }

    @Test
    @DisplayName("AWS-TGW: a Transit Gateway joins by route table, association and propagation")
    void byRouteTable() {
      Sketch.Outcome outcome =
          tgw()
              .site("branch", 65020, "10.12.0.0/16")
              .vpn("vpn", "tgw", "dc-r", Routing.BGP)
              .vpn("vpn-branch", "tgw", "branch-r", Routing.BGP)
              .table("tgw", "of-vpcs", "vpc-tgw vpc2-tgw", "vpn vpn-branch")
              .table("tgw", "of-vpns", "vpn", "vpc-tgw vpc2-tgw")
              .table("tgw", "of-branch", "branch-r", "vpc2-tgw")
              .outcome()
              .clean()
              .isolated("vpc", "vpc2")
              .isolated("dc", "branch")
              .isolated("branch", "dc")
              .goes("dc", "vpc", "dc dc-r tgw vpc")
              .goes("vpc", "dc", "vpc tgw dc-r dc")
              .goes("dc", "vpc2", "dc dc-r tgw vpc2")
              .goes("branch", "vpc2", "branch branch-r tgw vpc2")
              .path("dc-r", "10.30.0.0/16", "64520")
              .none("branch-r", "10.30.0.0/16")
              .none("dc-r", "10.12.0.0/16");
      outcome.isolated("branch", "vpc");
      assertTrue(outcome.solution().converged());
    }

    @Test
    @DisplayName("AWS-TGW: in a route table Direct Connect goes before VPN, which takes over")
    void orderInRouteTables() {
      for (String failed : new String[] {"", "dx"}) {
        Sketch.Outcome outcome =
            (failed.isEmpty() ? tgw() : tgw(failed))
                .gateway("aws", "dxgw", "aws.dxgw", 64514L)
                .associate("dxgw", "tgw", "10.30.0.0/15")
                .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc")
                .vpn("vpn", "tgw", "dc-r", Routing.BGP)
                .table("tgw", "of-vpcs", "vpc-tgw vpc2-tgw", "vpn dxgw-tgw")
                .table("tgw", "of-dc", "vpn dxgw-tgw", "vpc-tgw")
                .outcome()
                .goes(
                    "vpc",
                    "dc",
                    failed.isEmpty() ? "vpc tgw dxgw dx/primary dc-r dc" : "vpc tgw dc-r dc")
                .isolated("dc", "vpc2")
                .isolated("vpc", "vpc2");
        assertTrue(outcome.solution().converged());
      }
    }

    @Test
    @DisplayName("AWS-TGW: an attachment reaches what its own table has, not what another's has")
    void lookupStaysInTheTable() {
      // The branch's own table knows a part of the datacenter by another way.
      tgw()
          .site("branch", 65020, "10.12.0.0/16")
          .vpn("vpn", "tgw", "dc-r", Routing.BGP)
          .vpn("vpn-branch", "tgw", "branch-r", Routing.BGP)
          .table("tgw", "of-dc", "vpn", "vpc2-tgw")
          .table("tgw", "of-vpc", "vpc-tgw", "vpn")
          .table("tgw", "of-branch", "vpn-branch vpc2-tgw", "vpn-branch")
          .route("of-dc", "10.10.1.0/24", "vpn-branch")
          .outcome()
          .goes("vpc", "dc", "vpc tgw dc-r dc");
    }

    @Test
    @DisplayName("AWS-TGW: peerings of Transit Gateways are static only")
    void peeringIsStatic() {
      Sketch sketch =
          tgw()
              .network("aws", "vpc3", "10.33.0.0/16")
              .gateway("aws", "tgw2", "aws.tgw", 64521L)
              .serve("vpc3", "tgw2")
              .associate("tgw", "tgw2");
      Sketch.Outcome dynamic = sketch.outcome();
      assertEquals(Set.of("TRN-12"), dynamic.rules());
      dynamic.isolated("vpc", "vpc3").none("tgw", "10.33.0.0/16");
      sketch
          .table("tgw", "rt", "", "")
          .table("tgw2", "rt2", "", "")
          .route("rt", "10.33.0.0/16", "tgw-tgw2")
          .route("rt2", "10.30.0.0/15", "tgw-tgw2")
          .outcome()
          .clean()
          .goes("vpc", "vpc3", "vpc tgw tgw2 vpc3")
          .goes("vpc3", "vpc2", "vpc3 tgw2 tgw vpc2");
    }

    @Test
    @DisplayName("AWS-TGW: a route over a peering stands in the table that it was entered in")
    void peeringInOneTable() {
      tgw()
          .network("aws", "vpc3", "10.33.0.0/16")
          .gateway("aws", "tgw2", "aws.tgw", 64521L)
          .serve("vpc3", "tgw2")
          .associate("tgw", "tgw2")
          .table("tgw", "red", "vpc-tgw tgw-tgw2", "vpc-tgw")
          .table("tgw", "blue", "vpc2-tgw", "vpc2-tgw")
          .table("tgw2", "rt2", "", "")
          .route("red", "10.33.0.0/16", "tgw-tgw2")
          .route("rt2", "10.30.0.0/15", "tgw-tgw2")
          .outcome()
          .goes("vpc", "vpc3", "vpc tgw tgw2 vpc3")
          .goes("vpc3", "vpc", "vpc3 tgw2 tgw vpc")
          .isolated("vpc2", "vpc3")
          .isolated("vpc3", "vpc2");
    }

    @Test
    @DisplayName("DX-ALW: with a VGW the allowed prefixes are a filter over the VPC's ranges")
    void allowedPrefixesFilter() {
      Sketch.Outcome covered =
          dxgw().changeLink("dxgw-vgw", "allowedPrefixes", prefixes("10.0.0.0/8")).outcome();
      covered.clean().path("dc-r", "10.30.0.0/16", "64514").none("dc-r", "10.0.0.0/8");
      Sketch.Outcome narrow =
          dxgw().changeLink("dxgw-vgw", "allowedPrefixes", prefixes("10.30.1.0/24")).outcome();
      assertEquals(Set.of("PFX-25"), narrow.rules());
      narrow.none("dc-r", "10.30.0.0/16").none("dc-r", "10.30.1.0/24");
    }

    @Test
    @DisplayName(
        "DX-ALW: with a Transit Gateway the list itself is advertised; an empty one nothing")
    void allowedPrefixesAdvertised() {
      Sketch sketch =
          tgw()
              .gateway("aws", "dxgw", "aws.dxgw", 64514L)
              .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc");
      sketch
          .associate("dxgw", "tgw", "10.99.0.0/16")
          .outcome()
          .path("dc-r", "10.99.0.0/16", "64514")
          .none("dc-r", "10.30.0.0/16");
      Sketch.Outcome empty = sketch.changeLink("dxgw-tgw", "allowedPrefixes", List.of()).outcome();
      assertEquals(Set.of("PFX-24"), empty.rules());
      empty.none("dc-r", "10.30.0.0/16").none("dc-r", "10.99.0.0/16");
    }
  }

  private static List<mcx.inet.Prefix> prefixes(String one) {
    return List.of(mcx.inet.Prefix.of(one));
  }

  /** How routes are chosen (4.3). */
  @Nested
  class SelectionRows {

    @Test
    @DisplayName("AWS-VPN: the local route of a VPC beats anything, even what is more specific")
    void localRoute() {
      Sketch.Outcome outcome =
          vgw()
              .change("dc-r", "networks", List.of(mcx.inet.PrefixRange.of("10.30.5.0/24")))
              .vpn("vpn", "vgw", "dc-r", Routing.BGP)
              .table("vpc", "rt", "", "")
              .route("rt", "10.30.6.0/24", "vgw")
              .outcome()
              .notes("10.30.6.0/24 of “rt” is refused: the local route of the VPC")
              .none("vpc", "10.30.5.0/24")
              .none("vpc", "10.30.6.0/24");
      outcome.path("vpc", "10.10.0.0/16", "65010");
    }

    @Test
    @DisplayName("AWS-VPN: in a VPC the longest prefix wins, then static over propagated")
    void staticOverPropagated() {
      Sketch.Outcome outcome =
          vgw()
              .change("dc-r", "networks", List.of(mcx.inet.PrefixRange.of("10.10.7.0/24")))
              .vpn("vpn", "vgw", "dc-r", Routing.BGP)
              .table("vpc", "rt", "", "")
              .route("rt", "10.10.0.0/16", null)
              .outcome();
      assertEquals(Learned.STATIC, outcome.entry("vpc", "10.10.0.0/16").first().learned());
      assertEquals(Learned.PROPAGATED, outcome.entry("vpc", "10.10.7.0/24").first().learned());
    }

    @Test
    @DisplayName("AWS-VPN: a VGW prefers Direct Connect to static VPN to BGP VPN")
    void vgwOrder() {
      Sketch all =
          vgw()
              .circuit("aws", "dx", "aws.direct-connect", "vgw", "dc")
              .prepend("dx-dc-PP", 5)
              .vpn("vpn-static", "vgw", "dc-r", Routing.STATIC)
              .vpn("vpn-bgp", "vgw", "dc-r", Routing.BGP);
      all.outcome().via("vgw", "10.10.0.0/16", "dx-vgw/primary");
      Sketch.Outcome vpns =
          vgw()
              .vpn("vpn-static", "vgw", "dc-r", Routing.STATIC)
              .vpn("vpn-bgp", "vgw", "dc-r", Routing.BGP)
              .outcome()
              .via("vgw", "10.10.0.0/16", "vpn-static/tunnel-1");
      assertEquals(
          "vpn-bgp/tunnel-1", vpns.entry("vgw", "10.10.0.0/16").lost().getFirst().route().via());
    }

    @Test
    @DisplayName("AWS-VPN: at a VGW the shorter AS path wins, then the lower MED of one first AS")
    void vgwPathThenMed() {
      Sketch two =
          vgw().vpn("vpn-1", "vgw", "dc-r", Routing.BGP).vpn("vpn-2", "vgw", "dc-r", Routing.BGP);
      two.exportTunnel("vpn-1", new RoutePolicy.Change(null, null, 1, List.of(), List.of(), null))
          .outcome()
          .via("vgw", "10.10.0.0/16", "vpn-2/tunnel-1");
      two.exportTunnel("vpn-1", new RoutePolicy.Change(null, 10L, 0, List.of(), List.of(), null))
          .exportTunnel("vpn-2", new RoutePolicy.Change(null, 5L, 0, List.of(), List.of(), null))
          .outcome()
          .via("vgw", "10.10.0.0/16", "vpn-2/tunnel-1");
      two.exportTunnel("vpn-2", new RoutePolicy.Change(null, 20L, 0, List.of(), List.of(), null))
          .outcome()
          .via("vgw", "10.10.0.0/16", "vpn-1/tunnel-1");
    }

    @Test
    @DisplayName("AWS-VLIM: a VGW takes up to 100 static routes for one VPN connection")
    void staticRoutesOfAVpn() {
      Sketch.Outcome most = staticVpn(100);
      assertTrue(
          most.compiled().notes().stream().noneMatch(n -> n.text().contains("static routes at")));
      staticVpn(101).notes("has 101 static routes at “gw”");
    }

    private static Sketch.Outcome staticVpn(int prefixes) {
      return new Sketch()
          .site("dc", 65010, "10.64.0.0/24-" + Prefix.of("10.64.0.0/24").next(prefixes - 1))
          .cloud("aws")
          .network("aws", "net", "10.1.0.0/16")
          .gateway("aws", "gw", "aws.vgw", null)
          .serve("net", "gw")
          .vpn("v", "gw", "dc-r", Routing.STATIC)
          .outcome();
    }

    @Test
    @DisplayName("AWS-VPN: one tunnel of a VGW carries all; there is no balancing")
    void vgwOneTunnel() {
      Sketch.Outcome outcome =
          vgw()
              .vpn("vpn-1", "vgw", "dc-r", Routing.BGP)
              .vpn("vpn-2", "vgw", "dc-r", Routing.BGP)
              .outcome();
      assertEquals(1, outcome.entry("vgw", "10.10.0.0/16").best().size());
      assertEquals(1, outcome.entry("vgw", "10.10.0.0/16").lost().size());
    }

    @Test
    @DisplayName("AWS-TGW: a Transit Gateway prefers static to VPC to Direct Connect to VPN")
    void tgwOrder() {
      Sketch.Outcome dynamic =
          tgwWithAll().outcome().via("tgw", "10.10.0.0/16", "dxgw-tgw:dxgw>tgw");
      assertEquals(
          List.of("private/tunnel-1", "vpn/tunnel-1"),
          dynamic.entry("tgw", "10.10.0.0/16").lost().stream().map(l -> l.route().via()).toList());
      tgwWithAll()
          .network("aws", "vpc4", "10.10.0.0/16")
          .serve("vpc4", "tgw")
          .outcome()
          .via("tgw", "10.10.0.0/16", "vpc4-tgw:vpc4>tgw");
      Sketch.Outcome byHand =
          tgwWithAll().table("tgw", "rt", "", "").route("rt", "10.10.0.0/16", "vpc-tgw").outcome();
      assertEquals(Learned.STATIC, byHand.entry("tgw", "10.10.0.0/16").first().learned());
    }

    @Test
    @DisplayName("AWS-TGW: a prefix list stands behind a static route and before all that is told")
    void tgwPrefixList() {
      Sketch.Outcome listed =
          tgwWithAll()
              .network("aws", "vpc4", "10.10.0.0/16")
              .serve("vpc4", "tgw")
              .table("tgw", "rt", "", "")
              .list("rt", "SITES", "vpc-tgw", entry("10.10.0.0/16"), entry("10.77.0.0/16"))
              .outcome();
      assertEquals(Learned.STATIC, listed.entry("tgw", "10.10.0.0/16").first().learned());
      assertEquals(Learned.STATIC, listed.entry("tgw", "10.77.0.0/16").first().learned());
      assertEquals(2, listed.entry("tgw", "10.77.0.0/16").first().distance());
      Sketch.Outcome both =
          tgwWithAll()
              .table("tgw", "rt", "", "")
              .route("rt", "10.10.0.0/16", null)
              .list("rt", "SITES", "vpc-tgw", entry("10.10.0.0/16"))
              .outcome();
      assertEquals(1, both.entry("tgw", "10.10.0.0/16").first().distance());
      assertEquals(
          Trace.End.DISCARDED,
          both.solution().trace(VrfId.of("vpc"), IpAddress.of("10.10.0.1")).end());
    }

    @Test
    @DisplayName("AWS-TGW: of an entry with a range the prefix itself counts, which is told of")
    void tgwPrefixListRange() {
      Sketch.Outcome outcome =
          tgwWithAll()
              .table("tgw", "rt", "", "")
              .list(
                  "rt",
                  "SITES",
                  null,
                  new RoutePolicy.PrefixMatch(Prefix.of("10.77.0.0/16"), null, 24))
              .outcome()
              .notes("a route leads to one prefix, not to a range of lengths");
      assertEquals(Learned.STATIC, outcome.entry("tgw", "10.77.0.0/16").first().learned());
    }

    @Test
    @DisplayName("AWS-TGW: other tables than a Transit Gateway's take no prefix list here")
    void prefixListElsewhere() {
      tgwWithAll()
          .table("vpc", "rt", "vpc", "")
          .list("rt", "SITES", "tgw", entry("10.77.0.0/16"))
          .outcome()
          .none("vpc", "10.77.0.0/16")
          .notes("only the tables of a Transit Gateway take them here");
    }

    @Test
    @DisplayName("AWS-TGW: a Connect attachment stands behind Direct Connect and before VPN")
    void tgwConnect() {
      Sketch.Outcome all =
          tgwWithAll()
              .gre("connect", "tgw", "dc-r")
              .outcome()
              .via("tgw", TO_DC, "dxgw-tgw:dxgw>tgw");
      assertEquals(
          List.of("connect/tunnel-1", "private/tunnel-1", "vpn/tunnel-1"),
          all.entry("tgw", TO_DC).lost().stream().map(l -> l.route().via()).toList());
      tgw()
          .vpn("vpn", "tgw", "dc-r", Routing.BGP)
          .gre("connect", "tgw", "dc-r")
          .exportTunnel(
              "connect", new RoutePolicy.Change(null, null, 3, List.of(), List.of(), null))
          .outcome()
          .clean()
          .via("tgw", TO_DC, "connect/tunnel-1")
          .goes("vpc", "dc", "vpc tgw dc-r dc");
    }

    @Test
    @DisplayName("AWS-TGW: a Connect peer takes 1,000 prefixes, a VPN's limit does not count")
    void connectLimit() {
      Sketch.Outcome outcome = tgw().gre("connect", "tgw", "dc-r").outcome();
      assertEquals(
          1000, Objects.requireNonNull(outcome.session("connect/tunnel-1").atA().limitV4()).max());
    }

    @Test
    @DisplayName("GRE: a gateway that ends none keeps the tunnel down")
    void greElsewhere() {
      vgw().gre("gre", "vgw", "dc-r").outcome().none("vgw", TO_DC).notes("ends no GRE tunnel");
    }

    private static final String TO_DC = "10.10.0.0/16";

    private RoutePolicy.PrefixMatch entry(String prefix) {
      return new RoutePolicy.PrefixMatch(Prefix.of(prefix), null, null);
    }

    private Sketch tgwWithAll() {
      return tgw()
          .gateway("aws", "dxgw", "aws.dxgw", 64514L)
          .associate("dxgw", "tgw", "10.30.0.0/16")
          .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc")
          .vpn("vpn", "tgw", "dc-r", Routing.BGP)
          .vpn("private", "tgw", "dc-r", Routing.BGP)
          .changeLink("private", "underlay", mcx.design.Id.of("dx"));
    }

    @Test
    @DisplayName("AWS-ATK: newer text puts VPN over Direct Connect before public VPN")
    void privateVpnFirst() {
      tgw()
          .gateway("aws", "dxgw", "aws.dxgw", 64514L)
          .associate("dxgw", "tgw")
          .circuit("aws", "dx", "aws.direct-connect", "dxgw")
          .vpn("vpn", "tgw", "dc-r", Routing.BGP)
          .vpn("private", "tgw", "dc-r", Routing.BGP)
          .changeLink("private", "underlay", mcx.design.Id.of("dx"))
          .exportTunnel(
              "private", new RoutePolicy.Change(null, null, 3, List.of(), List.of(), null))
          .outcome()
          .via("tgw", "10.10.0.0/16", "private/tunnel-1");
    }

    @Test
    @DisplayName("AWS-TGW: a Transit Gateway balances over equal VPNs with BGP")
    void tgwBalances() {
      Sketch two =
          tgw().vpn("vpn-1", "tgw", "dc-r", Routing.BGP).vpn("vpn-2", "tgw", "dc-r", Routing.BGP);
      assertEquals(2, two.outcome().entry("tgw", "10.10.0.0/16").best().size());
      Sketch.Outcome inTables =
          two.table("tgw", "a", "vpc-tgw", "vpn-1 vpn-2")
              .table("tgw", "b", "vpn-1 vpn-2", "vpc-tgw")
              .outcome();
      assertEquals(2, inTables.entry("tgw:a", "10.10.0.0/16").best().size());
      inTables.goes("vpc", "dc", "vpc tgw dc-r dc").goes("dc", "vpc", "dc dc-r tgw vpc");
    }

    @Test
    @DisplayName("AWS-TGW: a static VPN route beats the one that Direct Connect propagates")
    void staticVpnTrap() {
      Sketch.Outcome outcome =
          tgw()
              .gateway("aws", "dxgw", "aws.dxgw", 64514L)
              .associate("dxgw", "tgw", "10.30.0.0/16")
              .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc")
              .vpn("vpn", "tgw", "dc-r", Routing.STATIC)
              .outcome();
      assertEquals("vpn/tunnel-1", outcome.entry("tgw", "10.10.0.0/16").first().via());
    }

    private Sketch twoLocations() {
      return sketch()
          .region("aws", "eu-west-1")
          .region("aws", "us-east-1")
          .network("eu-west-1", "vpc-eu", "10.31.0.0/16")
          .network("us-east-1", "vpc-us", "10.32.0.0/16")
          .gateway("eu-west-1", "vgw-eu", "aws.vgw", 64521L)
          .gateway("us-east-1", "vgw-us", "aws.vgw", 64522L)
          .serve("vpc-eu", "vgw-eu")
          .serve("vpc-us", "vgw-us")
          .gateway("aws", "dxgw", "aws.dxgw", 64514L)
          .associate("dxgw", "vgw-eu")
          .associate("dxgw", "vgw-us")
          .circuit("eu-west-1", "dx-eu", "aws.direct-connect", "dxgw", "dc")
          .circuit("us-east-1", "dx-us", "aws.direct-connect", "dxgw", "dc");
    }

    @Test
    @DisplayName("DX-BGP: each region prefers the locations that belong to it")
    void regionAffinity() {
      twoLocations()
          .outcome()
          .goes("vpc-eu", "dc", "vpc-eu vgw-eu dxgw dx-eu/primary dc-r dc")
          .goes("vpc-us", "dc", "vpc-us vgw-us dxgw dx-us/primary dc-r dc")
          .goes("dc", "vpc-us", "dc dc-r dx-eu/primary dxgw vgw-us vpc-us");
    }

    @Test
    @DisplayName("DX-BGP: a longer AS path has no effect across regions")
    void pathAcrossRegions() {
      twoLocations()
          .prepend("dx-eu-dc-PP", 4)
          .outcome()
          .goes("vpc-eu", "dc", "vpc-eu vgw-eu dxgw dx-eu/primary dc-r dc");
    }

    @Test
    @DisplayName("AWS-ATK: with SiteLink the AS path counts across regions")
    void pathWithSiteLink() {
      twoLocations()
          .prepend("dx-eu-dc-PP", 4)
          .set("dx-eu", Setting.SITE_LINK, true)
          .set("dx-us", Setting.SITE_LINK, true)
          .outcome()
          .goes("vpc-eu", "dc", "vpc-eu vgw-eu dxgw dx-us/primary dc-r dc");
    }

    @Test
    @DisplayName("DX-BGP: a local preference community counts before region and AS path")
    void communitiesFirst() {
      twoLocations()
          .export("dx-us-dc-PP", prefer("7224:7300"))
          .outcome()
          .goes("vpc-eu", "dc", "vpc-eu vgw-eu dxgw dx-us/primary dc-r dc");
      twoLocations()
          .export("dx-eu-dc-PP", prefer("7224:7100"))
          .outcome()
          .goes("vpc-eu", "dc", "vpc-eu vgw-eu dxgw dx-us/primary dc-r dc");
      twoLocations()
          .export("dx-us-dc-PP", prefer("7224:7200"))
          .outcome()
          .goes("vpc-eu", "dc", "vpc-eu vgw-eu dxgw dx-eu/primary dc-r dc");
    }

    private RoutePolicy.Change prefer(String community) {
      return new RoutePolicy.Change(
          null, null, 3, List.of(Community.of(community)), List.of(), null);
    }

    @Test
    @DisplayName("DX-BGP: within a region a shorter AS path wins, and equal ones share the traffic")
    void pathThenBalancing() {
      Sketch two = dxgw().circuit("aws", "dx2", "aws.direct-connect", "dxgw", "dc");
      assertEquals(2, two.outcome().entry("dxgw", "10.10.0.0/16").best().size());
      two.prepend("dx-dc-PP", 1).outcome().via("dxgw", "10.10.0.0/16", "dx2-dxgw/primary");
    }

    @Test
    @DisplayName("DX-BGP: a more specific prefix wins before any preference")
    void longestPrefixFirst() {
      dxgw()
          .site("dc2", 65020, "10.10.1.0/24")
          .circuit("aws", "dx2", "aws.direct-connect", "dxgw", "dc2")
          .export("dx-dc-PP", prefer("7224:7300"))
          .outcome()
          .goes("vpc", "dc2", "vpc vgw dxgw dx2/primary dc2-r dc2");
    }
  }
}
