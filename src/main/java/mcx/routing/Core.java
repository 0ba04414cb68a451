package mcx.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import mcx.network.VpnDomain;
import mcx.network.VrfId;

/** The costs between the edges of a VPN domain, over those edges that are up. */
final class Core {

  private final Map<String, Integer> number = new HashMap<>();
  private final int[][] cost;

  Core(VpnDomain domain, Predicate<String> nodeUp) {
    TreeSet<String> nodes = new TreeSet<>();
    for (VrfId v : domain.vrfs()) {
      if (nodeUp.test(v.node())) {
        nodes.add(v.node());
      }
    }
    nodes.forEach(n -> number.put(n, number.size()));
    int n = nodes.size();
    cost = new int[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(cost[i], domain.defaultCost());
      cost[i][i] = 0;
    }
    for (VpnDomain.Cost c : domain.costs()) {
      Integer a = number.get(c.a());
      Integer b = number.get(c.b());
      if (a != null && b != null && !a.equals(b)) {
        cost[a][b] = c.cost();
        cost[b][a] = c.cost();
      }
    }
    if (!domain.costs().isEmpty()) {
      shorten(n);
    }
  }

  /** All shortest paths (Floyd and Warshall). */
  private void shorten(int n) {
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          cost[i][j] = Math.min(cost[i][j], cost[i][k] + cost[k][j]);
        }
      }
    }
  }

  /** The cost between two edges that are up; 0 on one and the same. */
  int between(String a, String b) {
    Integer i = number.get(a);
    Integer j = number.get(b);
    return i == null || j == null ? 0 : cost[i][j];
  }
}
