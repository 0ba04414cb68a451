package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Routing;
import mcx.inet.Asn;
import mcx.network.Policy.Learned;
import org.junit.jupiter.api.Test;

/**
 * A cloud whose own VPN gateway speaks only IKEv1. Azure's VpnGw1 and above accept IKEv1 too
 * (clouds.md 1.5): what is wrong is the peer's gateway, not Azure. “RIB(Azure)” is the VPN gateway.
 */
class S08Test {

  @Test
  void theApplianceBringsTheRouteByBgp() {
    Results.of(S08.design())
        .noErrors()
        .sessionUp("vpn-nva/tunnel-1")
        .holds("vpn-gw", "10.60.0.0/16", "65030")
        .holds("nva", "10.20.0.0/16", "65515")
        .reaches("vnet", "net-x", PathKind.VPN)
        .goes("vnet", "net-x", "vnet vpn-gw nva net-x");
  }

  @Test
  void theApplianceLostIsolates() {
    Results.of(S08.design(), "nva").onlyReach();
    Fallback.Pair pair = Results.of(S08.design()).fallback("net-x", "vnet");
    assertTrue(pair.singlePoints().contains(Id.of("nva")));
  }

  /** The native gateway needs a policy-based Basic gateway at Azure: one tunnel, static. */
  @Test
  void variantNativeGatewayIsStatic() {
    Results r = Results.of(S08.nativeGateway());
    assertEquals(List.of(""), r.candidates("vpn-gw", "10.60.0.0/16"));
    assertEquals(Learned.STATIC, r.held("vpn-gw", "10.60.0.0/16").first().learned());
    assertTrue(
        r.network().sessions().stream().noneMatch(s -> s.id().startsWith("vpn-native")),
        "a policy-based VPN carries no BGP");
    r.reaches("vnet", "net-x", PathKind.VPN);
    Results.of(S08.nativeGateway(), "vpn-native/tunnel-1").onlyReach();
  }

  /** As the sample shows it: IKEv2 to the native gateway never comes up, the appliance carries. */
  @Test
  void ikev2ToTheNativeGatewayStaysDown() {
    Results r = Results.of(S08.withRefusedTunnel());
    String because = Objects.requireNonNull(r.segment("vpn-native/tunnel-1").downBecause());
    assertTrue(because.contains("IKEv1"), because);
    assertTrue(r.says("vpn-native", "IKE"), r.analysis().findings().toString());
    r.reaches("vnet", "net-x", PathKind.VPN).goes("vnet", "net-x", "vnet vpn-gw nva net-x");
    Results.of(S08.withRefusedTunnel(), "nva").onlyReach();
  }

  // Findings

  /** “Native gateway to Azure Basic policy-based: single tunnel, no BGP (VPN-01/VPN-02).” */
  @Test
  void theOldGatewayAndTheBasicOneAreTold() {
    Results.of(S08.nativeGateway()).finds("VPN-02", Severity.WARNING, "native-gw", "vpn-native");
    Results.of(S08.withRefusedTunnel()).finds("VPN-02", Severity.WARNING, "native-gw");
    Results.of(Edits.set(S08.nativeGateway(), "vpn-native", "routing", Routing.BGP))
        .finds("VPN-01", Severity.ERROR, "vpn-gw");
    Results.of(S08.design()).findsNothingOf("VPN-01", "VPN-02");
  }

  // Edits

  /** BGP cannot run on Azure's Basic gateway (VPN-01). */
  @Test
  void basicCarriesNoBgp() {
    Design design = Edits.set(S08.design(), "vpn-gw", "sku", "Basic");
    Results r = Results.of(design);
    r.onlyReach();
    assertTrue(r.says("vpn-gw", "BGP"), r.analysis().findings().toString());
  }

  @Test
  void anApplianceThatSpeaksOnlyIkev1IsNoBetter() {
    Design design = Edits.set(S08.design(), "nva", "ikeVersions", Set.of(IkeVersion.IKEV1));
    Results.of(design).sessionDown("vpn-nva/tunnel-1").onlyReach();
  }

  @Test
  void staticRoutesOverTheApplianceServeToo() {
    Design design = Edits.set(S08.design(), "vpn-nva", "routing", Routing.STATIC);
    Results r = Results.of(design).reaches("vnet", "net-x", PathKind.VPN);
    assertEquals(Learned.STATIC, r.held("vpn-gw", "10.60.0.0/16").first().learned());
  }

  @Test
  void theAppliancesNumberStandsInThePath() {
    Results.of(Edits.set(S08.design(), "nva", "asn", Asn.of(65031)))
        .holds("vpn-gw", "10.60.0.0/16", "65031");
  }

  @Test
  void anApplianceOutsideTheNetworkReachesNothing() {
    Results.of(Edits.set(S08.design(), "nva", "parent", null)).onlyReach();
  }
}
