package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.regex.Pattern;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.design.Design;
import mcx.design.Id;
import mcx.export.RoutesText;
import mcx.export.TextReport;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import org.junit.jupiter.api.Test;

/** What reports say of the samples, read as an architect reads it. */
class ReportWordsTest {

  private static String text(Design design) {
    Analysis analysis = Results.of(design).analysis();
    return TextReport.of(analysis, Analyzer.fallback(analysis, () -> false));
  }

  @Test
  void sessionsThatWereDrawnComeBeforeThoseInsideClouds() {
    String text = text(S01.design());
    int inside = text.indexOf("Inside the clouds");
    assertTrue(inside > 0, text);
    assertTrue(text.indexOf("(er-primary)") < inside);
    assertTrue(text.indexOf("(pi2-vlan)") < inside);
    assertTrue(text.indexOf("(er-er-gw/primary)") > inside);
    assertTrue(text.indexOf("(dx-dxgw/primary)") > inside);
  }

  @Test
  void nobodySaysThatARouteIsNotHandedBackToTheLinkItCameBy() {
    Results r = Results.of(S01.design());
    assertEquals(
        1, r.flow("er-er-gw/secondary", "er-gw").routes().size(), "the virtual network's only");
    // From one circuit to another it is worth a word.
    assertEquals(
        Advertisement.Outcome.WITHHELD_POLICY,
        Results.of(S05.design()).told("er-dc1-gw/primary", "er-gw", "10.50.0.0/16").outcome());
  }

  @Test
  void countsHaveTheirUnit() {
    assertTrue(text(S01.design()).contains("accepted 3 of at most 4000 IPv4 prefixes\n"));
  }

  @Test
  void theWordCloudStandsOnce() {
    assertFalse(text(S01.design()).contains("Cloud Cloud"));
    assertTrue(text(S01.design()).contains("Google Cloud Router"));
  }

  @Test
  void sourcesAreSpeltOut() {
    assertTrue(
        Pattern.compile("ER-FAQ +ExpressRoute FAQ").matcher(text(S05.design())).find(),
        text(S05.design()));
    assertTrue(text(S08.sample().design()).contains("Connecting Azure with public clouds"));
    assertTrue(text(S06.design()).contains("\n  AWS-VTUN  "), "where times come from");
    assertFalse(text(Design.EMPTY).contains("\nSources"));
  }

  @Test
  void everyReasonIsASentence() {
    for (Design design : new Design[] {S01.design(), S02.design(), S05.design(), S09.design()}) {
      for (var flow : Results.of(design).analysis().advertisements()) {
        for (Advertisement a : flow.routes()) {
          assertTrue(a.reason().isEmpty() || a.reason().endsWith("."), a.reason());
        }
      }
    }
  }

  @Test
  void distancesAreThoseThatARouterShows() {
    Analysis analysis = Results.of(S01.design()).analysis();
    String table = RoutesText.of(analysis, java.util.List.of(VrfId.of("ce1")));
    assertTrue(table.contains("administrative distance 200 > 5"), table);
  }

  /** VPN-HA: the standby instance takes over, so the active one is no single point. */
  @Test
  void anActiveStandbyGatewayOutlivesItsInstance() {
    Fallback.Pair pair = Results.of(S08.design()).fallback("net-x", "vnet");
    assertTrue(pair.singlePoints().contains(Id.of("vpn-gw")));
    assertTrue(
        pair.singlePoints().stream().noneMatch(i -> i.value().contains("instance")),
        pair.singlePoints()::toString);
  }

  @Test
  void anActiveActiveGatewaysInstancesFailAlone() {
    Fallback.Pair pair = Results.of(S06.design()).fallback("vnet", "vpc");
    assertEquals(Fallback.Effect.OTHER_TUNNEL, Results.effect(pair, "vpn-gw/instance-0"));
  }

  @Test
  void theTunnelInUseIsNamedAndAnotherTakesOver() {
    Results r = Results.of(S06.design());
    assertTrue(
        r.path("vnet", "vpc").steps().contains("Connection 1, tunnel 1"),
        r.path("vnet", "vpc").steps()::toString);
    Fallback.Pair pair = r.fallback("vnet", "vpc");
    // Azure shares its traffic over all four tunnels, and AWS answers by the first.
    assertEquals(4, pair.now().ways());
    assertEquals(1, pair.back().ways());
    assertEquals(Fallback.Effect.OTHER_TUNNEL, Results.effect(pair, "vpn-1/tunnel-1"));
    assertEquals(Fallback.Effect.FEWER_WAYS, Results.effect(pair, "vpn-2/tunnel-4"));
    var then =
        pair.outcomes().stream().filter(o -> o.failed().value().equals("vpn-1/tunnel-1")).findAny();
    assertFalse(
        Objects.requireNonNull(then.orElseThrow())
            .path()
            .steps()
            .contains("Connection 1, tunnel 1"));
  }
}
