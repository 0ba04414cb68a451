package mcx.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mcx.inet.IpAddress;
import mcx.network.Policy;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Trace.End;
import org.junit.jupiter.api.Test;

/** All ways of packets where tables share the traffic over equally good routes. */
class SpreadTest {

  private static final IpAddress TO = IpAddress.of("10.0.0.1");

  /** From S over M1 or M2 to G; M1 has two wires to it and uses both. */
  private static Nets diamond() {
    Nets nets = new Nets();
    nets.router("G", 65004).holds("10.0.0.0/8");
    nets.router("M1", 65002).multipath();
    nets.router("M2", 65003);
    nets.router("S", 65001).multipath();
    nets.session("S", "M1").session("S", "M2").session("M2", "G");
    for (String wire : List.of("M1-G/1", "M1-G/2")) {
      nets.segment(wire, mcx.network.Segment.Kind.LINK, "M1", "G", 0);
      nets.sessionOver(wire, "M1", "G", wire, e -> e, e -> e);
    }
    return nets;
  }

  private static Spread spread(Solution solution, String from) {
    return solution.spread(VrfId.of(from), TO);
  }

  private static BitSet over(Spread spread, Predicate<Trace.Hop> kind) {
    return spread.select(b -> kind.test(b.hop()));
  }

  private static Set<Spread.Leg> legs(Spread spread) {
    return spread.hops().stream().map(Spread.Leg::of).collect(Collectors.toSet());
  }

  private static double share(Spread spread, String... segments) {
    return spread.share(over(spread, h -> Arrays.asList(segments).contains(h.segment())));
  }

  @Test
  void eachTableDividesWhatComesToIt() {
    Spread spread = spread(diamond().solve(), "S");
    assertTrue(spread.isShared());
    assertEquals(3, spread.count());
    assertEquals(3, spread.ways(8).size());
    assertEquals(2, spread.ways(2).size());
    assertTrue(spread.arrivesAt(VrfId.of("G")));
    assertEquals(0.5, share(spread, "S-M1"), 1e-9);
    assertEquals(0.25, share(spread, "M1-G/1"), 1e-9);
    assertEquals(0.25, share(spread, "M1-G/2"), 1e-9);
    assertEquals(0.5, share(spread, "M2-G"), 1e-9);
    assertEquals(0.75, share(spread, "M1-G/1", "M2-G"), 1e-9);
    // What passes two wires that follow each other is counted once.
    assertEquals(0.5, share(spread, "S-M1", "M1-G/1"), 1e-9);
    assertEquals(1, spread.share(over(spread, SpreadTest::isS)), 1e-9);
  }

  private static boolean isS(Trace.Hop hop) {
    return hop.table().node().equals("S");
  }

  @Test
  void aWayThroughAnyBranchIsFound() {
    Spread spread = spread(diamond().solve(), "S");
    Trace second = spread.through(over(spread, h -> "M1-G/2".equals(h.segment())));
    assertEquals(List.of("S-M1", "M1-G/2"), segments(second));
    assertTrue(second.arrived());
    assertTrue(second.shared());
    assertEquals(
        List.of("S-M2", "M2-G"), segments(spread.through(over(spread, h -> isAt(h, "M2")))));
    assertEquals(spread.ways(1).getFirst(), spread.through(new BitSet()));
  }

  private static boolean isAt(Trace.Hop hop, String node) {
    return hop.table().node().equals(node);
  }

  private static List<String> segments(Trace trace) {
    return trace.hops().stream().map(h -> h.segment()).filter(s -> s != null).toList();
  }

  @Test
  void whatIsLeftOfItIsNotLikeIt() {
    Nets nets = diamond();
    Spread before = spread(nets.solve(), "S");
    assertTrue(before.isLike(spread(nets.solve(), "S")));
    Spread then = spread(nets.solve("M1-G/2"), "S");
    assertFalse(before.isLike(then));
    assertTrue(legs(before).containsAll(legs(then)));
    assertEquals(
        over(before, h -> "M1-G/2".equals(h.segment())),
        before.select(b -> !legs(then).contains(Spread.Leg.of(b.hop()))));
    assertEquals(0.5, share(then, "M1-G/1"), 1e-9);
    Spread only = spread(nets.solve("M1"), "S");
    assertFalse(only.isShared());
    assertEquals(1, only.count());
  }

