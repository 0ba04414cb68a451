package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import mcx.network.Network;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * How soon news of a failure comes to each node: first by when it is noticed where the news starts,
 * then by how many nodes tell each other until it is there.
 */
final class Distances {

  /**
   * When news comes.
   *
   * @param seconds when the failure is noticed that it starts from; infinite where not known
   * @param hops over how many nodes it comes
   */
  record Arrival(double seconds, int hops) implements Comparable<Arrival> {
    private static final Comparator<Arrival> SOONER =
        Comparator.comparingDouble(Arrival::seconds).thenComparingInt(Arrival::hops);

    @Override
    public int compareTo(Arrival o) {
      return SOONER.compare(this, o);
    }

    @Nullable Double known() {
      return Double.isInfinite(seconds) ? null : Double.valueOf(seconds);
    }
  }

  private record Open(Arrival arrival, String node) {}

  private final Map<String, Arrival> arrivals = new HashMap<>();

  /**
   * From these starts on.
   *
   * @param starts when each node notices by itself
   * @param up whether a node takes part
   */
  Distances(Network network, Map<String, Double> starts, Predicate<String> up) {
    Map<String, List<String>> neighbors = neighbors(network);
    PriorityQueue<Open> open =
        new PriorityQueue<>(Comparator.comparing(Open::arrival).thenComparing(Open::node));
    starts.forEach((node, seconds) -> open.add(new Open(new Arrival(seconds, 0), node)));
    while (!open.isEmpty()) {
      Open next = open.poll();
      if (arrivals.putIfAbsent(next.node, next.arrival) != null) {
        continue;
      }
      for (String neighbor : neighbors.getOrDefault(next.node, List.of())) {
        if (!arrivals.containsKey(neighbor) && up.test(neighbor)) {
          open.add(new Open(new Arrival(next.arrival.seconds, next.arrival.hops + 1), neighbor));
        }
      }
    }
  }

  private static Map<String, List<String>> neighbors(Network network) {
    Map<String, List<String>> all = new HashMap<>();
    network.sessions().forEach(s -> join(all, s.a(), s.b()));
    network.propagations().forEach(p -> join(all, p.from(), p.to()));
    for (VpnDomain domain : network.vpnDomains()) {
      for (VrfId a : domain.vrfs()) {
        domain.vrfs().forEach(b -> join(all, a, b));
      }
    }
    return all;
  }

  private static void join(Map<String, List<String>> all, VrfId a, VrfId b) {
    all.computeIfAbsent(a.node(), k -> new ArrayList<>()).add(b.node());
    all.computeIfAbsent(b.node(), k -> new ArrayList<>()).add(a.node());
  }

  /** When news comes to a node; never where it does not. */
  Arrival of(String node) {
    return arrivals.getOrDefault(node, new Arrival(Double.POSITIVE_INFINITY, Integer.MAX_VALUE));
  }
}
