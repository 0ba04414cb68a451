package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.Fallback.Effect;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Overload;
import mcx.analysis.intent.IntentResult;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.StaticRoute;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

/** Where equally good ways share the traffic: what they carry, and what failures leave of them. */
class SharedTrafficTest {

  /** A site with one router that balances, and two circuits of different speeds. */
  private static Drawing twoCircuits() {
    return new Drawing("Two active circuits")
        .datacenter("dc", "Amsterdam", "10.10.0.0/16")
        .router("ce", "CE", "dc", 65010)
        .cloud("azure", "Azure West Europe", "azure")
        .gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", "ErGw3Az", null)
        .network("vnet", "Production", "azure", "10.20.0.0/16")
        .attachNetwork("vnet-er-gw", "vnet", "er-gw")
        .circuit("er-1", "ExpressRoute 1", "azure", "azure.expressroute", "Standard", 1000)
        .wire("er-1-primary", PRIMARY, "er-1", "ce")
        .wire("er-1-secondary", SECONDARY, "er-1", "ce")
        .attachCircuit("er-1-er-gw", "er-1", "er-gw")
        .circuit("er-2", "ExpressRoute 2", "azure", "azure.expressroute", "Standard", 500)
        .wire("er-2-primary", PRIMARY, "er-2", "ce")
        .wire("er-2-secondary", SECONDARY, "er-2", "ce")
        .attachCircuit("er-2-er-gw", "er-2", "er-gw");
  }

  private static Design balanced() {
    return Edits.set(twoCircuits().design(), "ce", "multipath", true);
  }

  private static Design expecting(Design design, int mbps, int survives) {
    Id id = Id.of("i-dc-vnet");
    Intent intent =
        new Intent(
            id,
            "",
            IntentKind.REACH,
            Id.of("dc"),
            Id.of("vnet"),
            false,
            survives,
            null,
            mbps,
            Set.of(),
            Set.of(),
            Set.of());
    TreeMap<Id, Intent> intents = new TreeMap<>(design.intents());
    intents.put(id, intent);
    return design.withIntents(intents);
  }

  private static Fallback.Pair pair(Design design) {
    return Results.of(design).fallback("dc", "vnet");
  }

  private static Fallback fallback(Design design) {
    return Analyzer.fallback(Results.of(design).analysis(), () -> false);
  }

  private static Fallback.Outcome outcome(Fallback.Pair pair, String failed) {
    return pair.outcomes().stream()
        .filter(o -> o.failed().equals(Id.of(failed)))
        .findFirst()
        .orElseThrow();
  }

