package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.junit.jupiter.api.Test;

/**
 * VPN as backup of ExpressRoute, after Microsoft's lab. “RIB(on-prem)” is the customer's router;
 * “RIB(Azure)” the hub's effective routes, where Microsoft's output shows the weights.
 */
class S09Test {

  @Test
  void theCustomerPrefersExpressRoute() {
    Results r = Results.of(S09.design()).noErrors();
    for (String prefix : List.of("10.17.11.0/25", "10.17.11.128/26")) {
      RibEntry entry = r.held("ce", prefix);
      for (Route best : entry.best()) {
        assertEquals(AsPath.of(12076), best.asPath());
        assertEquals(150, best.localPreference());
      }
      List<RibEntry.Lost> vpn =
          entry.lost().stream().filter(l -> l.route().asPath().equals(AsPath.of(65515))).toList();
      assertEquals(2, vpn.size(), "one backup over each tunnel");
      for (RibEntry.Lost lost : vpn) {
        assertEquals(100, lost.route().localPreference());
        assertTrue(lost.step().contains("local preference"), lost.step());
      }
    }
    r.reaches("dc", "hub", PathKind.DIRECT).reaches("dc", "spoke", PathKind.DIRECT);
  }

  @Test
  void azurePrefersExpressRouteByWeight() {
    RibEntry entry = Results.of(S09.design()).held("hub", "10.1.11.0/25");
    for (Route best : entry.best()) {
      assertEquals(32769, best.weight());
      assertEquals(AsPath.of(12076, 65020), best.asPath());
    }
    Route backup = entry.lost().getFirst().route();
    assertEquals(32768, backup.weight());
    assertEquals(AsPath.of(65020), backup.asPath());
    assertTrue(entry.lost().getFirst().step().contains("weight"));
  }

  @Test
  void primaryLostUsesTheSecondaryAndNoVpn() {
    Results.of(S09.design(), "er-primary")
        .reaches("dc", "hub", PathKind.DIRECT)
        .goes("dc", "hub", "dc ce er/secondary er-gw hub")
        .goes("hub", "dc", "hub er-gw er/secondary ce dc");
  }

  @Test
  void circuitLostUsesTheVpnBothWays() {
    for (String failed : List.of("er", "metro", "er-gw")) {
      Results.of(S09.design(), failed)
          .reaches("dc", "hub", PathKind.VPN)
          .reaches("dc", "spoke", PathKind.VPN)
          .goes("dc", "hub", "dc ce vpn-gw hub")
          .goes("hub", "dc", "hub vpn-gw ce dc")
          .holds("ce", "10.17.11.0/25", "65515");
    }
  }

  @Test
  void vpnGatewayLostDoesNotTouchExpressRoute() {
    for (String failed : List.of("vpn-gw", "vpn", "internet", "ce-internet")) {
      Results.of(S09.design(), failed)
          .reaches("dc", "hub", PathKind.DIRECT)
          .reaches("dc", "spoke", PathKind.DIRECT);
    }
    Results.of(S09.design(), "er", "vpn-gw").onlyReach("hub spoke");
  }

  @Test
  void theFallbackTableShowsTheVpn() {
    Fallback.Pair pair = Results.of(S09.design()).fallback("dc", "hub");
    assertTrue(pair.fallsBackToVpn());
    assertEquals(Fallback.Effect.VPN, Results.effect(pair, "er"));
    assertEquals(Fallback.Effect.OTHER_PRIVATE, Results.effect(pair, "er-primary"));
    assertEquals(Fallback.Effect.LOST, Results.effect(pair, "ce"));
    assertFalse(pair.singlePoints().toString().contains("er"), pair.singlePoints().toString());
  }

  /**
   * Variant without local preference: equal preference and equally long paths, so that a later step
   * of BGP decides, and may send the return traffic into the VPN (PATH-02).
   */
  @Test
  void variantWithoutLocalPreferenceIsDecidedLate() {
    RibEntry entry = Results.of(S09.noLocalPreference()).held("ce", "10.17.11.0/25");
    for (RibEntry.Lost lost : entry.lost()) {
      assertEquals(100, lost.route().localPreference());
      assertEquals(1, lost.route().asPath().length());
      assertFalse(lost.step().contains("local preference"), lost.step());
      assertFalse(lost.step().contains("AS path"), lost.step());
    }
    assertEquals(4, entry.best().size() + entry.lost().size());
    // Azure does not depend on it: its weight still prefers ExpressRoute.
    Results.of(S09.noLocalPreference()).goes("hub", "dc", "hub er-gw er/.* ce dc");
  }

  // Findings

  /** “No local-pref on-prem -> possible VPN return: PATH-02.” */
  @Test
  void theMissingPreferenceIsTold() {
    Results.of(S09.noLocalPreference()).finds("PATH-02", Severity.WARNING, "ce", "vpn");
    Results.of(S09.design()).findsNothingOf("PATH-01", "PATH-02", "BKP-02", "BKP-03");
    Results.of(S09.design()).finds("BKP-06", Severity.INFO, "er");
  }

  // Edits

  /** A more specific prefix over VPN beats ExpressRoute, whatever the preference (PATH-01). */
  @Test
  void aMoreSpecificPrefixOverVpnWins() {
    Design design = S09.design();
    var router = (Router) design.elements().get(Id.of("ce"));
    design =
        design.with(Components.with(router, "networks", List.of(PrefixRange.of("10.1.11.0/26"))));
    for (String er : List.of("er-primary", "er-secondary")) {
      design =
          Edits.sessionB(
              design, er, "exportPolicy", RoutePolicy.only(List.of(Prefix.of("10.1.11.0/25"))));
    }
    Results r = Results.of(design);
    assertEquals(32768, r.held("hub", "10.1.11.0/26").first().weight());
    assertEquals(32769, r.held("hub", "10.1.11.0/25").first().weight());
  }

  @Test
  void withoutTheVpnNothingIsLeftWhenTheCircuitFails() {
    Results.of(Edits.without(S09.design(), "vpn"), "er").onlyReach("hub spoke");
  }

  @Test
  void aSpokeThatDoesNotUseTheHubsGatewaysIsNotAdvertised() {
    Design design = Edits.set(S09.design(), "hub-spoke", "remoteGateway", false);
    Results.of(design).hasNoRoute("ce", "10.17.11.128/26").onlyReach("dc hub", "hub spoke");
  }

  @Test
  void preferringVpnOnPremisesMakesThePathsAsymmetric() {
    Design design = S09.design();
    for (String er : List.of("er-primary", "er-secondary")) {
      design = Edits.sessionB(design, er, "importPolicy", RoutePolicy.localPreference(50));
    }
    Results.of(design)
        .goes("dc", "hub", "dc ce vpn-gw hub")
        .goes("hub", "dc", "hub er-gw er/.* ce dc");
  }
}
