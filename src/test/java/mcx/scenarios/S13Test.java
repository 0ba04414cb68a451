package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Budget;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Intent.IntentKind;
import mcx.inet.Family;
import mcx.inet.PrefixRange;
import mcx.network.LimitBasis.Over;
import mcx.routing.Tripped;
import org.junit.jupiter.api.Test;

/** Global Reach joins two circuits, and no third behind them (ER-GR). */
class S13Test {

  private static final int STANDARD = 4000;

  @Test
  void neighboursInTheChainReachEachOther() {
    Results r =
        Results.of(S13.design())
            .noErrors()
            .reaches("a", "b", PathKind.CLOUD)
            .reaches("b", "c", PathKind.CLOUD)
            .isolated("a", "c")
            .onlyReach("a b", "b c", "a vnet", "b vnet");
    r.goes("a", "b", "a ce-a. er-a/.* er-b/.* ce-b. b");
    r.holds("ce-a1", "10.2.0.0/16", "12076 65012")
        .hasNoRoute("ce-a1", "10.3.0.0/16")
        .hasNoRoute("er-c/primary", "10.1.0.0/16");
  }

  /** Without an intent nobody said that A and C should reach each other: no finding. */
  @Test
  void theEndsOfTheChainAreTold() {
    Design expected = Edits.intent(S13.design(), IntentKind.REACH, "a", "c");
    Results.of(expected).finds("TRN-02", Severity.ERROR, "er-a", "er-c");
    assertTrue(
        Results.of(S13.design()).findings("TRN-02").stream()
            .noneMatch(f -> f.severity() == Severity.ERROR));
  }

  /** “If B were Standard, B-C refused.” */
  @Test
  void betweenAreasBothMustBePremium() {
    Results.of(S13.standardInTheMiddle())
        .finds("TRN-03", Severity.ERROR, "reach-b-c")
        .onlyReach("a b", "a vnet", "b vnet");
    Results.of(S13.design()).findsNothingOf("TRN-03");
  }

  /** “Throughput A-B limited to 500 Mbps.” */
  @Test
  void theSmallerCircuitIsTheBottleneck() {
    Fallback.Pair pair = Results.of(S13.design()).fallback("a", "b");
    assertEquals(500, Objects.requireNonNull(pair.nowFigures().capacity().mbps()));
    Fallback.Pair bc = Results.of(S13.design()).fallback("b", "c");
    assertEquals(1000, Objects.requireNonNull(bc.nowFigures().capacity().mbps()));
  }

  @Test
  void theMiddleCircuitLostTakesBothPairs() {
    Results.of(S13.design(), "er-b").onlyReach("a vnet");
    Results.of(S13.design(), "er-b-primary").onlyReach("a b", "b c", "a vnet", "b vnet");
  }

  /** “Prefix count into A's circuit <= 4,000 including B's prefixes.” */
  @Test
  void prefixesFromTheOtherCircuitCount() {
    assertEquals(2, joined(Results.of(S13.design()), "er-a").count());
    Results beyond =
        Results.of(
            Edits.set(
                S13.design(),
                "b",
                "networks",
                List.of(PrefixRange.of("10.64.0.0/24-10.79.159.0/24"))));
    Budget full = joined(beyond, "er-a");
    assertEquals(STANDARD + 1, full.count());
    assertEquals(STANDARD, full.max());
    assertEquals(Tripped.Aftermath.DOWN_WHILE_EXCEEDED, beyond.tripped("PFX-01").aftermath());
    beyond
        .finds("PFX-01", Severity.ERROR, "er-a")
        .sessionDown("er-a-primary", "er-a-secondary")
        .sessionUp("er-b-primary", "er-c-primary")
        .onlyReach("b c", "b vnet");
  }

  private static Budget joined(Results r, String circuit) {
    return r.analysis().budgets().stream()
        .filter(b -> b.holder().value().equals(circuit) && b.over() == Over.CONNECTION)
        .filter(b -> b.family() == Family.V4)
        .findFirst()
        .orElseThrow();
  }
}
