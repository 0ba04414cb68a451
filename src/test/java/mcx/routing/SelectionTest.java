package mcx.routing;

import static mcx.routing.Look.lost;
import static mcx.routing.Look.via;
import static mcx.routing.Nets.always;
import static mcx.routing.Nets.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy;
import mcx.network.Policy.Learned;
import mcx.network.Session;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import mcx.routing.Route.OriginCode;
import org.junit.jupiter.api.Test;

/** Which route wins, and by what. */
class SelectionTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  /** The case of the lab: AS 65001 with MED 100 and 10, AS 65002 with MED 1. */
  @Test
  void medCountsAmongRoutesFromOneNeighboringAs() {
    assertEquals("B-R", via(threeNeighbors(Vrf.BGP_DECISION), "R", "10.0.0.0/8"));
    assertEquals(
        List.of("router id 10.255.0.3 > 10.255.0.2", "MED 100 > 10 (both from AS 65001)"),
        lost(threeNeighbors(Vrf.BGP_DECISION), "R", "10.0.0.0/8"));
    List<Key> always =
        Vrf.BGP_DECISION.stream().map(k -> k == Key.MED ? Key.ALWAYS_MED : k).toList();
    assertEquals("C-R", via(threeNeighbors(always), "R", "10.0.0.0/8"));
  }

  private static Solution threeNeighbors(List<Key> keys) {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.0.0.0/8");
    nets.router("B", 65001).holds("10.0.0.0/8");
    nets.router("C", 65002).holds("10.0.0.0/8");
    nets.router("R", 65009).select(keys.toArray(new Key[0]));
    nets.session("A", "R", med(100), AS_IS);
    nets.session("B", "R", med(10), AS_IS);
    nets.session("C", "R", med(1), AS_IS);
    return nets.solve();
  }

  private static UnaryOperator<Session.End> med(long value) {
    return end("exportPolicy", always(Nets.med(value)));
  }

  private static UnaryOperator<Session.End> imports(Policy.Change change) {
    return end("importPolicy", always(change));
  }

  @Test
  void eachStepDecidesInTurn() {
    Policy.Change heavy = Policy.Change.weight(10);
    Policy.Change preferred = Policy.Change.localPreference(150);
    assertEquals(List.of("weight 0 < 10"), two(imports(heavy), imports(preferred)));
    assertEquals(List.of("local preference 100 < 150"), two(imports(preferred), AS_IS));
    assertEquals(List.of("AS path length 3 > 1"), two(AS_IS, imports(Nets.prepend(2))));
    assertEquals(List.of("router id 10.255.0.2 > 10.255.0.1"), two(AS_IS, AS_IS));
  }

  /** Why the route by the second of two like neighbours lost. */
  private static List<String> two(
      UnaryOperator<Session.End> first, UnaryOperator<Session.End> second) {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.0.0.0/8");
    nets.router("B", 65002).holds("10.0.0.0/8");
    nets.router("R", 65009);
    nets.session("A", "R", AS_IS, first).session("B", "R", AS_IS, second);
    Solution s = nets.solve();
    assertEquals("A-R", via(s, "R", "10.0.0.0/8"));
    return lost(s, "R", "10.0.0.0/8");
  }

  @Test
  void outerRoutesGoBeforeInnerOnesAndNearExitsBeforeFar() {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.0.0.0/8");
    nets.router("R1", 65001);
    nets.router("R2", 65001);
    nets.router("R3", 65001);
    UnaryOperator<Session.End> self = end("nextHopSelf", true);
    nets.session("X", "R1").session("X", "R2");
    nets.wire("R1", "R3", 30).wire("R2", "R3", 20).wire("R1", "R2", 5);
    nets.inner("R1", "R3", self, self).inner("R2", "R3", self, self).inner("R1", "R2", self, self);
    Solution s = nets.solve();
    assertEquals("X-R1", via(s, "R1", "10.0.0.0/8"));
    assertEquals(
        List.of("learned inside the AS, where the other came from outside"),
        lost(s, "R1", "10.0.0.0/8"));
    assertEquals("R2~R3", via(s, "R3", "10.0.0.0/8"));
    assertEquals(List.of("cost to the next hop 25 > 20"), lost(s, "R3", "10.0.0.0/8"));
  }

  /** As on FRR and BIRD: an address on a network of one's own costs nothing to reach. */
  @Test
  void nextHopAtTheOtherEndOfTheWireCostsNothing() {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.0.0.0/8");
    nets.router("Y", 65008).holds("10.0.0.0/8");
    nets.router("A", 65001);
    nets.router("B", 65001);
    nets.router("R", 65001);
    UnaryOperator<Session.End> self = end("nextHopSelf", true);
    nets.session("X", "A").session("Y", "B");
    nets.wire("R", "A", 10).wire("R", "B", 5);
    nets.sessionOver("ra", "R", "A", "R-A", AS_IS, self);
    nets.sessionOver("rb", "R", "B", "R-B", AS_IS, self);
    Solution s = nets.solve();
    assertEquals("ra", via(s, "R", "10.0.0.0/8"));
    assertEquals(List.of("router id 10.255.0.4 > 10.255.0.3"), lost(s, "R", "10.0.0.0/8"));
  }

  /** As on FRR and BIRD: inside, a route by hand is told with the next hop that it has. */
  @Test
  void nextHopOfARouteByHandIsToldInside() {
    for (boolean self : new boolean[] {false, true}) {
      Nets nets = new Nets();
      nets.router("S", 0).holds("10.2.0.0/16");
      nets.router("R", 65001)
          .statics(new Vrf.StaticRoute(Prefix.of("10.2.0.0/16"), VrfId.of("S"), "R-S", 1, true));
      nets.router("A", 65001);
      nets.wire("R", "S", 0).wire("R", "A", 10);
      nets.inner("R", "A", end("nextHopSelf", self), AS_IS);
      assertEquals(self ? "R~A" : "-", via(nets.solve(), "A", "10.2.0.0/16"));
    }
  }

  @Test
  void innerRouteWithHigherPreferenceBeatsOuterOneInSpiteOfItsDistance() {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.0.0.0/8");
    nets.router("R1", 65001);
    nets.router("R2", 65001);
    nets.session("X", "R1", AS_IS, imports(Policy.Change.localPreference(200)));
    nets.session("X", "R2");
    nets.wire("R1", "R2", 5).inner("R1", "R2", end("nextHopSelf", true), AS_IS);
    assertEquals("R1~R2", via(nets.solve(), "R2", "10.0.0.0/8"));
  }

  @Test
  void equallyGoodRoutesShareWhereTheTableDoesSo() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.0.0.0/8");
    nets.router("B", 65002).holds("10.0.0.0/8");
    nets.router("R", 65009).multipath();
    nets.router("N", 65010);
    nets.session("A", "R").session("B", "R").session("R", "N");
    Solution s = nets.solve();
    assertEquals(
        List.of("A-R", "B-R"),
        s.entry(VrfId.of("R"), Prefix.of("10.0.0.0/8")).best().stream().map(Route::via).toList());
    assertEquals("65009 65001", Look.path(s, "N", "10.0.0.0/8"));
  }

  @Test
  void ofMoreEquallyGoodRoutesThanTheTableUsesTheLastLose() {
    Nets nets = new Nets();
    nets.router("R", 65009).sharing(Sharing.paths(2));
    for (int i = 1; i <= 4; i++) {
      nets.router("A" + i, 65000 + i).holds("10.0.0.0/8");
      nets.session("A" + i, "R");
    }
    Solution solution = nets.solve();
    RibEntry entry = solution.entry(VrfId.of("R"), Prefix.of("10.0.0.0/8"));
    assertEquals(List.of("A1-R", "A2-R"), entry.best().stream().map(Route::via).toList());
    assertTrue(solution.trace(VrfId.of("R"), IpAddress.of("10.0.0.1")).shared());
    Solution alone = nets.solve("A1-R", "A2-R", "A3-R");
    assertFalse(alone.trace(VrfId.of("R"), IpAddress.of("10.0.0.1")).shared());
    assertEquals(
        List.of(
            "A3-R as good, but beyond the 2 used at once",
            "A4-R as good, but beyond the 2 used at once"),
        entry.lost().stream().map(l -> l.route().via() + " " + l.step()).sorted().toList());
  }

  @Test
  void ofLinksOnOneDeviceOneIsUsed() {
    Nets nets = new Nets();
    nets.router("R", 65009)
        .sharing(
            Sharing.paths(2)
                .apart(new TreeMap<>(Map.of("A1-R", "X", "A2-R", "X", "A3-R", "Y", "A4-R", "Z"))));
    for (int i = 1; i <= 4; i++) {
      nets.router("A" + i, 65000 + i).holds("10.0.0.0/8");
      nets.session("A" + i, "R");
    }
    RibEntry entry = nets.solve().entry(VrfId.of("R"), Prefix.of("10.0.0.0/8"));
    assertEquals(List.of("A1-R", "A3-R"), entry.best().stream().map(Route::via).toList());
    assertEquals(
        List.of(
            "A2-R as good, but on the same device of the cloud, X",
            "A4-R as good, but beyond the 2 used at once"),
        entry.lost().stream().map(l -> l.route().via() + " " + l.step()).sorted().toList());
  }

  @Test
  void choiceNeverDependsOnTheOrderOfTheCandidates() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      List<Key> keys = new ArrayList<>(List.of(Key.values()));
      Collections.shuffle(keys, random);
      Nets nets = new Nets();
      Nets.Box table = nets.router("N0", 65000);
      if (random.nextBoolean()) {
        table.select(keys.subList(0, random.nextInt(10)).toArray(new Key[0]));
      }
      if (random.nextInt(4) == 0) {
        table.sharing(
            switch (random.nextInt(3)) {
              case 0 -> Sharing.ALL;
              case 1 -> Sharing.paths(2);
              default ->
                  Sharing.paths(3)
                      .apart(new TreeMap<>(Map.of("s0", "X", "s1", "Y", "s2", "X", "s3", "X")));
            });
      }
      for (int i = 1; i < 8; i++) {
        nets.router("N" + i, 65000 + i);
      }
      int routes = 2 + random.nextInt(7);
      for (int i = 0; i < routes; i++) {
        String neighbor = "N" + (1 + random.nextInt(7));
        String wire = "s" + i;
        nets.segment(wire, mcx.network.Segment.Kind.LINK, neighbor, "N0", 0);
        nets.sessionOver(wire, neighbor, "N0", wire, AS_IS, AS_IS);
      }
      Plan plan = new Plan(nets.build());
      Vrf vrf = plan.table(VrfId.of("N0")).vrf;
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < routes; i++) {
        candidates.add(candidate(random, plan.edges("s" + i).getFirst()));
      }
      String expected = chosen(candidates, vrf);
      for (int i = 0; i < 10; i++) {
        Collections.shuffle(candidates, random);
        assertEquals(expected, chosen(candidates, vrf), "seed " + seed);
      }
    }
  }

  /** What is chosen, told, and eliminated by which steps, in words. */
  private static String chosen(List<Candidate> candidates, Vrf vrf) {
    List<Selection.Lost> lost = new ArrayList<>();
    List<Candidate> best = Selection.best(candidates, vrf, lost);
    Candidate told = Selection.advertised(candidates, best, vrf);
    return best.stream().map(c -> c.code).toList()
        + " "
        + (told == null ? "-" : told.code)
        + " "
        + lost.stream().map(l -> l.route().code + " " + l.step()).toList();
  }

  private static Candidate candidate(Random random, Edge edge) {
    Candidate from =
        Candidate.own(
            edge.from,
            0,
            Learned.LOCAL,
            Attributes.own(0, OriginCode.IGP),
            0,
            null,
            false,
            true,
            null);
    Learned[] kinds = {Learned.EXTERNAL, Learned.INNER, Learned.VPN, Learned.PROPAGATED};
    Trail path = Trail.EMPTY;
    for (int i = random.nextInt(3); i > 0; i--) {
      path = path.prepend(65001 + random.nextInt(2));
    }
    int distance = random.nextInt(3) == 0 ? 20 : 200;
    Attributes attributes =
        new Attributes(
            100 + random.nextInt(2),
            random.nextInt(3),
            random.nextInt(2),
            random.nextInt(4) == 0 ? distance : Attributes.USUAL_DISTANCE,
            Set.of(),
            OriginCode.values()[random.nextInt(3)],
            null);
    return Candidate.learned(
        edge,
        from,
        kinds[random.nextInt(kinds.length)],
        path,
        attributes,
        distance,
        random.nextInt(3),
        edge.from,
        null,
        null);
  }
}
