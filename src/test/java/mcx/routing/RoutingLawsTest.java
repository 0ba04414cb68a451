package mcx.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** Laws that hold in every network, tried on random ones. */
class RoutingLawsTest {

  /** Every router its own AS, no policy; a random connected graph. */
  private static Nets plain(Random random, int routers) {
    Nets nets = new Nets();
    for (int i = 0; i < routers; i++) {
      nets.router("R" + i, 65001 + i).holds("10." + i + ".0.0/16", "10." + i + ".128.0/17");
    }
    Set<String> joined = new TreeSet<>();
    for (int i = 1; i < routers; i++) {
      join(nets, joined, i, random.nextInt(i));
    }
    for (int i = 0; i < routers; i++) {
      join(nets, joined, random.nextInt(routers), random.nextInt(routers));
    }
    return nets;
  }

  private static void join(Nets nets, Set<String> joined, int a, int b) {
    String low = "R" + Math.min(a, b);
    String high = "R" + Math.max(a, b);
    if (a != b && joined.add(low + high)) {
      nets.session(low, high);
    }
  }

  private static Set<String> reach(Solution s) {
    Set<String> pairs = new TreeSet<>();
    for (String from : s.network().nodes().keySet()) {
      for (String to : s.network().nodes().keySet()) {
        Prefix p = s.network().node(to).vrfs().getFirst().originated().getFirst();
        if (s.trace(VrfId.of(from), p.host(1)).arrived()) {
          pairs.add(from + " " + to);
        }
      }
    }
    return pairs;
  }

  @Test
  void removingALinkNeverAddsReachability() {
    for (long seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      Nets nets = plain(random, 4 + random.nextInt(9));
      Network network = nets.build();
      Solver solver = new Solver(network);
      Set<String> all = reach(solver.solve(Failures.NONE));
      assertEquals(network.nodes().size() * network.nodes().size(), all.size(), "seed " + seed);
      for (Segment gone : network.segments()) {
        Set<String> then = reach(solver.solve(Failures.of(gone.id())));
        assertTrue(all.containsAll(then), "seed " + seed + ", without " + gone.id());
      }
    }
  }

  @Test
  void reachabilityIsThatOfTheGraphAndPathsAreShortest() {
    for (long seed = 100; seed < 125; seed++) {
      Random random = new Random(seed);
      Network network = plain(random, 4 + random.nextInt(9)).build();
      Solution s = Routing.solve(network, Failures.NONE);
      for (String from : network.nodes().keySet()) {
        var distance = distances(network, from);
        for (String to : network.nodes().keySet()) {
          Prefix p = network.node(to).vrfs().getFirst().originated().getFirst();
          assertEquals(
              distance.get(to),
              s.entry(VrfId.of(from), p).first().asPath().length(),
              "seed " + seed + ": " + from + " to " + to);
        }
      }
    }
  }

  private static java.util.Map<String, Integer> distances(Network network, String from) {
    java.util.Map<String, Integer> distance = new java.util.HashMap<>();
    distance.put(from, 0);
    List<String> open = new ArrayList<>(List.of(from));
    for (int i = 0; i < open.size(); i++) {
      for (Session x : network.sessions()) {
        for (VrfId end : List.of(x.a(), x.b())) {
          if (end.node().equals(open.get(i)) && !distance.containsKey(x.other(end).node())) {
            distance.put(x.other(end).node(), distance.get(open.get(i)) + 1);
            open.add(x.other(end).node());
          }
        }
      }
    }
    return distance;
  }

  @Test
  void everyTraceEndsAndSaysHow() {
    for (long seed = 200; seed < 300; seed++) {
      Random random = new Random(seed);
      Nets nets = plain(random, 3 + random.nextInt(6));
      int n = nets.build().nodes().size();
      // Static routes at random make every kind of end.
      for (int i = 0; i < n; i++) {
        Segment wire = nets.build().segments().get(random.nextInt(nets.build().segments().size()));
        Vrf.StaticRoute route =
            new Vrf.StaticRoute(
                Prefix.of("10." + random.nextInt(n) + ".0.0/16"),
                random.nextInt(5) == 0 ? null : wire.b(),
                wire.id(),
                1,
                random.nextBoolean());
        if (!wire.a().equals(wire.b())) {
          nets.boxStatics(wire.a().node(), route);
        }
      }
      Network network = nets.build();
      List<String> ids = new ArrayList<>(network.nodes().keySet());
      Failures failed =
          random.nextBoolean() ? Failures.NONE : Failures.of(ids.get(random.nextInt(ids.size())));
      Solution s = Routing.solve(network, failed);
      for (String from : ids) {
        for (int i = 0; i < n; i++) {
          Trace t = s.trace(VrfId.of(from), IpAddress.of("10." + i + ".200.1"));
          String where = "seed " + seed + ": " + from + " to 10." + i + ".200.1";
          long different = t.hops().stream().map(Trace.Hop::table).distinct().count();
          assertEquals(
              t.end() == Trace.End.LOOP ? t.hops().size() - 1L : t.hops().size(), different, where);
          assertEquals(t.arrived(), t.reason().isEmpty(), where);
          if (t.arrived()) {
            VrfId last = t.hops().getLast().table();
            assertTrue(
                network.vrf(last).originated().stream().anyMatch(p -> p.contains(t.to())), where);
          }
        }
      }
    }
  }

