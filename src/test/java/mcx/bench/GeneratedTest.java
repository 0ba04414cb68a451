package mcx.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.bench.Generated.Kind;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Policy;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The networks that speed is measured on are what they are said to be. */
class GeneratedTest {

  private static final int ROUTERS = 20;

  @ParameterizedTest
  @EnumSource
  void sizesAreAsWanted(Kind kind) {
    Network network = Generated.network(50, kind);
    assertEquals(50, network.nodes().size());
    assertEquals(100, network.segments().size(), "average degree 4");
    assertEquals(100, network.sessions().size());
    Set<Prefix> prefixes = new HashSet<>();
    Set<Object> numbers = new HashSet<>();
    network
        .nodes()
        .values()
        .forEach(
            n -> {
              prefixes.addAll(n.vrfs().getFirst().originated());
              numbers.add(n.vrfs().getFirst().asn());
            });
    assertEquals(500, prefixes.size());
    assertEquals(50, numbers.size(), "each router its own AS");
    assertEquals(100, Generated.linkFailures(network).size());
    Network odd = Generated.network(30, 40, 3, kind);
    assertEquals(40, odd.sessions().size());
    assertEquals(3, vrf(odd, 29).originated().size());
  }

  private static Vrf vrf(Network network, int router) {
    return network.nodes().get(Generated.router(router)).vrfs().getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void theSameArgumentsGiveTheSameNetwork(Kind kind) {
    assertEquals(Generated.network(ROUTERS, kind), Generated.network(ROUTERS, kind));
  }

  @ParameterizedTest
  @EnumSource
  void everySessionHasPoliciesAndALimit(Kind kind) {
    for (Session s : Generated.network(ROUTERS, kind).sessions()) {
      for (Session.End end : List.of(s.atA(), s.atB())) {
        assertFalse(end.importPolicy().equals(Policy.PERMIT));
        assertFalse(end.exportPolicy().equals(Policy.PERMIT));
        assertNotNull(end.limitV4());
        assertNotNull(end.address());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRouterHasARouteToEveryPrefix(Kind kind) {
    Network network = Generated.network(ROUTERS, kind);
    Solution solution = Routing.solve(network, Failures.NONE);
    assertTrue(solution.converged());
    assertEquals(List.of(), solution.tripped());
    for (int i = 0; i < ROUTERS; i++) {
      assertEquals(10 * ROUTERS, solution.rib(VrfId.of(Generated.router(i))).size());
    }
  }

  @Test
  void alikeMeansThatThePrefixesOfARouterShareTheirAttributes() {
    for (List<Route> ofOneOrigin : atADistance(Kind.ALIKE)) {
      assertEquals(1, ofOneOrigin.stream().map(GeneratedTest::attributes).distinct().count());
    }
  }

  @Test
  void ownMeansThatNoTwoPrefixesShareTheirAttributes() {
    Set<Object> communities = new HashSet<>();
    int differentWays = 0;
    int preferences = 0;
    for (List<Route> ofOneOrigin : atADistance(Kind.OWN)) {
      for (Route route : ofOneOrigin) {
        assertEquals(2, route.communities().size());
        assertTrue(communities.add(route.communities()), "communities of its own");
      }
      differentWays += ofOneOrigin.stream().map(Route::asPath).distinct().count() > 1 ? 1 : 0;
      preferences +=
          (int) ofOneOrigin.stream().mapToLong(Route::localPreference).distinct().count();
    }
    assertEquals(10 * (ROUTERS - 1), communities.size());
    assertTrue(differentWays > ROUTERS / 2, "some prefixes of one router go different ways");
    assertEquals(3 * (ROUTERS - 1), preferences);
  }

  @Test
  void theOriginMarksEachPrefix() {
    Network network = Generated.network(ROUTERS, Kind.OWN);
    Solution solution = Routing.solve(network, Failures.NONE);
    Session first = network.sessions().getFirst();
    int origin = Integer.parseInt(first.a().node().substring(1));
    List<Prefix> own = vrf(network, origin).originated();
    for (int k = 0; k < own.size(); k++) {
      Prefix prefix = own.get(k);
      Route sent =
          solution.advertisements(first.id(), first.a()).stream()
              .filter(a -> a.prefix().equals(prefix))
              .findFirst()
              .orElseThrow()
              .route();
      assertEquals(Set.of(), sent.communities());
      Route there = solution.entry(first.b(), prefix).best().getFirst();
      assertEquals(marks(origin, k), there.communities());
    }
  }

  private static Set<Community> marks(int router, int k) {
    return Set.of(Generated.mark(router, k), Generated.service(k));
  }

  /** The best routes of the first router, for each other router to its prefixes. */
  private static List<List<Route>> atADistance(Kind kind) {
    Network network = Generated.network(ROUTERS, kind);
    Solution solution = Routing.solve(network, Failures.NONE);
    List<List<Route>> all = new ArrayList<>();
    for (int i = 1; i < ROUTERS; i++) {
      List<Route> routes = new ArrayList<>();
      for (Prefix p : vrf(network, i).originated()) {
        RibEntry entry = solution.entry(VrfId.of(Generated.router(0)), p);
        assertNotNull(entry);
        routes.add(entry.best().getFirst());
      }
      all.add(routes);
    }
    return all;
  }

  private static List<Object> attributes(Route r) {
    return List.of(
        r.asPath(), r.localPreference(), r.med(), r.communities(), String.valueOf(r.nextHop()));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Generated.network(10, 8, 1, Kind.ALIKE), "no tree");
    assertThrows(
        IllegalArgumentException.class, () -> Generated.network(10, 46, 1, Kind.ALIKE), "full");
    assertThrows(
        IllegalArgumentException.class, () -> Generated.network(5_000, 9_999, 20, Kind.ALIKE));
  }
}
