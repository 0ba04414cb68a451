package mcx.routing;

import java.util.List;
import mcx.routing.Trace.End;
import mcx.routing.Trace.Hop;
import org.jspecify.annotations.Nullable;

/**
 * What one table does with packets for one address.
 *
 * @param branches where it sends them, the first of its routes first; at least one
 */
record Forwarding(List<Branch> branches) {

  Forwarding {
    branches = List.copyOf(branches);
  }

  static Forwarding end(Hop hop, End end, String reason) {
    return new Forwarding(List.of(new Branch(hop, null, 1, end, reason)));
  }

  Branch first() {
    return branches.getFirst();
  }

  /**
   * What it does with some of the packets.
   *
   * @param hop the table, and how they leave it
   * @param next the table that they come to; null where they come no further
   * @param share how many of those that come here, above 0 and up to 1
   * @param end what becomes of them, where they come no further
   * @param reason why, in words, where they do not arrive; empty otherwise
   */
  record Branch(Hop hop, @Nullable Table next, double share, End end, String reason) {}
}
