package mcx.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Node;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The recorded networks are enough: each step of the decision, each thing that a policy does or
 * asks, and each option of a session decides a hundred routes of them, so that the comparison fails
 * where the engine lacks it. {@code -Dlab.coverage=full} counts all instead of stopping there.
 */
class CoverageTest {

  private static final int ENOUGH = 100;

  private static final boolean FULL = "full".equals(System.getProperty("lab.coverage"));

  private static List<Replay.Case> cases = List.of();
  private static final Map<Recording.State, Set<List<Object>>> USUAL = new HashMap<>();

  @BeforeAll
  static void read() throws Exception {
    cases = Replay.cases();
  }

  @ParameterizedTest
  @EnumSource(Switch.class)
  void decidesAHundredRoutes(Switch s) {
    int count = 0;
    int networks = 0;
    for (Replay.Case c : cases) {
      int here = Replay.decided(c, s, USUAL, FULL ? Integer.MAX_VALUE : ENOUGH);
      count += here;
      networks += here > 0 ? 1 : 0;
      if (count >= ENOUGH && !FULL) {
        break;
      }
    }
    System.out.printf("%-24s %7d routes in %3d networks%n", s, count, networks);
    int found = count;
    assertTrue(found >= ENOUGH, () -> s + " decides only " + found + " routes");
  }

  /** The steps by which routes lose, in all tables while all is well. */
  @Test
  void everyStepEliminatesAHundredRoutes() {
    Map<String, Integer> steps = new ConcurrentHashMap<>();
    cases.parallelStream().forEach(c -> count(c, steps));
    new TreeMap<>(steps).forEach((step, n) -> System.out.printf("%-40s %7d%n", step, n));
    for (String step : STEPS.values()) {
      int found = steps.getOrDefault(step, 0);
      assertTrue(found >= ENOUGH, () -> step + " decides only " + found + " routes");
    }
  }

  /** The engine's words for each step, the more special first. */
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("administrative distance.*", "distance, or own");
    STEPS.put("weight.*", "weight");
    STEPS.put("local preference.*", "local preference");
    STEPS.put("AS path length.*", "AS path length");
    STEPS.put("origin.*", "origin");
    STEPS.put("MED.*from AS.*", "MED within one neighbouring AS");
    STEPS.put("MED[^(]*", "MED among all");
    STEPS.put("learned inside.*", "outer over inner");
    STEPS.put("cost to the next hop.*", "IGP cost");
    STEPS.put("router id.*", "router id");
    STEPS.put("clusters passed.*", "cluster list length");
    STEPS.put("neighbour address.*", "neighbour address");
    STEPS.put("its next hop cannot be reached", "reachable next hop");
  }

  private static void count(Replay.Case c, Map<String, Integer> steps) {
    Solution solution = Routing.solve(c.network(), Failures.NONE);
    for (Node n : c.network().nodes().values()) {
      for (Vrf v : n.vrfs()) {
        for (RibEntry e : solution.rib(v.id()).values()) {
          for (RibEntry.Lost l : e.lost()) {
            STEPS.forEach(
                (words, step) -> {
                  if (l.step().matches(words)) {
                    steps.merge(step, 1, Integer::sum);
                  }
                });
          }
        }
      }
    }
  }

  /**
   * The length of the cluster list cannot be switched off in a network. Where it decided, the next
   * step, the neighbour's address, would often have decided otherwise than the daemons did.
   */
  @Test
  void clusterListLengthDecidesOtherwiseThanWhatComesAfter() {
    List<String> wrong = new ArrayList<>();
    int otherwise = 0;
    for (Replay.Case c : cases) {
      Solution solution = Routing.solve(c.network(), Failures.NONE);
      Recording.State well = c.recording().states().getFirst();
      for (RouterRib rib : well.tables().values()) {
        for (RibEntry e : solution.rib(rib.table()).values()) {
          for (RibEntry.Lost l : e.lost()) {
            if (l.step().startsWith("clusters passed")
                && isBefore(address(c, l.route()), address(c, e.first()))) {
              otherwise++;
              String best =
                  rib.routes().getOrDefault(e.first().prefix(), List.of()).stream()
                      .filter(RouterRib.Candidate::best)
                      .map(RouterRib.Candidate::session)
                      .findFirst()
                      .orElse(null);
              if (l.route().via() != null
                  && l.route().via().equals(best)
                  && !inOtherState(c, solution, well, e.prefix())) {
                wrong.add(c.recording().name() + " " + rib.table() + " " + e.first().prefix());
              }
            }
          }
        }
      }
    }
    System.out.println("cluster list length against neighbour address: " + otherwise);
    assertEquals(List.of(), wrong);
    int found = otherwise;
    assertTrue(found >= ENOUGH, () -> "only " + found);
  }

  /** Whether the daemons are in another stable state for the prefix than the one computed. */
  private static boolean inOtherState(
      Replay.Case c, Solution solution, Recording.State s, Prefix prefix) {
    List<RibComparison.Difference> all = c.compare(solution, s);
    return Explanations.of(c.plan(), solution, s.tables(), List.of(), all).otherState().stream()
        .anyMatch(d -> d.prefix().equals(prefix));
  }

  private static boolean isBefore(@Nullable IpAddress a, @Nullable IpAddress b) {
    return a != null && b != null && a.compareTo(b) < 0;
  }

  /** The address of the neighbour that told a route. */
  private static @Nullable IpAddress address(Replay.Case c, Route r) {
    String via = r.via();
    Session s = via == null ? null : c.network().session(via);
    return s == null ? null : s.at(s.other(r.table())).address();
  }
}
