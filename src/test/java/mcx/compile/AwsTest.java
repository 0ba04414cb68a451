package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import mcx.design.Routing;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import org.junit.jupiter.api.Test;

/** Direct Connect, its gateway, VGW and Transit Gateway. */
class AwsTest {

  private static Sketch sketch(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16");
  }

  private static Sketch direct(String... allowed) {
    return sketch()
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .gateway("aws", "vgw", "aws.vgw", null)
        .serve("vpc", "vgw")
        .associate("dxgw", "vgw", allowed)
        .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc");
  }

  @Test
  void theDirectConnectGatewaysNumberIsTheOneThatIsSeen() {
    Sketch.Outcome outcome =
        direct()
            .outcome()
            .clean()
            .path("dc-r", "10.30.0.0/16", "64514")
            .path("dx/primary", "10.10.0.0/16", "65010")
            .path("vpc", "10.10.0.0/16", "65010");
    Session session = outcome.session("dx-dc-PP");
    PrefixLimit limit = Objects.requireNonNull(session.atA().limitV4());
    assertEquals(100, limit.max());
    assertEquals(PrefixLimit.Beyond.SESSION_IDLE, limit.beyond());
    assertEquals(90, session.atA().holdSeconds());
  }

  @Test
  void allowedPrefixesOfAVgwAreAFilterOverTheVpcsRanges() {
    direct("10.0.0.0/8").outcome().clean().path("dc-r", "10.30.0.0/16", "64514");
    Sketch.Outcome narrower = direct("10.30.1.0/24").outcome();
    assertEquals(Set.of("PFX-25"), narrower.rules());
    narrower.none("dc-r", "10.30.0.0/16").none("dc-r", "10.30.1.0/24");
  }

  @Test
  void theListOfATransitGatewayIsItselfAdvertised() {
    Sketch.Outcome outcome =
        transit("10.30.0.0/16", "10.31.0.0/16")
            .outcome()
            .clean()
            .path("dc-r", "10.30.0.0/16", "64514")
            .path("dc-r", "10.31.0.0/16", "64514")
            .goes("dc", "vpc", "dc dc-r dx/primary dxgw tgw vpc");
    outcome.isolated("vpc", "vpc2");
    Sketch.Outcome empty = transit().outcome();
    assertEquals(Set.of("PFX-24"), empty.rules());
    empty.none("dc-r", "10.30.0.0/16");
  }

  private static Sketch transit(String... allowed) {
    return sketch()
        .network("aws", "vpc2", "10.32.0.0/16")
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .gateway("aws", "tgw", "aws.tgw", 64520L)
        .gateway("aws", "vgw2", "aws.vgw", null)
        .serve("vpc", "tgw")
        .serve("vpc2", "vgw2")
        .associate("dxgw", "tgw", allowed)
        .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc");
  }

  @Test
  void gatewaysWithOneNumberAreNotAssociated() {
    Sketch.Outcome outcome =
        sketch()
            .gateway("aws", "dxgw", "aws.dxgw", null)
            .gateway("aws", "tgw", "aws.tgw", null)
            .serve("vpc", "tgw")
            .associate("dxgw", "tgw", "10.30.0.0/16")
            .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc")
            .outcome();
    assertEquals(Set.of("ASN-06"), outcome.rules());
    outcome.isolated("dc", "vpc");
  }

  @Test
  void noVirtualInterfaceToAnotherWithoutSiteLink() {
    Sketch sketch =
        direct()
            .site("dc2", 65020, "10.11.0.0/16")
            .circuit("aws", "dx2", "aws.direct-connect", "dxgw", "dc2");
    sketch.outcome().clean().none("dc-r", "10.11.0.0/16").isolated("dc", "dc2");
    sketch
        .join("dx", "dx2")
        .outcome()
        .path("dc-r", "10.11.0.0/16", "64514 65020")
        .goes("dc", "dc2", "dc dc-r dx/primary dx2/primary dc2-r dc2");
  }

  @Test
  void vpcsOnOneDirectConnectGatewayDoNotTalk() {
    direct()
        .network("aws", "vpc2", "10.31.0.0/16")
        .gateway("aws", "vgw2", "aws.vgw", null)
        .serve("vpc2", "vgw2")
        .associate("dxgw", "vgw2")
        .outcome()
        .clean()
        .path("dc-r", "10.31.0.0/16", "64514")
        .isolated("vpc", "vpc2");
  }

