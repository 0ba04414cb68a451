package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.RoutePolicy;
import mcx.design.Setting;
import mcx.routing.Route;
import org.junit.jupiter.api.Test;

/** Two peering locations, and three techniques to prefer one (ER-DR). */
class S11Test {

  private static final String VIA_FIRST = "er1/(primary|secondary)";

  /**
   * Variant 0: “ECMP Azure->on-prem; asymmetric risk (PATH-03)”. By the condition of PATH-03 in
   * rules.md that is a finding only where one direction is steered; where nothing is, it speaks
   * once a router is said not to bear asymmetry.
   */
  @Test
  void equalCircuitsShareTheTraffic() {
    Results r = Results.of(S11.design()).noErrors().reaches("dc", "vnet", PathKind.DIRECT);
    TreeSet<String> from = new TreeSet<>();
    for (Route best : r.held("er-gw", S11.WHOLE).best()) {
      from.add(Objects.requireNonNull(best.via()).replaceAll("-er-gw.*", ""));
      assertEquals("12076 65020", best.asPath().toString());
    }
    assertEquals(new TreeSet<>(List.of("er1", "er2")), from);
    r.findsNothingOf("PATH-03", "RED-03", "PATH-04");
    Results.of(Edits.setting(S11.design(), "ce1", Setting.SYMMETRIC_ONLY, true))
        .finds("PATH-03", Severity.WARNING, "er1", "er2");
  }

  /** Variant a: “all on ER1”, with “2 of 4,000” used. */
  @Test
  void moreSpecificPrefixesDrawTheTraffic() {
    Results r = Results.of(S11.moreSpecific()).noErrors();
    for (String msee : List.of("er1/primary", "er1/secondary")) {
      r.holds(msee, S11.LOWER, "65020").holds(msee, S11.UPPER, "65020").hasNoRoute(msee, S11.WHOLE);
    }
    r.holds("er2/primary", S11.WHOLE, "65020").hasNoRoute("er2/primary", S11.LOWER, S11.UPPER);
    firstBothWays(r);
    var flow = r.flow("er1-primary", "ce1");
    assertEquals(2, flow.acceptedV4());
    assertEquals(4000, Objects.requireNonNull(flow.limitV4()).max());
    assertEquals(List.of(), r.analysis().solution().tripped());
  }

  /** Variant b: “ER1 even if ER2's AS path is shorter”. */
  @Test
  void theHeavierConnectionWinsBeforeThePath() {
    for (Design design :
        List.of(S11.weighted(), S11.sendingFirst(S11.weighted(), RoutePolicy.prepend(3)))) {
      Results r = Results.of(design).noErrors();
      r.goes("vnet", "dc", "vnet er-gw " + VIA_FIRST + " ce. dc");
      assertTrue(r.held("er-gw", S11.WHOLE).lost().getFirst().step().contains("weight"));
      r.finds("PATH-04", Severity.INFO, "er-gw");
    }
    firstBothWays(Results.of(S11.weighted()));
  }

  /** Variant c: “ER2 prepended [65020 65020 65020] -> ER1”. */
  @Test
  void theLongerPathLoses() {
    Results r = Results.of(S11.prepended()).noErrors();
    r.holds("er2/primary", S11.WHOLE, "65020 65020 65020")
        .holds("er1/primary", S11.WHOLE, "65020")
        .holds("er-gw", S11.WHOLE, "12076 65020");
    firstBothWays(r);
  }

  /** “On-prem matches with local-pref 150 on ER1”: without it the ways differ (PATH-03). */
  @Test
  void withoutLocalPreferenceTheWaysMayDiffer() {
    Results.of(S11.unmatchedPrepend())
        .goes("vnet", "dc", "vnet er-gw " + VIA_FIRST + " ce. dc")
        .finds("PATH-03", Severity.WARNING, "er1", "er2");
  }

  private static void firstBothWays(Results r) {
    r.goes("vnet", "dc", "vnet er-gw " + VIA_FIRST + " ce. dc")
        .goes("dc", "vnet", "dc (ce1 er1/primary|ce2 er1/secondary) er-gw vnet")
        .findsNothingOf("PATH-03");
  }

  @Test
  void failuresGoToTheSecondaryThenToTheOtherCity() {
    for (Design design : List.of(S11.moreSpecific(), S11.weighted(), S11.prepended())) {
      Results.of(design, "er1-primary")
          .goes("vnet", "dc", "vnet er-gw er1/secondary ce2 dc")
          .goes("dc", "vnet", "dc (ce1 )?ce2 er1/secondary er-gw vnet");
      Results.of(design, "er1")
          .reaches("dc", "vnet", PathKind.DIRECT)
          .goes("vnet", "dc", "vnet er-gw er2/.* ce. dc")
          .goes("dc", "vnet", "dc ce. er2/.* er-gw vnet");
      Results.of(design, "washington").goes("vnet", "dc", "vnet er-gw er2/.* ce. dc");
      Results.of(design, "er1", "er2").onlyReach();
      Fallback.Pair pair = Results.of(design).fallback("dc", "vnet");
      assertEquals(Fallback.Effect.OTHER_PRIVATE, Results.effect(pair, "er1"));
      assertEquals(Fallback.Effect.OTHER_PRIVATE, Results.effect(pair, "er1-primary"));
      assertTrue(!pair.fallsBackToVpn(), "no VPN is drawn");
    }
  }

  /** “Variant a with ER1 down: /24 on ER2 used.” */
  @Test
  void theWholeRangeIsLeftWhenTheHalvesGo() {
    Results.of(S11.moreSpecific(), "er1")
        .hasNoRoute("er-gw", S11.LOWER, S11.UPPER)
        .holds("er-gw", S11.WHOLE, "12076 65020");
  }
}
