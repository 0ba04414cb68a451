package mcx.compile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;

/**
 * Gives every node a BGP identifier of its own: the drawn one, or one made in the order of the
 * nodes' ids. So a tie between two routers (RFC 4271 §9.1.2.2 f) goes to the one that is named
 * first, the primary before the secondary, whatever else the design holds.
 */
final class RouterIds {

  /** Addresses set aside for tests of devices (RFC 2544); no design routes them. */
  private static final Prefix POOL = Prefix.of("198.18.0.0/15");

  private RouterIds() {}

  static Map<String, IpAddress> assign(Collection<NodeDraft> nodes) {
    Map<String, IpAddress> assigned = new TreeMap<>();
    Set<IpAddress> taken = new HashSet<>();
    for (NodeDraft node : nodes) {
      IpAddress drawn = node.drawnRouterId;
      if (drawn != null && taken.add(drawn)) {
        assigned.put(node.id, drawn);
      }
    }
    List<String> rest =
        nodes.stream().map(n -> n.id).filter(id -> !assigned.containsKey(id)).sorted().toList();
    int host = 1;
    for (String id : rest) {
      while (!taken.add(POOL.host(host))) {
        host++;
      }
      assigned.put(id, POOL.host(host));
    }
    return assigned;
  }
}