  @Test
  void theOrderOfTheListsDoesNotMatter() {
    for (long seed = 400; seed < 430; seed++) {
      Random random = new Random(seed);
      Network network = plain(random, 4 + random.nextInt(9)).build();
      Solution once = Routing.solve(network, Failures.NONE);
      List<Segment> segments = new ArrayList<>(network.segments());
      List<Session> sessions = new ArrayList<>(network.sessions());
      Collections.shuffle(segments, random);
      Collections.shuffle(sessions, random);
      Solution again =
          Routing.solve(
              new Network(
                  network.nodes(),
                  segments,
                  sessions,
                  network.propagations(),
                  network.vpnDomains()),
              Failures.NONE);
      for (String id : network.nodes().keySet()) {
        assertEquals(once.rib(VrfId.of(id)), again.rib(VrfId.of(id)), "seed " + seed);
      }
    }
  }

  /** What a solver is asked does not change what it answers next. */
  @Test
  void aSolverServesManyFailures() {
    Random random = new Random(7);
    Network network = plain(random, 10).build();
    Solver solver = new Solver(network);
    for (Segment gone : network.segments()) {
      Failures failures = Failures.of(gone.id());
      Solution shared = solver.solve(failures);
      Solution alone = Routing.solve(network, failures);
      for (String id : network.nodes().keySet()) {
        assertEquals(alone.rib(VrfId.of(id)), shared.rib(VrfId.of(id)), gone.id());
      }
    }
  }

  /** Prefixes that are treated alike are solved once; that must not show. */
  @Test
  void eachPrefixGetsTheRoutesThatItWouldGetAlone() {
    for (long seed = 500; seed < 525; seed++) {
      Random random = new Random(seed);
      Network network = quarrelsome(random);
      List<Prefix> prefixes =
          network.nodes().values().stream()
              .flatMap(n -> n.vrfs().getFirst().originated().stream())
              .distinct()
              .toList();
      Failures failures = Failures.of(network.segments().getFirst().id());
      Solution together = Routing.solve(network, failures);
      for (Prefix p : prefixes) {
        Solution alone = Routing.solve(only(network, p), failures);
        for (String id : network.nodes().keySet()) {
          assertEquals(
              alone.entry(VrfId.of(id), p),
              together.entry(VrfId.of(id), p),
              "seed " + seed + ": " + id + ", " + p);
        }
      }
    }
  }

  /** Routers that share AS numbers and prefixes, with policies that tell prefixes apart. */
  private static Network quarrelsome(Random random) {
    int routers = 4 + random.nextInt(5);
    Nets nets = new Nets();
    for (int i = 0; i < routers; i++) {
      List<String> held = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        if (random.nextInt(3) == 0) {
          held.add("10." + random.nextInt(4) + "." + 16 * k + ".0/20");
        }
      }
      nets.router("R" + i, 65001 + random.nextInt(routers))
          .holds(held.stream().distinct().toArray(String[]::new));
    }
    for (int i = 1; i < routers; i++) {
      for (int k = 0; k < 2; k++) {
        int other = random.nextInt(i);
        String wire = "R" + other + "-R" + i + "/" + k;
        nets.segment(wire, Segment.Kind.LINK, "R" + other, "R" + i, 1 + random.nextInt(9));
        nets.sessionOver(
            wire,
            "R" + other,
            "R" + i,
            wire,
            Nets.end("exportPolicy", policy(random)),
            Nets.end("importPolicy", policy(random)));
      }
    }
    return nets.build();
  }

  private static mcx.network.Policy policy(Random random) {
    Prefix first = Prefix.of("10." + random.nextInt(4) + ".0.0/16");
    Prefix exact = Prefix.of("10." + random.nextInt(4) + ".16.0/20");
    return new mcx.network.Policy(
        List.of(
            mcx.network.Policy.Statement.denyPrefixes(
                "test", List.of(mcx.network.Policy.Match.exactly(exact))),
            new mcx.network.Policy.Statement(
                null,
                List.of(mcx.network.Policy.Match.within(first)),
                Set.of(),
                null,
                null,
                Set.of(),
                Set.of(),
                true,
                random.nextBoolean() ? Nets.med(random.nextInt(3)) : Nets.prepend(1))),
        true);
  }

  private static Network only(Network network, Prefix prefix) {
    java.util.TreeMap<String, mcx.network.Node> nodes = new java.util.TreeMap<>();
    network
        .nodes()
        .forEach(
            (id, node) -> {
              Vrf vrf = node.vrfs().getFirst();
              List<Prefix> held = vrf.originated().stream().filter(prefix::equals).toList();
              Vrf less = mcx.design.Components.with(vrf, "originated", held);
              nodes.put(id, mcx.design.Components.with(node, "vrfs", List.of(less)));
            });
    return new Network(
        nodes,
        network.segments(),
        network.sessions(),
        network.propagations(),
        network.vpnDomains());
  }
}
