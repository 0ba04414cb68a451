package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.design.VpnConnection.Tunnel;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.network.Segment;
import org.junit.jupiter.api.Test;

/**
 * Site-to-site VPN between Azure and AWS with four tunnels. “RIB(AWS)” is the VGW, “RIB(Azure)” the
 * VPN gateway.
 */
class S06Test {

  private static final String[] TUNNELS = {
    "vpn-1/tunnel-1", "vpn-1/tunnel-2", "vpn-2/tunnel-3", "vpn-2/tunnel-4"
  };

  @Test
  void eachSideLearnsTheOtherFourTimes() {
    Results r = Results.of(S06.design()).noErrors().sessionUp(TUNNELS);
    assertEquals(List.of("65000", "65000", "65000", "65000"), r.candidates("vgw", "10.1.0.0/16"));
    assertEquals(
        List.of("64512", "64512", "64512", "64512"), r.candidates("vpn-gw", "10.2.0.0/16"));
    r.reaches("vnet", "vpc", PathKind.VPN).goes("vnet", "vpc", "vnet vpn-gw vgw vpc");
  }

  /** “VGW chooses one tunnel (no ECMP).” */
  @Test
  void theVgwUsesOneTunnel() {
    assertEquals(1, Results.of(S06.design()).held("vgw", "10.1.0.0/16").best().size());
  }

  /** Inside each tunnel AWS is on the first usable address, Azure on the second. */
  @Test
  void addressesInsideTheTunnels() {
    Segment t4 = Results.of(S06.design()).segment("vpn-2/tunnel-4");
    assertEquals(Segment.Kind.TUNNEL, t4.kind());
    assertEquals("vpn-gw", t4.a().node());
    assertEquals("169.254.22.6", Objects.requireNonNull(t4.addressA()).toString());
    assertEquals("169.254.22.5", Objects.requireNonNull(t4.addressB()).toString());
  }

  @Test
  void aTunnelLostLeavesThree() {
    Results r =
        Results.of(S06.design(), "vpn-1/tunnel-1")
            .sessionDown("vpn-1/tunnel-1")
            .sessionUp("vpn-1/tunnel-2", "vpn-2/tunnel-3", "vpn-2/tunnel-4")
            .reaches("vnet", "vpc", PathKind.VPN);
    assertEquals(3, r.candidates("vgw", "10.1.0.0/16").size());
    Fallback.Pair pair = Results.of(S06.design()).fallback("vnet", "vpc");
    assertFalse(pair.singlePoints().toString().contains("tunnel"));
  }

  /** Instance 0 of Azure's gateway ends connection 1, instance 1 connection 2. */
  @Test
  void anInstanceLostLeavesTheOthersTunnels() {
    Results.of(S06.design(), "vpn-gw/instance-0")
        .sessionDown("vpn-1/tunnel-1", "vpn-1/tunnel-2")
        .sessionUp("vpn-2/tunnel-3", "vpn-2/tunnel-4")
        .reaches("vnet", "vpc", PathKind.VPN);
  }

  /** An endpoint of AWS ends one tunnel of each connection; its twin carries on. */
  @Test
  void anAwsEndpointLostLeavesTheTwin() {
    Results.of(S06.design(), "vgw/instance-0")
        .sessionDown("vpn-1/tunnel-1", "vpn-2/tunnel-3")
        .sessionUp("vpn-1/tunnel-2", "vpn-2/tunnel-4")
        .reaches("vnet", "vpc", PathKind.VPN);
  }

  @Test
  void internetLostLeavesNothing() {
    Results.of(S06.design(), "internet").sessionDown(TUNNELS).onlyReach();
    Fallback.Pair pair = Results.of(S06.design()).fallback("vnet", "vpc");
    assertEquals(Fallback.Effect.LOST, Results.effect(pair, "internet"));
  }

  /** Variant: an active-standby gateway has one address for BGP in the APIPA range (ADR-07). */
  @Test
  void variantActiveStandbyHasOneUsableTunnel() {
    Results r = Results.of(S06.activeStandby());
    r.sessionUp("vpn-1/tunnel-1")
        .sessionDown("vpn-1/tunnel-2", "vpn-2/tunnel-3", "vpn-2/tunnel-4")
        .reaches("vnet", "vpc", PathKind.VPN);
    assertEquals(List.of("65000"), r.candidates("vgw", "10.1.0.0/16"));
    Results.of(S06.activeStandby(), "vpn-1/tunnel-1").onlyReach();
  }

  /** A block inside the tunnel gives the gateway its address even where none is set (ADR-07). */
  @Test
  void aBlockOutsideOfAzuresRangeKeepsTheTunnelDown() {
    Design design = S06.design();
    VpnConnection vpn = design.links().get(Id.of("vpn-1")) instanceof VpnConnection v ? v : null;
    assertTrue(vpn != null);
    Tunnel outside =
        new Tunnel("tunnel-1", Prefix.of("169.254.30.0/30"), 0, 0, BgpSettings.DEFAULT);
    Results r =
        Results.of(
            design.with(
                Components.with(vpn, "tunnels", List.of(outside, vpn.tunnels().getLast()))));
    r.sessionDown("vpn-1/tunnel-1").sessionUp("vpn-1/tunnel-2");
    assertEquals(1, r.findings("ADR-07").size());
  }

  // Findings

  /** “APIPA all in Azure range and outside AWS reserved list -> clean”; 64512 is legal to Azure. */
  @Test
  void theFullMeshIsClean() {
    Results.of(S06.design())
        .noErrors()
        .findsNothingOf("ADR-07", "ADR-08", "ASN-02", "ASN-09", "RED-13", "VPN-14");
  }

  /** “Fewer than 4 local network gateways drawn -> VPN-14.” */
  @Test
  void fewerTunnelsAreTold() {
    Results.of(Edits.without(S06.design(), "vpn-2"))
        .finds("VPN-14", Severity.WARNING, "vpn-gw", "vgw");
  }

  /** “AWS ASN 64512 is flagged if IBM shares the mesh (ASN-09).” */
  @Test
  void ibmDoesNotTakeAwssNumber() {
    Results r = Results.of(S06.withIbm()).finds("ASN-09", Severity.ERROR, "dl-vc");
    r.hasNoRoute("dl/primary", "10.2.0.0/16");
  }

  /** “Variant active-standby with one APIPA: ADR-07, RED-13.” */
  @Test
  void activeStandbyIsTold() {
    Results r = Results.of(S06.activeStandby()).finds("RED-13", Severity.WARNING, "vpn-gw");
    assertEquals(3, r.findings("ADR-07").size());
  }

  // Edits

  @Test
  void removingTunnelsRemovesRoutes() {
    Design design = Edits.withoutTunnel(S06.design(), "vpn-1", "tunnel-2");
    assertEquals(3, Results.of(design).candidates("vpn-gw", "10.2.0.0/16").size());
    Results.of(Edits.without(S06.design(), "vpn-1", "vpn-2")).onlyReach();
  }

  @Test
  void theGatewaysNumberStandsInThePath() {
    Results.of(Edits.set(S06.design(), "vpn-gw", "asn", Asn.of(65001)))
        .holds("vgw", "10.1.0.0/16", "65001");
  }

  /** Equal numbers would make the session an inner one, which neither cloud runs (ASN-03). */
  @Test
  void equalNumbersOnBothSidesExchangeNothing() {
    Results r = Results.of(Edits.set(S06.design(), "vpn-gw", "asn", Asn.of(64512)));
    r.onlyReach();
    assertTrue(r.says("vpn-gw", "64512"), "no word: " + r.analysis().findings());
  }
}
