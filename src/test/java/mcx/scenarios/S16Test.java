package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.junit.jupiter.api.Test;

/**
 * Google Dedicated Interconnect at 99.99 % (GCP-DI, GCP-ADV). The scenario's cost of 233 between
 * the regions is an example inside 201 to 9999 (GCP-PRI): Google does not publish the costs, so the
 * program takes the least, 201, and says so. MED 301 stands here for the scenario's 333.
 */
class S16Test {

  private static final long BASE = 100;
  private static final long FAR = 301;

  /**
   * “RIB(DC1): 10.40.0.0/20 MED 100 via CR1, CR2 and MED 333 via CR3, CR4; 10.41.0.0/20 mirrored.”
   */
  @Test
  void eachRegionIsToldCheaperByItsOwnRouters() {
    Results r = Results.of(S16.design()).noErrors();
    assertEquals(List.of("64550", "64550", "64550"), r.candidates("ce1", S16.CENTRAL));
    for (String ce : List.of("ce1", "ce2")) {
      String near = ce.equals("ce1") ? "ic1-vlan" : "ic2-vlan";
      String far = ce.equals("ce1") ? "ic3-vlan" : "ic4-vlan";
      assertEquals(BASE, meds(r, ce, S16.CENTRAL).get(near));
      assertEquals(FAR, meds(r, ce, S16.CENTRAL).get(far));
      assertEquals(FAR, meds(r, ce, S16.WEST).get(near));
      assertEquals(BASE, meds(r, ce, S16.WEST).get(far));
      assertEquals(near, r.held(ce, S16.CENTRAL).first().via());
      assertEquals(far, r.held(ce, S16.WEST).first().via());
    }
    assertTrue(r.says("cr1", "cost"), "the assumed cost is told");
  }

  private static TreeMap<String, Long> meds(Results r, String node, String prefix) {
    RibEntry entry = r.held(node, prefix);
    TreeMap<String, Long> meds = new TreeMap<>();
    Stream.concat(entry.best().stream(), entry.lost().stream().map(RibEntry.Lost::route))
        .forEach(route -> meds.put(String.valueOf(route.via()), (long) route.med()));
    return meds;
  }

  /** “Path central -> DC1: CR1+CR2 ECMP; west -> DC1: CR3+CR4.” */
  @Test
  void eachRegionSharesItsOwnTwoLinks() {
    Results r = Results.of(S16.design()).findsNothingOf("RED-08", "PATH-08", "PATH-09");
    assertEquals(new TreeSet<>(List.of("cr1", "cr2")), routers(r, "central"));
    assertEquals(new TreeSet<>(List.of("cr3", "cr4")), routers(r, "west"));
    r.reaches("central", "dc1", PathKind.DIRECT).reaches("west", "dc1", PathKind.DIRECT);
  }

  /** The Cloud Routers whose routes a part of the network uses towards the datacenter. */
  private static TreeSet<String> routers(Results r, String network) {
    TreeSet<String> routers = new TreeSet<>();
    for (Route best : r.held(network, S16.SITE).best()) {
      routers.add(String.valueOf(best.via()).replaceAll(".*:(cr.)>.*", "$1"));
    }
    return routers;
  }

  @Test
  void aLinkLostLeavesItsTwinThenTheOtherMetro() {
    Results one = Results.of(S16.design(), "ic1-vlan");
    assertEquals(new TreeSet<>(List.of("cr2")), routers(one, "central"));
    one.reaches("central", "dc1", PathKind.DIRECT);
    Results metro = Results.of(S16.design(), "metro1");
    assertEquals(new TreeSet<>(List.of("cr3", "cr4")), routers(metro, "central"));
    assertEquals(FAR, metro.held("ce1", S16.CENTRAL).first().med());
    assertEquals(FAR - BASE, metro.held("central", S16.SITE).first().med());
    metro.reaches("central", "dc1", PathKind.DIRECT).reaches("west", "dc1", PathKind.DIRECT);
    Results.of(S16.design(), "ic1", "ic2", "ic3", "ic4")
        .isolated("central", "dc1")
        .isolated("west", "dc1");
    Fallback.Pair pair = Results.of(S16.design()).fallback("central", "dc1");
    assertEquals(Fallback.Effect.OTHER_PRIVATE, Results.effect(pair, "metro1"));
  }

  /** “Regional routing mode: metro1 loss isolates central, west subnets not offered (RED-08).” */
  @Test
  void regionallyEachMetroStandsAlone() {
    Results r = Results.of(S16.regional()).finds("RED-08", Severity.WARNING, "ic1", "ic3");
    assertEquals(BASE, meds(r, "ce1", S16.CENTRAL).get("ic1-vlan"));
    assertEquals(null, meds(r, "ce1", S16.CENTRAL).get("ic3-vlan"));
    assertEquals(null, meds(r, "ce1", S16.WEST).get("ic1-vlan"));
    Results.of(S16.regional(), "metro1")
        .isolated("central", "dc1")
        .reaches("west", "dc1", PathKind.DIRECT);
  }

  /** “Customer prepends only CR1's session -> no change across CR2 (PATH-08).” */
  @Test
  void aLongerPathIsNotComparedAcrossRouters() {
    Results r = Results.of(S16.prepended()).finds("PATH-08", Severity.WARNING, "ic1");
    assertEquals(new TreeSet<>(List.of("cr1", "cr2")), routers(r, "central"));
  }

  /** “Priority 201 on CR1 -> PATH-09.” */
  @Test
  void aPriorityAsHighAsACostIsTold() {
    Results r = Results.of(S16.priority(201)).finds("PATH-09", Severity.WARNING, "ic1-vlan");
    assertEquals(201, meds(r, "ce1", S16.CENTRAL).get("ic1-vlan"));
    Results.of(S16.priority(200)).findsNothingOf("PATH-09");
  }
}