  private static Capacity.Part part(Capacity capacity, String id) {
    return capacity.parts().stream()
        .filter(p -> p.id().equals(Id.of(id)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void waysTogetherCarryUntilOnePartIsFull() {
    Fallback.Pair pair = pair(balanced());
    for (Capacity capacity : List.of(pair.nowFigures().capacity(), pair.backFigures().capacity())) {
      // Half of the traffic takes each circuit, so the smaller is full when 1,000 Mbit/s come.
      assertEquals(1000, capacity.mbps());
      assertEquals(Id.of("er-2"), Objects.requireNonNull(capacity.bottleneck()).id());
      assertEquals(500, capacity.singleMbps());
      assertEquals(0.5, part(capacity, "er-1").share(), 1e-9);
      assertEquals(0.5, part(capacity, "er-2").share(), 1e-9);
      assertEquals(1, part(capacity, "er-gw").share(), 1e-9);
    }
    assertEquals(4, pair.now().ways());
    assertEquals(4, pair.back().ways());
    assertTrue(pair.returnFollows());
    assertFalse(pair.singlePoints().contains(Id.of("er-1")));
  }

  @Test
  void theGatewayThatAllWaysPassCountsInFull() {
    Design small = Edits.set(balanced(), "er-gw", "sku", "ErGw1Az");
    Design fast = Edits.set(small, "er-2", "bandwidthMbps", 1000);
    Capacity capacity = pair(fast).nowFigures().capacity();
    assertEquals(1000, capacity.mbps());
    assertEquals(Id.of("er-gw"), Objects.requireNonNull(capacity.bottleneck()).id());
  }

  @Test
  void whatIsLeftAfterAFailureIsTold() {
    Fallback.Pair pair = pair(balanced());
    Fallback.Outcome slow = outcome(pair, "er-2");
    assertEquals(Effect.FEWER_WAYS, slow.effect());
    assertEquals(2, slow.path().ways());
    assertEquals(1000, slow.pathFigures().capacity().mbps());
    assertEquals(500, outcome(pair, "er-1").pathFigures().capacity().mbps());
    Fallback.Outcome connection = outcome(pair, "er-2-secondary");
    assertEquals(Effect.FEWER_WAYS, connection.effect());
    assertEquals(3, connection.path().ways());
    // The circuit's one connection now takes a third, and the other circuit two thirds.
    assertEquals(1.0 / 3, part(connection.pathFigures().capacity(), "er-2").share(), 1e-9);
    assertEquals(1500, connection.pathFigures().capacity().mbps());
    assertNotNull(connection.detection(), "packets of the way that fails have to wait");
    assertEquals(Effect.LOST, Results.effect(pair, "er-gw"));
  }

  @Test
  void aDirectionThatSharesNothingHasItsOwnFigure() {
    Fallback.Pair pair = pair(twoCircuits().design());
    assertEquals(1, pair.now().ways());
    assertEquals(4, pair.back().ways());
    assertEquals(1000, pair.nowFigures().capacity().mbps());
    assertEquals(1000, pair.backFigures().capacity().mbps());
    assertFalse(pair.returnFollows());
    // What only some of the answers take is missed there only.
    Fallback.Outcome other = outcome(pair, "er-2");
    assertEquals(Effect.FEWER_WAYS, other.effect());
    assertTrue(other.path().runsAs(pair.now()));
    assertNull(other.detection());
    assertNotNull(other.backDetection());
  }

  @Test
  void demandIsSpreadOverTheWays() {
    Fallback even = fallback(expecting(balanced(), 900, 0));
    assertEquals(List.of(), even.overloads());
    Fallback more = fallback(expecting(balanced(), 1200, 0));
    Overload only = more.overloads().getFirst();
    assertEquals(1, more.overloads().size());
    assertEquals(Id.of("er-2"), only.part());
    assertEquals(600, only.demandMbps());
    assertEquals(500, only.capacityMbps());
    // With the larger circuit down all of it comes to the smaller.
    Overload then =
        more.ranking().stream()
            .filter(r -> r.failure().id().equals(Id.of("er-1")))
            .findFirst()
            .orElseThrow()
            .overloads()
            .getFirst();
    assertEquals(1200, then.demandMbps());
    assertEquals(600, then.before());
  }

  @Test
  void anIntentCountsWhatAllWaysCarry() {
    assertEquals(IntentResult.State.HOLDS, judged(expecting(balanced(), 1000, 0)).state());
    assertEquals(IntentResult.State.BROKEN, judged(expecting(balanced(), 1100, 0)).state());
    assertEquals(IntentResult.State.HOLDS, judged(expecting(balanced(), 500, 0)).state());
  }

  private static IntentResult judged(Design design) {
    return Analyzer.judge(Results.of(design).analysis(), () -> false).intents().getFirst();
  }

  /** A site behind two routers with a way each to another. */
  private static Drawing twoRouters() {
    return new Drawing("Two routers")
        .datacenter("dc", "Amsterdam", "10.10.0.0/16")
        .router("r1", "R1", "dc", 65010)
        .router("r2", "R2", "dc", 65010)
        .datacenter("far", "Berlin", "10.30.0.0/16")
        .router("r3", "R3", "far", 65030)
        .inner("r1-r3", "r1", "r3", "192.168.0.0/30")
        .inner("r2-r3", "r2", "r3", "192.168.0.4/30");
  }

  @Test
  void allWaysAreDrawn() {
    Design design = twoRouters().design();
    SitePath both = Results.of(design).path("dc", "far");
    assertEquals(2, both.ways());
    assertEquals(2, both.waysDrawn(8).size());
    assertEquals(1, both.waysDrawn(1).size());
    assertEquals(
        Set.of(Id.of("r1-r3"), Id.of("r2-r3")),
        Set.copyOf(both.allDrawn().stream().filter(id -> design.link(id) != null).toList()));
    assertTrue(both.runsAlong(Id.of("r1-r3")) && both.runsAlong(Id.of("r2-r3")));
  }

  /** Half of the site's packets go to a router that drops them. */
  @Test
  void whatIsLostOnOneOfTheWaysIsNotReached() {
    Prefix far = Prefix.of("10.30.0.0/16");
    Design design =
        Edits.set(
            Edits.set(
                twoRouters().design(),
                "r1",
                "staticRoutes",
                List.of(new StaticRoute(far, Id.of("r1-r3"), false))),
            "r2",
            "staticRoutes",
            List.of(new StaticRoute(far, null, false)));
    SitePath lost = Results.of(design).path("dc", "far");
    assertEquals(2, lost.ways());
    assertFalse(lost.reaches());
    assertEquals(
        "Equally good routes share the traffic, and some of it is lost: R2 discards traffic for"
            + " 10.30.0.0/16.",
        lost.reason());
  }

  @Test
  void nothingIsFoundThatIsNotThere() {
    List<Finding> found = Results.of(expecting(balanced(), 1000, 0)).analysis().findings();
    assertTrue(found.stream().noneMatch(f -> f.rule().equals("INTENT")), found.toString());
  }
}
