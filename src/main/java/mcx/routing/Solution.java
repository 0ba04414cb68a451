package mcx.routing;

import java.util.List;
import java.util.SortedMap;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** The converged state of a network under given failures. */
public interface Solution {

  Network network();

  Failures failures();

  /** Whether the node is up: nothing it depends on has failed. */
  boolean isUp(String node);

  /** Whether the segment is up: it, its ends and, for a tunnel, its underlay. */
  boolean isSegmentUp(String segment);

  /** The state of a session. */
  SessionState session(String session);

  /** The routes of a table by prefix, in order; empty for a table that is down. */
  SortedMap<Prefix, RibEntry> rib(VrfId table);

  /** The entry for exactly this prefix. */
  default @Nullable RibEntry entry(VrfId table, Prefix prefix) {
    return rib(table).get(prefix);
  }

  /** The entry with the longest prefix that holds the address. */
  @Nullable RibEntry lookup(VrfId table, IpAddress address);

  /**
   * What the sender told the receiver over a session or propagation, by prefix in order, with what
   * became of each; computed when asked for.
   */
  List<Advertisement> advertisements(String edge, VrfId from);

  /** The limits that were exceeded. */
  List<Tripped> tripped();

  /** Whether a stable state was found; false where routes chase each other for ever. */
  boolean converged();

  /**
   * A number that two solutions share, as good as certainly, exactly where all tables have the same
   * routes in use, with the same attributes and next hops.
   */
  long checksum();

  /** The way of packets from a table to an address. */
  Trace trace(VrfId from, IpAddress to);
}
