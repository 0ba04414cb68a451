package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.analysis.fallback.Detection.Mechanism;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import org.junit.jupiter.api.Test;

/**
 * AWS Direct Connect with a VPN behind it (AWS-VPN, AWS-TGW). What AWS chooses is the way from the
 * VPC; the customer's router is set to choose the same.
 */
class S15Test {

  private static final Map<String, Design> DIRECT_CONNECT_FIRST =
      Map.of("vgw", S15.vgw(), "static vgw", S15.vgwStatic(), "tgw", S15.tgw());

  private static final String DX = "vpc (vgw|tgw dxgw) dx/primary ce dc1";
  private static final String VPN = "vpc (vgw|tgw) ce dc1";

  @Test
  void directConnectCarriesBothWaysAndTheVpnTakesOver() {
    DIRECT_CONNECT_FIRST.forEach(
        (what, design) -> {
          Results.of(design)
              .noErrors()
              .findsNothingOf("PATH-02", "PATH-06")
              .reaches("dc1", "vpc", PathKind.DIRECT)
              .goes("vpc", "dc1", DX);
          for (String failed : List.of("dx", "dx-vif")) {
            Results.of(design, failed).reaches("dc1", "vpc", PathKind.VPN).goes("vpc", "dc1", VPN);
          }
          Results.of(design, "vpn").reaches("dc1", "vpc", PathKind.DIRECT);
          Results.of(design, "dx", "vpn").onlyReach();
          Fallback.Pair pair = Results.of(design).fallback("dc1", "vpc");
          assertTrue(pair.fallsBackToVpn(), what);
          assertEquals(Fallback.Effect.VPN, Results.effect(pair, "dx"));
        });
  }

  /** “VPN within BGP/BFD time”: the hold time, as the customer's router runs no BFD here. */
  @Test
  void theVpnTakesOverWithinTheTimeOfBgp() {
    Fallback.Outcome lost =
        Results.of(S15.vgw()).fallback("dc1", "vpc").outcomes().stream()
            .filter(o -> o.failed().value().equals("dx"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        List.of(Mechanism.HOLD_TIMER, Mechanism.LINK_DOWN, Mechanism.BFD)
            .contains(Objects.requireNonNull(lost.slowest()).mechanism()));
  }

  /** “DX (DX BGP above static VPN)”. */
  @Test
  void aVgwPrefersDirectConnectToStaticVpn() {
    Results r = Results.of(S15.vgwStatic()).finds("PATH-05", Severity.INFO, "vgw");
    assertEquals("dx-vgw/primary", r.held("vgw", S15.SITE).first().via());
  }

  /** “TGW, DXGW + static VPN route: VPN always (PATH-06)”. */
  @Test
  void aTransitGatewayPrefersTheStaticVpn() {
    Results r = Results.of(S15.tgwStatic()).finds("PATH-06", Severity.ERROR, "tgw", "vpn");
    r.goes("vpc", "dc1", "vpc tgw ce dc1");
    assertEquals(PathKind.VPN, r.path("vpc", "dc1").kind());
    assertEquals(PathKind.VPN, Results.of(S15.tgwStatic(), "dx").path("vpc", "dc1").kind());
  }

  /** “Any, VPN advertises 10.10.0.0/17: VPN for that half.” */
  @Test
  void aMoreSpecificPrefixGoesByVpn() {
    for (Design design : List.of(S15.vgw(), S15.vgwStatic(), S15.tgw())) {
      Results r = Results.of(S15.half(design));
      String gateway = design.element(Id.of("tgw")) == null ? "vgw" : "tgw";
      assertTrue(r.held(gateway, S15.HALF).first().via().startsWith("vpn/"));
      assertTrue(r.held(gateway, S15.SITE).first().via().startsWith("dx"), gateway);
      Results.of(S15.half(design), "dx").reaches("dc1", "vpc", PathKind.VPN);
    }
    Results.of(S15.half(S15.vgw())).finds("PATH-01", Severity.ERROR, "vpn");
  }

  /** “VGW VPN limited to one tunnel (PATH-19).” */
  @Test
  void aVgwUsesOneTunnelOfAll() {
    Results r = Results.of(S15.twoVpns()).finds("PATH-19", Severity.INFO, "vgw");
    assertEquals(1, r.held("vgw", S15.SITE).best().size());
    assertEquals(3, r.held("vgw", S15.SITE).lost().size());
  }

  /** “VPN MTU 1446 vs private VIF 9001 (MTU-01, BKP-08).” */
  @Test
  void jumboFramesDoNotPassTheVpn() {
    Results.of(S15.jumbo(S15.vgw(), 9001))
        .finds("BKP-08", Severity.WARNING, "vpn")
        .finds("MTU-01", Severity.WARNING, "vpc");
    Results.of(S15.jumbo(S15.vgw(), 1500)).findsNothingOf("BKP-08");
  }
}
