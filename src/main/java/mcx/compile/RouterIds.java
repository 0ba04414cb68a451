package mcx.compile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;

/**
 * Gives every node a BGP identifier of its own: the drawn one, or one made from the node's id, so
 * that it stays when the design is edited elsewhere.
 */
final class RouterIds {

  /** Addresses set aside for tests of devices (RFC 2544); no design routes them. */
  private static final Prefix POOL = Prefix.of("198.18.0.0/15");

  private static final int SIZE = 1 << (32 - 15);

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
    for (NodeDraft node : nodes) {
      if (!assigned.containsKey(node.id)) {
        int slot = Addressing.slot(node.id, SIZE);
        while (!taken.add(POOL.host(slot))) {
          slot = (slot + 1) % SIZE;
        }
        assigned.put(node.id, POOL.host(slot));
      }
    }
    return assigned;
  }
}