  @Test
  void trafficIsInProportionToWeightsWhereAllHaveOne() {
    Nets nets = diamond();
    nets.router("T", 65009).sharing(Sharing.ALL.weighted(new TreeMap<>(Map.of("T-M1", 9))));
    nets.session("T", "M1").session("T", "M2");
    assertEquals(0.5, share(spread(nets.solve(), "T"), "T-M1"), 1e-9);
    Nets weighted = new Nets();
    weighted.router("A", 65004).holds("10.0.0.0/8");
    weighted.router("B", 65004).holds("10.0.0.0/8");
    weighted
        .router("S", 65001)
        .sharing(Sharing.ALL.weighted(new TreeMap<>(Map.of("S-A", 3000, "S-B", 1000, "other", 7))));
    weighted.session("S", "A").session("S", "B");
    assertEquals(0.75, share(spread(weighted.solve(), "S"), "S-A"), 1e-9);
    assertEquals(0.25, share(spread(weighted.solve(), "S"), "S-B"), 1e-9);
  }

  /** Two tables that each send half of what they get to the other, by hand. */
  @Test
  void whatGoesInACircleEndsThere() {
    Nets nets = new Nets();
    nets.router("S", 0).select(Vrf.Key.DISTANCE).multipath();
    nets.router("A", 0).select(Vrf.Key.DISTANCE).multipath();
    nets.router("B", 0).select(Vrf.Key.DISTANCE).multipath();
    nets.router("G", 0).holds("10.0.0.0/8");
    nets.handOver("G", "A", Policy.PERMIT).handOver("G", "B", Policy.PERMIT);
    nets.handOver("A", "B", Policy.PERMIT).handOver("B", "A", Policy.PERMIT);
    nets.handOver("A", "S", Policy.PERMIT).handOver("B", "S", Policy.PERMIT);
    Solution solution = nets.solve();
    Spread spread = spread(solution, "S");
    List<Spread.Branch> ends =
        spread.places().stream()
            .flatMap(p -> p.branches().stream())
            .filter(b -> b.isEnd())
            .toList();
    assertTrue(ends.stream().anyMatch(b -> b.end() == End.DELIVERED));
    boolean circles = ends.stream().anyMatch(b -> b.end() == End.LOOP);
    assertEquals(!circles, spread.arrivesAt(VrfId.of("G")));
    if (circles) {
      Trace lost = spread.through(spread.astray(VrfId.of("G")));
      assertEquals(End.LOOP, lost.end());
      assertTrue(lost.reason().endsWith("in a circle."), lost.reason());
    }
  }

  /** Shares are those of packets that choose at each table by chance. */
  @Test
  void sharesAreThoseOfManyPackets() {
    Random random = new Random(5);
    for (int n = 0; n < 60; n++) {
      Spread spread = spread(layered(random).solve(), "S");
      Map<Integer, Double> chance = new HashMap<>();
      for (List<Spread.Branch> way : spread.branchesOfWays(Integer.MAX_VALUE)) {
        double share = 1;
        for (Spread.Branch branch : way) {
          share *= branch.share();
        }
        for (Spread.Branch branch : way) {
          chance.merge(branch.number(), share, Double::sum);
        }
      }
      assertEquals(spread.count(), spread.branchesOfWays(Integer.MAX_VALUE).size());
      assertEquals(spread.branches(), chance.size(), "every branch is on some way");
      for (int number : chance.keySet()) {
        BitSet one = new BitSet();
        one.set(number);
        assertEquals(chance.get(number), spread.share(one), 1e-9);
      }
      BitSet all = new BitSet();
      all.set(0, spread.branches());
      assertEquals(1, spread.share(all), 1e-9);
    }
  }

  /** Layers of routers, each with sessions to some of the next; all that can, share. */
  private static Nets layered(Random random) {
    Nets nets = new Nets();
    nets.router("S", 65000).multipath();
    List<String> before = List.of("S");
    int asn = 65001;
    for (int layer = 0; layer < 3; layer++) {
      List<String> now = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        String id = "L" + layer + i;
        nets.router(id, asn++).multipath();
        now.add(id);
        for (String b : before) {
          if (i == 0 || random.nextBoolean()) {
            nets.session(b, id);
          }
        }
      }
      before = now;
    }
    nets.router("G", 64999).holds("10.0.0.0/8");
    before.forEach(b -> nets.session(b, "G"));
    return nets;
  }
}
