package mcx.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Policy;
import org.junit.jupiter.api.Test;

/** Tables that share traffic between a way of their own and one through each other. */
class CirclesTest {

  private static final String PREFIX = "10.1.0.0/16";

  /** Gateways in a full mesh, each with a site of its own that holds the prefix. */
  private static Nets mesh(String... gateways) {
    Nets nets = new Nets();
    for (String g : gateways) {
      nets.router(g, 0).select().multipath();
      nets.router("S" + g, 0).holds(PREFIX);
      nets.handOver("S" + g, g, Policy.PERMIT);
    }
    for (String g : gateways) {
      for (String other : gateways) {
        if (!g.equals(other)) {
          nets.handOver(g, other, Policy.PERMIT);
        }
      }
    }
    return nets;
  }

  /** What the table uses: for each way in, where the route comes from. */
  private static Map<String, String> uses(Solution s, String table) {
    return s.entry(Nets.table(table), Prefix.of(PREFIX)).best().stream()
        .collect(Collectors.toMap(Route::via, r -> r.source().node()));
  }

  @Test
  void twoThatShareHaveBothWays() {
    Solution s = mesh("A", "B").solve();
    assertTrue(s.converged());
    assertEquals(Map.of("SA>A", "SA", "B>A", "SB"), uses(s, "A"));
    assertEquals(Map.of("SB>B", "SB", "A>B", "SA"), uses(s, "B"));
  }

  @Test
  void aFullMeshIsMadeAgainInReasonableTime() {
    String[] gateways = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"};
    Solution s = mesh(gateways).solve();
    for (String g : gateways) {
      Map<String, String> uses = uses(s, g);
      assertEquals("S" + g, uses.get("S" + g + ">" + g));
      Set<String> sources = new TreeSet<>(uses.values());
      assertEquals(uses.size() > 1, sources.size() > 1, uses.toString());
    }
  }

  @Test
  void aFailureLeavesTheOther() {
    Solution s = mesh("A", "B").solve();
    Solution after = s.solver().solve(Failures.of("SA"), s);
    assertEquals(Map.of("B>A", "SB"), uses(after, "A"));
    assertEquals(Map.of("SB>B", "SB"), uses(after, "B"));
    assertEquals(List.of("A", "B", "SB"), holding(after));
  }

  private static List<String> holding(Solution s) {
    return s.network().nodes().keySet().stream()
        .filter(n -> !s.rib(Nets.table(n)).isEmpty())
        .sorted()
        .toList();
  }
}
