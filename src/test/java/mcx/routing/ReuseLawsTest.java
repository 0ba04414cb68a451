package mcx.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Policy;
import mcx.network.PrefixLimit;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** What is taken over from another solution gives what is found from nothing. */
class ReuseLawsTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  private static final Policy OWN_ONLY =
      new Policy(
          List.of(
              new Policy.Statement(
                  null,
                  List.of(),
                  Set.of(),
                  null,
                  null,
                  Set.of(Policy.Learned.LOCAL),
                  Set.of(),
                  true,
                  Policy.Change.NONE)),
          false);

  /** Outer sessions only; nothing, or the same for all, is preferred: the kind that is repaired. */
  private static Network outer(Random random) {
    int routers = 4 + random.nextInt(12);
    boolean marked = random.nextBoolean();
    Nets nets = new Nets();
    for (int i = 0; i < routers; i++) {
      Nets.Box box = nets.router("R" + i, 65001 + random.nextInt(2 * routers));
      box.holds("10." + i + ".0.0/16", "10." + random.nextInt(routers) + ".128.0/17");
      if (random.nextInt(4) == 0) {
        box.sharing(sharing(random));
      }
    }
    for (int i = 1; i < routers; i++) {
      for (int k = 0; k < 2; k++) {
        int other = random.nextInt(i);
        String wire = "R" + other + "-R" + i + "/" + k;
        nets.segment(wire, Segment.Kind.LINK, "R" + other, "R" + i, 0);
        nets.sessionOver(
            wire, "R" + other, "R" + i, wire, outerEnd(random, marked), outerEnd(random, marked));
      }
    }
    return nets.build();
  }

  private static UnaryOperator<Session.End> outerEnd(Random random, boolean marked) {
    List<Policy.Statement> out = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      out.add(
          statement(
              List.of(Policy.Match.within(Prefix.of("10." + random.nextInt(6) + ".0.0/16"))),
              Set.of(),
              random.nextInt(4) > 0,
              random.nextBoolean()
                  ? Nets.prepend(1 + random.nextInt(3))
                  : Nets.med(random.nextInt(3))));
    }
    List<Policy.Statement> in = new ArrayList<>();
    if (marked) {
      in.add(
          statement(
              List.of(Policy.Match.within(Prefix.of("10.0.0.0/9"))),
              Set.of(),
              true,
              Policy.Change.localPreference(150)));
    }
    return e -> e.withPolicies(new Policy(in, true), new Policy(out, true));
  }

  private static Policy.Statement statement(
      List<Policy.Match> prefixes, Set<Community> communities, boolean permit, Policy.Change set) {
    return new Policy.Statement(
        null, prefixes, communities, null, null, Set.of(), Set.of(), permit, set);
  }

  /** A bit of everything: inner sessions with costs, reflectors, summaries, limits, preferences. */
  private static Network mixed(Random random) {
    int routers = 5 + random.nextInt(8);
    Nets nets = new Nets();
    int systems = 2 + random.nextInt(3);
    List<Integer> as = new ArrayList<>();
    for (int i = 0; i < routers; i++) {
      as.add(65001 + random.nextInt(systems));
      Nets.Box box = nets.router("R" + i, as.get(i));
      box.holds(
          "10." + i + ".0.0/16",
          "10." + random.nextInt(4) + "." + 16 * random.nextInt(4) + ".0/20");
      if (random.nextInt(4) == 0) {
        box.summary("10.0.0.0/14", random.nextBoolean());
      }
      if (random.nextInt(5) == 0) {
        box.sharing(sharing(random));
      }
    }
    nets.site("S", "R0", "172.16.0.0/16");
    for (int i = 1; i < routers; i++) {
      for (int k = 0; k < 2; k++) {
        int other = random.nextInt(i);
        String wire = "R" + other + "-R" + i + "/" + k;
        boolean inner = as.get(i).equals(as.get(other));
        nets.segment(
            wire,
            Segment.Kind.LINK,
            "R" + other,
            "R" + i,
            inner || random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 0);
        nets.sessionOver(
            wire,
            "R" + other,
            "R" + i,
            random.nextInt(5) == 0 && inner ? null : wire,
            mixedEnd(random),
            mixedEnd(random));
      }
    }
    return nets.build();
  }

  private static UnaryOperator<Session.End> mixedEnd(Random random) {
    UnaryOperator<Session.End> end =
        switch (random.nextInt(8)) {
          case 0 ->
              Nets.end(
                  "importPolicy",
                  Nets.always(Policy.Change.localPreference(50L + 50 * random.nextInt(4))));
          case 1 -> Nets.end("importPolicy", Nets.always(Policy.Change.weight(random.nextInt(3))));
          case 2 -> Nets.end("exportPolicy", Nets.always(Nets.med(random.nextInt(4))));
          case 3 ->
              Nets.end(
                  "limitV4",
                  new PrefixLimit(
                      3 + random.nextInt(12),
                      List.of(
                              Beyond.SESSION_IDLE,
                              Beyond.SESSION_DOWN_AUTO,
                              Beyond.DROP_EXCESS_ORDERED,
                              Beyond.CONNECTION_DOWN)
                          .get(random.nextInt(4)),
                      "the test"));
          case 4 -> Nets.end("defaultOriginate", true);
          case 5 -> Nets.end("allowAsIn", 1);
          default -> AS_IS;
        };
    UnaryOperator<Session.End> self = random.nextBoolean() ? Nets.end("nextHopSelf", true) : AS_IS;
    UnaryOperator<Session.End> client =
        random.nextInt(3) == 0 ? Nets.end("reflectorClient", true) : AS_IS;
    return e -> client.apply(self.apply(end.apply(e)));
  }

  /** Provider edges with VRFs whose route targets overlap, and customers that share numbers. */
  private static Network provider(Random random) {
    Nets nets = new Nets();
    int edges = 2 + random.nextInt(3);
    String[] names = new String[edges];
    for (int i = 0; i < edges; i++) {
      names[i] = "P" + i;
      Nets.Box pe = nets.edge(names[i]);
      for (int v = 0; v < 2; v++) {
        pe.vrf("v" + v, 64900L, targets(random), targets(random));
      }
    }
    for (int c = 0; c < 5; c++) {
      nets.router("C" + c, 65001 + random.nextInt(3)).holds("10." + c + ".0.0/16", "10.9.0.0/16");
      for (int k = 0; k < 2; k++) {
        String table = "P" + random.nextInt(edges) + ":v" + random.nextInt(2);
        String wire = "C" + c + "-" + table + "/" + k;
        nets.segment(wire, Segment.Kind.LINK, "C" + c, table, 0);
        nets.sessionOver(wire, "C" + c, table, wire, AS_IS, mixedEnd(random));
      }
    }
    return nets.domain("core", 1 + random.nextInt(5), names).build();
  }

  private static Set<String> targets(Random random) {
    Set<String> some = new TreeSet<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      some.add("64900:" + (1 + random.nextInt(3)));
    }
    return some;
  }

  /**
   * Clouds: networks that gateways hand routes to and take them from, some of them in a mesh that
   * shares traffic, routers outside, among them some that prefer each other.
   */
  private static Network clouds(Random random) {
    Nets nets = new Nets();
    int gateways = 2 + random.nextInt(3);
    for (int g = 0; g < gateways; g++) {
      Nets.Box gateway = nets.router("G" + g, 64512 + random.nextInt(2));
      if (random.nextBoolean()) {
        gateway.select(
            Vrf.Key.DISTANCE, Vrf.Key.AS_PATH_LENGTH, Vrf.Key.MED, Vrf.Key.LOCAL_PREFERENCE);
      }
      if (random.nextInt(3) > 0) {
        gateway.sharing(sharing(random));
      }
      nets.router("V" + g, 0).select().multipath().holds("10." + g + ".0.0/16", "10.8.0.0/16");
      nets.handOver("V" + g, "G" + g, random.nextBoolean() ? Policy.PERMIT : OWN_ONLY);
      nets.handOver("G" + g, "V" + g, Policy.PERMIT);
      for (int other = 0; other < g; other++) {
        if (random.nextBoolean()) {
          nets.handOver("G" + other, "G" + g, Policy.PERMIT);
          nets.handOver("G" + g, "G" + other, Policy.PERMIT);
        }
      }
    }
    for (int c = 0; c < 4; c++) {
      Nets.Box outside = nets.router("C" + c, 65001 + random.nextInt(4));
      if (c == 3) {
        outside.exchangesOnly();
      }
      outside.holds("10." + (4 + c) + ".0.0/16", "10.9.0.0/16");
      if (random.nextBoolean()) {
        outside.sharing(sharing(random));
      }
      for (int k = 0; k < 2; k++) {
        String other = c > 0 && k > 0 ? "C" + random.nextInt(c) : "G" + random.nextInt(gateways);
        String wire = "C" + c + "-" + other + "/" + k;
        nets.segment(wire, Segment.Kind.LINK, "C" + c, other, 0);
        nets.sessionOver(wire, "C" + c, other, wire, mixedEnd(random), mixedEnd(random));
      }
    }
    return nets.build();
  }

  private static Failures some(Network network, Random random) {
    List<String> ids = new ArrayList<>();
    network.nodes().keySet().forEach(ids::add);
    network.segments().forEach(s -> ids.add(s.id()));
    network.sessions().forEach(s -> ids.add(s.id()));
    network.vpnDomains().forEach(d -> ids.add(d.id()));
    network.propagations().forEach(p -> ids.add(p.id()));
    List<String> down = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      down.add(ids.get(random.nextInt(ids.size())));
    }
    return Failures.of(down);
  }

  private interface Maker {
    Network make(Random random);
  }

  private static void holds(Maker maker, int from, int networks) {
    for (long seed = from; seed < from + networks; seed++) {
      Random random = new Random(seed);
      Network network = maker.make(random);
      Solver solver = new Solver(network);
      for (int i = 0; i < 12; i++) {
        Failures failures = some(network, random);
        same(
            Routing.solve(network, failures),
            solver.solve(failures),
            "seed " + seed + " without " + failures.down());
      }
    }
  }

  private static void same(Solution expected, Solution got, String where) {
    // Before the tables, which make all routes: a way asks for some of them only.
    sameWays(expected, got, where);
    for (Node n : expected.network().nodes().values()) {
      for (Vrf v : n.vrfs()) {
        VrfId id = v.id();
        assertEquals(expected.rib(id), got.rib(id), where + ": " + id);
      }
    }
    assertEquals(expected.tripped(), got.tripped(), where);
    for (Session s : expected.network().sessions()) {
      assertEquals(expected.session(s.id()), got.session(s.id()), where);
    }
    assertEquals(expected.checksum(), got.checksum(), where);
    assertEquals(expected.converged(), got.converged(), where);
  }

  /** The ways of packets, with the very routes that they follow. */
  private static void sameWays(Solution expected, Solution got, String where) {
    for (Node n : expected.network().nodes().values()) {
      for (Vrf v : n.vrfs()) {
        for (int i = 0; i < 10; i++) {
          IpAddress to = IpAddress.of("10." + i + ".1.1");
          assertEquals(expected.trace(v.id(), to), got.trace(v.id(), to), where);
          assertEquals(expected.spread(v.id(), to), got.spread(v.id(), to), where);
        }
      }
    }
    for (int i = 0; i < 10; i++) {
      sameTallies(expected, got, IpAddress.of("10." + i + ".1.1"), where);
    }
  }

  /** What is told of ways: what they lead over, and what becomes of packets at which table. */
  private record Told(Set<Spread.Leg> legs, Set<Trace.End> ends, Set<VrfId> last) {

    static final Tally<Told> TALLY =
        new Tally<>() {
          @Override
          public Told end(Spread.Leg last, Trace.End end) {
            return new Told(Set.of(last), Set.of(end), Set.of(last.table()));
          }

          @Override
          public Told pass(Spread.Leg leg, Told ahead) {
            return new Told(with(ahead.legs, Set.of(leg)), ahead.ends, ahead.last);
          }

          @Override
          public Told both(Told some, Told more) {
            return new Told(
                with(some.legs, more.legs), with(some.ends, more.ends), with(some.last, more.last));
          }
        };

    static Told of(Spread spread) {
      List<Spread.Branch> ends =
          spread.places().stream()
              .flatMap(p -> p.branches().stream())
              .filter(Spread.Branch::isEnd)
              .toList();
      return new Told(
          spread.hops().stream().map(Spread.Leg::of).collect(Collectors.toSet()),
          ends.stream().map(Spread.Branch::end).collect(Collectors.toSet()),
          ends.stream().map(b -> b.hop().table()).collect(Collectors.toSet()));
    }

    private static <T> Set<T> with(Set<T> some, Set<T> more) {
      Set<T> all = new HashSet<>(some);
      all.addAll(more);
      return all;
    }
  }

  /** What is told of all ways at once is what each of them shows; of circles, that there is one. */
  private static void sameTallies(Solution expected, Solution got, IpAddress to, String where) {
    Tallies<Told> told = new Tallies<>(got, to, Told.TALLY);
    for (Node n : expected.network().nodes().values()) {
      for (Vrf v : n.vrfs()) {
        Told ways = Told.of(expected.spread(v.id(), to));
        Told now = told.from(v.id());
        if (ways.ends.contains(Trace.End.LOOP)) {
          assertTrue(now.ends.contains(Trace.End.LOOP), where);
        } else {
          assertEquals(ways, now, where + ": " + v.id() + " to " + to);
        }
      }
    }
  }

  @Test
  void failuresWithOuterSessionsOnly() {
    holds(ReuseLawsTest::outer, 0, 60);
  }

  @Test
  void failuresWithABitOfEverything() {
    holds(ReuseLawsTest::mixed, 1000, 60);
  }

  @Test
  void failuresInProviders() {
    holds(ReuseLawsTest::provider, 2000, 60);
  }

  @Test
  void failuresInClouds() {
    holds(ReuseLawsTest::clouds, 9000, 80);
  }

  /** A state with more failures is found from one with fewer, or with others. */
  private static void nearStatesHold(Maker maker, int from, int networks) {
    for (long seed = from; seed < from + networks; seed++) {
      Random random = new Random(seed);
      Network network = maker.make(random);
      Solver solver = new Solver(network);
      for (int i = 0; i < 6; i++) {
        Failures one = some(network, random);
        Set<mcx.network.Origin> both = new TreeSet<>(one.down());
        both.addAll(some(network, random).down());
        Failures failures = new Failures(new TreeSet<>(both));
        Solution near = random.nextBoolean() ? solver.solve(one) : solver.fresh(one);
        same(
            Routing.solve(network, failures),
            solver.solve(failures, near),
            "seed " + seed + " without " + one.down() + " and then " + failures.down());
      }
    }
  }

  @Test
  void statesFromNearStates() {
    nearStatesHold(ReuseLawsTest::outer, 3000, 40);
    nearStatesHold(ReuseLawsTest::mixed, 4000, 40);
    nearStatesHold(ReuseLawsTest::provider, 5000, 40);
    nearStatesHold(ReuseLawsTest::clouds, 10_000, 40);
  }

  /** A search without end is cut off while some tables use what leads nowhere by then. */
  @Test
  void waysWhereNothingComesToRest() {
    for (long seed : new long[] {648, 3401, 5868}) {
      Solution restless = Routing.solve(mixed(new Random(seed)), Failures.NONE);
      assertFalse(restless.converged());
      sameWays(restless, restless, "seed " + seed);
    }
  }

  /** The session stands, and so do the routes over it; what they are followed over moves. */
  @Test
  void wayOfASessionBetweenLoopbacksMoves() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.0.0.0/16").statics(loopback("B", 1));
    nets.router("B", 65002).holds("10.1.0.0/16").statics(loopback("A", 0));
    for (String wire : List.of("x", "y")) {
      nets.segment(wire, Segment.Kind.LINK, "A", "B", 0);
    }
    UnaryOperator<Session.End> preferring =
        Nets.end("importPolicy", Nets.always(Policy.Change.localPreference(200)));
    Network network = nets.sessionOver("A~B", "A", "B", null, preferring, AS_IS).build();
    Solver solver = new Solver(network);
    VrfId a = new VrfId("A", VrfId.DEFAULT);
    IpAddress there = IpAddress.of("10.1.1.1");
    assertEquals("x", solver.solve(Failures.NONE).trace(a, there).hops().getFirst().segment());
    Failures failures = Failures.of(List.of("x"));
    assertEquals("y", solver.solve(failures).trace(a, there).hops().getFirst().segment());
    same(Routing.solve(network, failures), solver.solve(failures), "without x");
  }

  /** Prefixes that nothing tells apart are told apart once a limit drops one of them. */
  @Test
  void whatALimitDropsIsNoLongerAlike() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16");
    nets.router("B", 65002);
    nets.router("C", 65003);
    UnaryOperator<Session.End> preferring =
        Nets.end("importPolicy", Nets.always(Policy.Change.localPreference(200)));
    UnaryOperator<Session.End> limited =
        Nets.end("limitV4", new PrefixLimit(3, Beyond.DROP_EXCESS_ORDERED, "the test"));
    Network network =
        nets.segment("A-B", Segment.Kind.LINK, "A", "B", 0)
            .sessionOver("A-B", "A", "B", "A-B", AS_IS, AS_IS)
            .segment("A-C", Segment.Kind.LINK, "A", "C", 0)
            .sessionOver("A-C", "A", "C", "A-C", AS_IS, AS_IS)
            .segment("B-C", Segment.Kind.LINK, "B", "C", 0)
            .sessionOver("B-C", "B", "C", "B-C", limited, preferring)
            .build();
    Solver solver = new Solver(network);
    Solution before = solver.solve(Failures.NONE);
    Solution then = solver.solve(Failures.of(List.of("A-B")));
    IpAddress kept = IpAddress.of("10.0.1.1");
    IpAddress beyond = IpAddress.of("10.3.1.1");
    assertEquals(before.likeness(kept), before.likeness(beyond));
    assertNotEquals(then.likeness(kept), then.likeness(beyond));
    assertFalse(before.findsAlikeAs(then));
    assertFalse(then.findsAlikeAs(before));
  }

  private static Vrf.StaticRoute[] loopback(String of, int number) {
    Prefix prefix = Prefix.of("192.168.0." + number + "/32");
    VrfId there = new VrfId(of, VrfId.DEFAULT);
    return new Vrf.StaticRoute[] {
      new Vrf.StaticRoute(prefix, there, "x", 1, false),
      new Vrf.StaticRoute(prefix, there, "y", 2, false)
    };
  }

  /**
   * What is said never to cross an edge never does: limits on it are not even looked at. Of what
   * does not cross, some is known never to.
   */
  @Test
  void whatIsOutOfReachNeverCrosses() {
    int never = 0;
    for (Maker maker :
        List.<Maker>of(
            ReuseLawsTest::outer,
            ReuseLawsTest::mixed,
            ReuseLawsTest::provider,
            ReuseLawsTest::clouds)) {
      for (long seed = 13_000; seed < 13_040; seed++) {
        Random random = new Random(seed);
        Network network = maker.make(random);
        for (int i = 0; i < 4; i++) {
          Solved solved = (Solved) Routing.solve(network, some(network, random));
          never += nothingCrosses(solved, "seed " + seed);
        }
      }
    }
    assertTrue(never > 1_000, "known never to cross: " + never);
  }

  /** A default route that is sent by hand passes no export policy. */
  @Test
  void defaultRoutesByHandAreInReach() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.0.0.0/16");
    nets.router("B", 65002);
    UnaryOperator<Session.End> silent = Nets.end("exportPolicy", new Policy(List.of(), false));
    UnaryOperator<Session.End> byHand = Nets.end("defaultOriginate", true);
    Network network =
        nets.segment("A-B", Segment.Kind.LINK, "A", "B", 0)
            .sessionOver("A-B", "A", "B", "A-B", e -> byHand.apply(silent.apply(e)), AS_IS)
            .build();
    Solved solved = (Solved) Routing.solve(network, Failures.NONE);
    assertTrue(solved.has(new VrfId("B", VrfId.DEFAULT), Prefix.of("0.0.0.0/0")));
    nothingCrosses(solved, "by hand");
  }

  /** How many classes are known never to cross an edge, over all edges. */
  private static int nothingCrosses(Solved solved, String where) {
    Plan plan = solved.plan();
    BitSet byHand = (BitSet) plan.firmDefaults().clone();
    byHand.or(plan.conditionalDefaults());
    Reach reach = new Reach(plan.tables(), plan.classes(), plan.edges(), byHand);
    int never = 0;
    for (Edge e : plan.edges()) {
      for (boolean sent : new boolean[] {false, true}) {
        BitSet counted = reach.counted(e, sent);
        for (int c = 0; c < plan.classes().size(); c++) {
          for (ClassState s : solved.groups(c)) {
            if (!counted.get(c)) {
              assertFalse(solved.crosses(e, s, sent), where + ": " + s.members + " over " + e.id);
              never++;
            }
          }
        }
      }
    }
    return never;
  }

  /** How many ways were said to be the same, of those that were. */
  private record Ways(int known, int same) {}

  /**
   * A way that is said to hold in another state is followed there hop by hop, and so are those of
   * addresses that are alike.
   */
  private static Ways waysHold(Maker maker, int from, int networks) {
    int known = 0;
    int same = 0;
    for (long seed = from; seed < from + networks; seed++) {
      Random random = new Random(seed);
      Network network = maker.make(random);
      Solver solver = new Solver(network);
      List<VrfId> tables =
          network.nodes().values().stream().flatMap(n -> n.vrfs().stream().map(Vrf::id)).toList();
      for (int i = 0; i < 8; i++) {
        Solution before =
            solver.solve(random.nextBoolean() ? Failures.NONE : some(network, random));
        Solution then = solver.solve(some(network, random));
        for (int k = 0; k < 40; k++) {
          VrfId table = tables.get(random.nextInt(tables.size()));
          IpAddress to = address(random);
          IpAddress other = address(random);
          boolean alike = before.likeness(to).equals(before.likeness(other));
          String where =
              "seed "
                  + seed
                  + ", "
                  + before.failures().down()
                  + " then "
                  + then.failures().down()
                  + ", "
                  + table
                  + " to "
                  + to;
          if (alike) {
            assertEquals(hops(before.trace(table, to)), hops(before.trace(table, other)), where);
          }
          if (before.findsAlikeAs(then)) {
            assertEquals(alike, then.likeness(to).equals(then.likeness(other)), where);
          }
          Trace was = before.trace(table, to);
          boolean holds = KnownWay.of(before, was).holdsIn(then);
          boolean is = hops(was).equals(hops(then.trace(table, to)));
          if (holds) {
            assertEquals(hops(was), hops(then.trace(table, to)), where);
            if (alike) {
              assertEquals(hops(was), hops(then.trace(table, other)), where + " like " + other);
            }
          }
          spreadHolds(before, then, was, where);
          known += holds ? 1 : 0;
          same += is ? 1 : 0;
        }
      }
    }
    return new Ways(known, same);
  }

  /** The same of all ways, where tables share the traffic. */
  private static void spreadHolds(Solution before, Solution then, Trace first, String where) {
    Spread was = before.spread(first.from(), first.to());
    boolean circles =
        was.places().stream()
            .flatMap(p -> p.branches().stream())
            .anyMatch(b -> b.end() == Trace.End.LOOP);
    // Where ways part and meet in circles, each is cut at another place.
    if (!circles || !was.isShared()) {
      assertEquals(hops(first), hops(was.ways(1).getFirst()), where);
    }
    assertEquals(first.shared(), was.isShared(), where);
    if (KnownWay.of(before, was).holdsIn(then)) {
      assertTrue(was.isLike(then.spread(first.from(), first.to())), where);
    }
  }

  private static IpAddress address(Random random) {
    return IpAddress.of("10." + random.nextInt(10) + "." + 16 * random.nextInt(16) + ".1");
  }

  private static List<String> hops(Trace trace) {
    List<String> all = new ArrayList<>(List.of(trace.end().name()));
    trace.hops().forEach(h -> all.add(h.table() + " by " + h.segment()));
    return all;
  }

  @Test
  void knownWaysAreTheWays() {
    for (Ways ways :
        List.of(
            waysHold(ReuseLawsTest::outer, 6000, 40),
            waysHold(ReuseLawsTest::mixed, 7000, 80),
            waysHold(ReuseLawsTest::provider, 8000, 40),
            waysHold(ReuseLawsTest::clouds, 12_000, 60))) {
      // Of the ways that are the same most are known to be: else nothing would be saved.
      assertTrue(ways.known > ways.same * 0.7, ways.toString());
    }
  }

  private static void editsHold(Maker maker, int from, int networks) {
    for (long seed = from; seed < from + networks; seed++) {
      Random random = new Random(seed);
      Network network = maker.make(random);
      Solver solver = new Solver(network);
      solver.solve(Failures.NONE);
      for (int i = 0; i < 8; i++) {
        Network edited = edited(solver.network(), random);
        Solver after = new Solver(edited, solver);
        String where = "seed " + seed + ", edit " + i;
        same(Routing.solve(edited, Failures.NONE), after.solve(Failures.NONE), where);
        Failures failures = some(edited, random);
        same(Routing.solve(edited, failures), after.solve(failures), where + " " + failures.down());
        solver = after;
      }
    }
  }

  /** One thing changed, gone or new. */
  private static Network edited(Network n, Random random) {
    List<Session> sessions = new ArrayList<>(n.sessions());
    List<Segment> segments = new ArrayList<>(n.segments());
    java.util.SortedMap<String, Node> nodes = new java.util.TreeMap<>(n.nodes());
    int at = random.nextInt(sessions.size());
    Session s = sessions.get(at);
    switch (random.nextInt(5)) {
      case 0 -> sessions.remove(at);
      case 1 ->
          sessions.set(
              at,
              mcx.design.Components.with(
                  s, "atA", mixedEnd(random).apply(outerEnd(random, false).apply(s.atA()))));
      case 2 -> {
        String id = "new" + random.nextInt(1000);
        segments.add(mcx.design.Components.with(segments.getFirst(), "id", id));
        Segment like = segments.getLast();
        sessions.add(
            new Session(
                id,
                like.a(),
                like.b(),
                id,
                Session.End.of(asn(n, like.a())),
                Session.End.of(asn(n, like.b())),
                new mcx.network.Origin(id),
                Set.of(new mcx.network.Origin(id))));
      }
      case 3 -> {
        String id = new ArrayList<>(nodes.keySet()).get(random.nextInt(nodes.size()));
        nodes.computeIfPresent(
            id,
            (k, node) ->
                mcx.design.Components.with(
                    node,
                    "vrfs",
                    node.vrfs().stream()
                        .map(
                            v ->
                                (Vrf)
                                    mcx.design.Components.with(
                                        v,
                                        "originated",
                                        List.of(Prefix.of("10." + random.nextInt(9) + ".0.0/16"))))
                        .toList()));
      }
      default -> {
        String id = new ArrayList<>(nodes.keySet()).get(random.nextInt(nodes.size()));
        nodes.computeIfPresent(
            id, (k, node) -> mcx.design.Components.with(node, "name", "renamed"));
      }
    }
    return new Network(nodes, segments, sessions, n.propagations(), n.vpnDomains(), n.limits());
  }

  private static mcx.inet.Asn asn(Network n, VrfId id) {
    mcx.inet.Asn asn = java.util.Objects.requireNonNull(n.vrf(id)).asn();
    return asn == null ? mcx.inet.Asn.of(65099) : asn;
  }

  @Test
  void editsWithOuterSessionsOnly() {
    editsHold(ReuseLawsTest::outer, 3000, 40);
  }

  @Test
  void editsWithABitOfEverything() {
    editsHold(ReuseLawsTest::mixed, 4000, 40);
  }

  @Test
  void editsInProviders() {
    editsHold(ReuseLawsTest::provider, 5000, 40);
  }

  /** The first kind is indeed repaired, not computed anew. */
  @Test
  void outerSessionsOnlyAreRepaired() {
    int repaired = 0;
    for (long seed = 0; seed < 60; seed++) {
      Plan plan = new Plan(outer(new Random(seed)));
      for (int i = 0; i < plan.classes().size(); i++) {
        repaired += plan.isMonotone(i) ? 1 : 0;
      }
    }
    assertTrue(repaired > 300, repaired + " classes");
  }

  private static Sharing sharing(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Sharing.paths(2);
      case 1 -> Sharing.links(1 + random.nextInt(2));
      case 2 -> Sharing.paths(2 + random.nextInt(2)).apart(devices(random));
      default -> Sharing.ALL;
    };
  }

  /** A device for some of the links between routers, so that several end on one. */
  private static SortedMap<String, String> devices(Random random) {
    SortedMap<String, String> devices = new TreeMap<>();
    for (int a = 0; a < 16; a++) {
      for (int b = a + 1; b < 16; b++) {
        if (random.nextBoolean()) {
          devices.put("R" + a + "-R" + b, random.nextBoolean() ? "X" : "Y");
        }
      }
    }
    return devices;
  }
}
