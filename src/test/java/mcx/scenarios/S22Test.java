package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Setting;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.routing.Tripped.Aftermath;
import org.junit.jupiter.api.Test;

/** Azure sends 1,000 prefixes over a circuit, and beyond that the connection is down (ER-FAQ). */
class S22Test {

  /** “5 + 499*2 = 1,003 > 1,000 -> circuit connection down for hub and all spokes, PFX-02.” */
  @Test
  void beyondTheLimitTheConnectionIsDown() {
    Results r = Results.of(S22.design(499)).finds("PFX-02", Severity.ERROR, "er-gw");
    assertEquals(1003, r.tripped("PFX-02").count());
    assertEquals(Aftermath.DOWN_WHILE_EXCEEDED, r.tripped("PFX-02").aftermath());
    r.hasNoRoute("ce1", "10.0.0.0/16", "10.64.2.0/24").hasNoRoute("hub", "192.168.0.0/16");
    for (String network : new String[] {"hub", "spoke-1", "spoke-499"}) {
      r.isolated("dc1", network);
    }
    r.reaches("hub", "spoke-1", PathKind.INSIDE);
  }

  /** “Lowering spokes to 497: 999 -> up”, with a warning as from 800 on. */
  @Test
  void withinTheLimitItIsUpAndTold() {
    Results r = Results.of(S22.design(497)).findsNothingOf("PFX-02");
    r.finds("PFX-03", Severity.WARNING, "er-gw");
    assertEquals(999, sent(r).count());
    assertEquals(1000, sent(r).max());
    r.holds("ce1", "10.67.227.0/24", "12076")
        .reaches("dc1", "hub", PathKind.DIRECT)
        .reaches("dc1", "spoke-497", PathKind.DIRECT);
  }

  /** “Warning from 800 (PFX-03).” */
  @Test
  void theWarningBeginsAtEightHundred() {
    Results below = Results.of(S22.design(397)).findsNothingOf("PFX-02", "PFX-03");
    assertEquals(799, sent(below).count());
    Results above = Results.of(S22.design(398)).finds("PFX-03", Severity.WARNING, "er-gw");
    assertEquals(801, sent(above).count());
  }

  /** “Setting summarizedGatewayPrefixes or re-planning to <= 1,000 restores it.” */
  @Test
  void summariesRestoreIt() {
    Design summarised =
        Edits.setting(
            S22.design(499),
            "er-gw",
            Setting.SUMMARIZED_GATEWAY_PREFIXES,
            List.of(Prefix.of("10.64.0.0/14")));
    Results r = Results.of(summarised).findsNothingOf("PFX-02", "PFX-03");
    assertEquals(6, sent(r).count(), "five of the hub, and the summary");
    r.holds("ce1", "10.64.0.0/14", "12076")
        .holds("ce1", "10.4.0.0/16", "12076")
        .hasNoRoute("ce1", "10.64.2.0/24")
        .hasNoRoute("hub", "10.64.0.0/14")
        .hasNoRoute("spoke-1", "10.64.0.0/14")
        .reaches("dc1", "hub", PathKind.DIRECT)
        .reaches("dc1", "spoke-499", PathKind.DIRECT);
    assertEquals(List.of(), r.analysis().solution().tripped());
  }

  @Test
  void largerSpacesRestoreIt() {
    assertTrue(
        Results.of(S22.design(499)).findings("PFX-02").getFirst().remedies().stream()
            .anyMatch(remedy -> remedy.contains("summarizedGatewayPrefixes")));
    Results r = Results.of(S22.replanned(499)).findsNothingOf("PFX-02", "PFX-03");
    assertEquals(504, sent(r).count());
    r.reaches("dc1", "hub", PathKind.DIRECT).reaches("dc1", "spoke-499", PathKind.DIRECT);
    assertEquals(List.of(), r.analysis().solution().tripped());
  }

  private static Budget sent(Results r) {
    return r.analysis().budgets().stream()
        .filter(b -> b.rule().equals("PFX-02") && b.family() == Family.V4)
        .findFirst()
        .orElseThrow();
  }
}
