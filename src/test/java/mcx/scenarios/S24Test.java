package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import org.junit.jupiter.api.Test;

/**
 * Overlapping ranges over VPN (VPN-FAQ, VPN-AWS). The program knows whether a gateway translates,
 * not into what: it does not follow translated packets.
 */
class S24Test {

  /** “Without NAT -> ADR-01, local route wins both sides.” */
  @Test
  void insideEachTheOwnNetworkWins() {
    Results r = Results.of(S24.design()).finds("ADR-01", Severity.ERROR, "vnet", "vpc");
    for (String network : new String[] {"vnet", "vpc"}) {
      r.holds(network, S24.BOTH, "");
      assertEquals(1, r.held(network, S24.BOTH).best().size());
    }
    r.isolated("vnet", "vpc").findsNothingOf("ADR-02");
  }

  /** “AWS inside tunnel is 169.254, which Azure cannot combine with NAT -> ADR-02.” */
  @Test
  void translationDoesNotGoWithAwsTunnels() {
    Results.of(S24.translatedWithBgp()).finds("ADR-02", Severity.ERROR, "vpn-gw");
  }

  /** “Outcome: static routes (S2S without BGP), an NVA, or renumbering.” */
  @Test
  void routesByHandOrNewNumbersAreTheWayOut() {
    Results.of(S24.translatedByHand()).findsNothingOf("ADR-02");
    Results.of(S24.renumbered())
        .findsNothingOf("ADR-01", "ADR-02")
        .noErrors()
        .reaches("vnet", "vpc", PathKind.VPN);
  }

  /** “With VpnGw1 -> ADR-02 also.” */
  @Test
  void aSmallGatewayDoesNotTranslate() {
    Results.of(S24.tooSmall()).finds("ADR-02", Severity.ERROR, "vpn-gw");
  }
}