  @Test
  void aVpcStraightOnADirectConnectGatewayIsTakenAsBehindAVgw() {
    sketch()
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .serve("vpc", "dxgw")
        .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc")
        .outcome()
        .clean()
        .notes("as if there were")
        .path("dc-r", "10.30.0.0/16", "64514")
        .path("vpc", "10.10.0.0/16", "65010");
  }

  private static Sketch vgwWithBoth(Routing routing, Object... failed) {
    return sketch(failed)
        .gateway("aws", "vgw", "aws.vgw", 64514L)
        .serve("vpc", "vgw")
        .circuit("aws", "dx", "aws.direct-connect", "vgw", "dc")
        .vpn("vpn", "vgw", "dc-r", routing);
  }

  @Test
  void aVgwPrefersDirectConnectToAnyVpn() {
    for (Routing routing : new Routing[] {Routing.BGP, Routing.STATIC}) {
      vgwWithBoth(routing).outcome().clean().via("vgw", "10.10.0.0/16", "dx-vgw/primary");
      vgwWithBoth(routing, "dx").outcome().goes("vpc", "dc", "vpc vgw dc-r dc");
    }
  }

  @Test
  void aVgwPrefersStaticVpnToBgpVpnAndUsesOneTunnel() {
    Sketch.Outcome outcome =
        sketch()
            .gateway("aws", "vgw", "aws.vgw", 64514L)
            .serve("vpc", "vgw")
            .vpn("vpn-bgp", "vgw", "dc-r", Routing.BGP)
            .vpn("vpn-static", "vgw", "dc-r", Routing.STATIC)
            .outcome()
            .clean();
    assertEquals(1, outcome.entry("vgw", "10.10.0.0/16").best().size());
    assertEquals(
        mcx.network.Policy.Learned.STATIC, outcome.entry("vgw", "10.10.0.0/16").first().learned());
  }

  @Test
  void aVgwJoinsItsVpnSitesAndDirectConnect() {
    vgwWithBoth(Routing.NONE)
        .site("branch", 65020, "10.12.0.0/16")
        .vpn("vpn-branch", "vgw", "branch-r", Routing.BGP)
        .outcome()
        .path("branch-r", "10.10.0.0/16", "64514 65010")
        .path("dc-r", "10.12.0.0/16", "64514 65020")
        .goes("dc", "branch", "dc dc-r dx/primary vgw branch-r branch");
  }

  @Test
  void aTransitGatewayPrefersDirectConnectToBgpVpnButStaticVpnToBoth() {
    transitWithVpn(Routing.BGP).outcome().via("tgw", "10.10.0.0/16", "dxgw-tgw:dxgw>tgw");
    Sketch.Outcome trap = transitWithVpn(Routing.STATIC).outcome();
    assertEquals(
        mcx.network.Policy.Learned.STATIC, trap.entry("tgw", "10.10.0.0/16").first().learned());
  }

  private static Sketch transitWithVpn(Routing routing) {
    return transit("10.30.0.0/16").vpn("vpn", "tgw", "dc-r", routing);
  }

  @Test
  void aCircuitEndsAtNoTransitGateway() {
    Sketch.Outcome outcome =
        sketch()
            .gateway("aws", "tgw", "aws.tgw", 64520L)
            .serve("vpc", "tgw")
            .circuit("aws", "dx", "aws.direct-connect", "tgw", "dc")
            .outcome()
            .notes("ends no circuits");
    assertNull(outcome.network().session("dx-tgw/primary"));
    outcome.isolated("dc", "vpc");
  }

  @Test
  void refusedCustomerNumbers() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 7224, "10.10.0.0/16")
            .cloud("aws")
            .network("aws", "vpc", "10.30.0.0/16")
            .gateway("aws", "vgw", "aws.vgw", 64514L)
            .serve("vpc", "vgw")
            .vpn("vpn", "vgw", "dc-r", Routing.BGP)
            .outcome();
    assertEquals(Set.of("ASN-05"), outcome.rules());
    assertNotNull(outcome.network().segment("vpn/tunnel-1"));
    assertTrue(outcome.network().sessions().isEmpty());
  }
}
