package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.Asn;
import mcx.network.Segment;
import org.junit.jupiter.api.Test;

/** Site-to-site VPN between Azure and Oracle. */
class S07Test {

  private static final String TUNNEL = "vpn/tunnel-1";

  @Test
  void withGroup14BothSidesLearnEachOther() {
    Results r = Results.of(S07.design()).noErrors().sessionUp(TUNNEL);
    assertNull(r.segment(TUNNEL).downBecause());
    r.holds("vpn-gw", "10.50.0.0/16", "31898")
        .reaches("vnet", "vcn", PathKind.VPN)
        .goes("vnet", "vcn", "vnet vpn-gw drg vcn");
  }

  /**
   * RIB(OCI) 10.20.0.0/16 [65515] is what comes over the session. Oracle adds one private AS number
   * to routes learned by BGP over VPN (clouds.md section 6, OCI-RT), so that the DRG's own table
   * holds a path of two.
   */
  @Test
  void oracleRanksTheVpnRouteByAPathOfTwo() {
    Results r = Results.of(S07.design());
    assertEquals("65515", r.told(TUNNEL, "vpn-gw", "10.20.0.0/16").asPath().toString());
    var held = r.held("drg", "10.20.0.0/16").first().asPath();
    assertEquals(2, held.length());
    assertEquals(65515, held.get(1).value());
    assertTrue(held.get(0).isPrivate());
  }

  @Test
  void variantDefaultPfsKeepsTheTunnelDown() {
    Results r = Results.of(S07.defaultPfs()).sessionDown(TUNNEL).onlyReach();
    String because = Objects.requireNonNull(r.segment(TUNNEL).downBecause());
    assertTrue(because.contains("group 5"), because);
    assertTrue(r.says("vpn", "forward secrecy"), r.analysis().findings().toString());
  }

  @Test
  void variantIkev1KeepsTheTunnelDown() {
    Results r = Results.of(S07.ikev1()).sessionDown(TUNNEL).onlyReach();
    String because = Objects.requireNonNull(r.segment(TUNNEL).downBecause());
    assertTrue(because.contains("IKEv1") || because.contains("IKEv2"), because);
    assertTrue(r.says("vpn", "IKE"), r.analysis().findings().toString());
  }

  /** Oracle's guide uses a single tunnel: losing it isolates. */
  @Test
  void theOneTunnelIsASinglePoint() {
    Results.of(S07.design(), TUNNEL).sessionDown(TUNNEL).onlyReach();
    Fallback.Pair pair = Results.of(S07.design()).fallback("vcn", "vnet");
    // The table names the connection: its only tunnel is no failure of its own.
    assertEquals(Fallback.Effect.LOST, Results.effect(pair, "vpn"));
    assertTrue(pair.singlePoints().contains(Id.of("vpn")));
  }

  // Findings

  /** “IKEv1 -> VPN-07; default OCI PFS group 5 -> VPN-06; after group 14 on OCI both clean.” */
  @Test
  void whatTheTwoCloudsCannotAgreeOnIsTold() {
    Results.of(S07.ikev1()).finds("VPN-07", Severity.ERROR, "vpn");
    Results.of(S07.defaultPfs()).finds("VPN-06", Severity.ERROR, "vpn");
    Results.of(S07.design()).findsNothingOf("VPN-06", "VPN-07");
  }

  /** “Second tunnel unused: RED-07-like finding for Oracle.” */
  @Test
  void theUnusedTunnelIsTold() {
    Results.of(S07.design()).finds("RED-07", Severity.WARNING, "vpn");
  }

  // Edits

  @Test
  void anyGroupThatBothAcceptWillDo() {
    for (int group : new int[] {2, 14, 24}) {
      Design design = Edits.set(S07.design(), "vpn", "pfsGroupsB", Set.of(group));
      Results.of(design).sessionUp(TUNNEL);
    }
    Results.of(Edits.set(S07.design(), "vpn", "pfsGroupsB", Set.of(5))).sessionDown(TUNNEL);
  }

  @Test
  void theReasonBelongsToTheTunnel() {
    Segment segment = Results.of(S07.defaultPfs()).segment(TUNNEL);
    assertEquals(Segment.Kind.TUNNEL, segment.kind());
    assertNotNull(segment.downBecause());
  }

  @Test
  void theGatewaysNumberStandsInThePath() {
    Results r = Results.of(Edits.set(S07.design(), "vpn-gw", "asn", Asn.of(65001)));
    assertEquals("65001", r.told(TUNNEL, "vpn-gw", "10.20.0.0/16").asPath().toString());
  }

  @Test
  void withoutItsTunnelTheConnectionCarriesNothing() {
    Results.of(Edits.withoutTunnel(S07.design(), "vpn", "tunnel-1")).onlyReach();
  }
}
