package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.PrefixLimit;
import org.junit.jupiter.api.Test;

/** Google, Oracle, IBM, Alibaba, and clouds that no behaviour is known of. */
class OtherCloudsTest {

  private static Sketch google() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("google")
        .network("google", "vpc", "10.40.0.0/20")
        .gateway("google", "cr", "google.cloud-router", 16550L)
        .serve("vpc", "cr")
        .circuit("google", "pi", "google.partner-interconnect", "cr", "dc");
  }

  @Test
  void aCloudRouterSpeaksForTheAttachmentAndIsNoHop() {
    Sketch.Outcome outcome =
        google()
            .outcome()
            .clean()
            .path("dc-r", "10.40.0.0/20", "16550")
            .path("cr", "10.10.0.0/16", "65010")
            .goes("vpc", "dc", "vpc dc-r dc")
            .goes("dc", "vpc", "dc dc-r vpc");
    assertEquals(100, outcome.entry("dc-r", "10.40.0.0/20").first().med());
    assertFalse(Objects.requireNonNull(outcome.network().node("cr")).forwards());
  }

  @Test
  void aCloudRouterPassesNoLearnedRouteOn() {
    google()
        .site("dc2", 65020, "10.11.0.0/16")
        .circuit("google", "pi2", "google.partner-interconnect", "cr", "dc2")
        .outcome()
        .clean()
        .none("dc-r", "10.11.0.0/16")
        .isolated("dc", "dc2");
  }

  @Test
  void subnetsAreAdvertisedWhereTheyAreDrawn() {
    google()
        .add(
            new VirtualNetwork(
                Id.of("vpc2"),
                "vpc2",
                Id.of("google"),
                List.of(PrefixRange.of("10.44.0.0/14")),
                List.of(new VirtualNetwork.Subnet("a", Prefix.of("10.44.1.0/24"))),
                Set.of()))
        .serve("vpc2", "cr")
        .outcome()
        .path("dc-r", "10.44.1.0/24", "16550")
        .none("dc-r", "10.44.0.0/14");
  }

  @Test
  void partnerInterconnectTakesOneNumberOnly() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65010, "10.10.0.0/16")
            .cloud("google")
            .network("google", "vpc", "10.40.0.0/20")
            .gateway("google", "cr", "google.cloud-router", 64550L)
            .serve("vpc", "cr")
            .circuit("google", "pi", "google.partner-interconnect", "cr", "dc")
            .outcome();
    assertEquals(Set.of("ASN-08"), outcome.rules());
  }

  private static Sketch oracle() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("oracle")
        .network("oracle", "vcn", "10.50.0.0/16")
        .gateway("oracle", "drg", "oracle.drg", null)
        .serve("vcn", "drg")
        .circuit("oracle", "fc", "oracle.fastconnect", "drg", "dc");
  }

  @Test
  void aDrgJoinsAllItsAttachments() {
    oracle()
        .network("oracle", "vcn2", "10.51.0.0/16")
        .serve("vcn2", "drg")
        .site("dc2", 65020, "10.11.0.0/16")
        .circuit("oracle", "fc2", "oracle.fastconnect", "drg", "dc2")
        .outcome()
        .clean()
        .path("dc-r", "10.50.0.0/16", "31898")
        .path("dc-r", "10.11.0.0/16", "31898 65020")
        .goes("vcn", "vcn2", "vcn drg vcn2")
        .goes("dc", "dc2", "dc dc-r fc/primary drg fc2/primary dc2-r dc2");
  }

  @Test
  void aDrgRanksFastConnectThenBgpVpnThenStaticVpn() {
    Sketch.Outcome outcome =
        oracle()
            .vpn("vpn-bgp", "drg", "dc-r", Routing.BGP)
            .vpn("vpn-static", "drg", "dc-r", Routing.STATIC)
            .outcome()
            .clean()
            .via("drg", "10.10.0.0/16", "fc-drg/primary");
    var lost = outcome.entry("drg", "10.10.0.0/16").lost();
    assertEquals(2, lost.size());
    assertEquals("vpn-bgp/tunnel-1", lost.get(0).route().via());
    assertEquals(2, lost.get(0).route().asPath().length());
    assertEquals(mcx.network.Policy.Learned.STATIC, lost.get(1).route().learned());
  }

  private static Sketch ibm(long asn) {
    return new Sketch()
        .site("dc", asn, "192.168.10.0/24", "10.1.0.0/16")
        .cloud("ibm")
        .network("ibm", "vpc", "172.20.0.0/16")
        .gateway("ibm", "tg", "ibm.transit-gateway", null)
        .serve("vpc", "tg")
        .circuit("ibm", "dl", "ibm.direct-link", "tg", "dc");
  }

  @Test
  void ibmTakesNeitherItsOwnRangesNorTransitBetweenSites() {
    ibm(65010)
        .site("dc2", 65020, "192.168.20.0/24")
        .circuit("ibm", "dl2", "ibm.direct-link", "tg", "dc2")
        .outcome()
        .clean()
        .path("vpc", "192.168.10.0/24", "65010")
        .none("vpc", "10.1.0.0/16")
        .none("dc-r", "192.168.20.0/24")
        .isolated("dc", "dc2");
  }

  @Test
  void ibmDropsRoutesWithAReservedNumberInThePath() {
    Sketch.Outcome outcome =
        ibm(65010)
            .cloud("aws")
            .network("aws", "aws-vpc", "172.30.0.0/16")
            .gateway("aws", "vgw", "aws.vgw", 64512L)
            .serve("aws-vpc", "vgw")
            .circuit("aws", "dx", "aws.direct-connect", "vgw", "dc")
            .outcome()
            .path("dc-r", "172.30.0.0/16", "64512")
            .none("vpc", "172.30.0.0/16");
    assertNotNull(outcome.solution());
    assertEquals(Set.of("ASN-09"), ibm(65100).outcome().rules());
  }

  @Test
  void alibabaKeepsBorderRoutersApart() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65010, "10.10.0.0/16", "100.64.1.0/24")
            .site("dc2", 65020, "10.11.0.0/16")
            .cloud("alibaba")
            .network("alibaba", "vpc", "10.70.0.0/16")
            .gateway("alibaba", "vbr1", "alibaba.vbr", null)
            .gateway("alibaba", "vbr2", "alibaba.vbr", null)
            .gateway("alibaba", "tr", "alibaba.transit-router", null)
            .serve("vpc", "tr")
            .associate("vbr1", "tr")
            .associate("vbr2", "tr")
            .circuit("alibaba", "ec1", "alibaba.express-connect", "vbr1", "dc")
            .circuit("alibaba", "ec2", "alibaba.express-connect", "vbr2", "dc2")
            .outcome()
            .clean()
            .path("dc-r", "10.70.0.0/16", "45104")
            .goes("dc", "vpc", "dc dc-r vbr1 tr vpc")
            .goes("vpc", "dc2", "vpc tr vbr2 dc2-r dc2")
            .isolated("dc", "dc2")
            .none("vbr1", "100.64.1.0/24");
    PrefixLimit limit = Objects.requireNonNull(outcome.session("ec1-dc-PP").atA().limitV4());
    assertEquals(110, limit.max());
    assertEquals(PrefixLimit.Beyond.DROP_EXCESS, limit.beyond());
  }

  @Test
  void whatTheCatalogDoesNotKnowIsTakenPlainly() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65010, "10.10.0.0/16")
            .site("branch", 65020, "10.12.0.0/16")
            .cloud("acme")
            .network("acme", "net", "10.60.0.0/16")
            .gateway("acme", "gw", "acme.hub", 64600L)
            .serve("net", "gw")
            .circuit("acme", "line", "acme.line", "gw", "dc")
            .vpn("vpn", "gw", "branch-r", Routing.BGP)
            .outcome()
            .clean()
            .notes("does not know “acme.hub”")
            .notes("does not know “acme.line”")
            .path("dc-r", "10.60.0.0/16", "64600")
            .path("branch-r", "10.10.0.0/16", "64600 65010")
            .goes("dc", "branch", "dc dc-r line/primary gw branch-r branch");
    assertTrue(outcome.solution().converged());
  }

  @Test
  void aCircuitIsNotJoinedToAnotherCloudsGateway() {
    oracle()
        .cloud("aws")
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .attach("fc", "dxgw", 0)
        .outcome()
        .notes("different clouds");
  }
}
