package mcx.routing;

import java.util.List;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The way of packets from one table to an address.
 *
 * @param from where they start
 * @param to the address they are for
 * @param hops the tables they pass, in order, the start first
 * @param end what became of them
 * @param reason why, in words, where they did not arrive; empty otherwise
 * @param shared whether some table on the way has further routes in use that are as good, so that
 *     other packets go other ways; this is the way of the first of each
 */
public record Trace(
    VrfId from, IpAddress to, List<Hop> hops, End end, String reason, boolean shared) {

  public Trace {
    hops = List.copyOf(hops);
  }

  public boolean arrived() {
    return end == End.DELIVERED;
  }

  /**
   * One table that packets pass.
   *
   * @param table the table
   * @param prefix the prefix that matched there; null where none did
   * @param route the route that was used; null where there was none
   * @param via the session, propagation, VPN domain or segment that leads to the next hop; null at
   *     the end
   * @param segment the segment that is crossed to the next hop; null where there is none
   * @param passedOver the routes of tables between this one and the next that only exchange routes:
   *     their next hop was used, but packets do not pass them; in order, mostly empty
   */
  public record Hop(
      VrfId table,
      @Nullable Prefix prefix,
      @Nullable Route route,
      @Nullable String via,
      @Nullable String segment,
      List<Route> passedOver) {

    public Hop {
      passedOver = List.copyOf(passedOver);
    }
  }

  /** What became of packets. */
  public enum End {
    DELIVERED,
    /** A table on the way has no route. */
    NO_ROUTE,
    /** A route on the way discards them. */
    DISCARDED,
    /** They go in a circle. */
    LOOP,
    /** A node or segment on the way is down. */
    DOWN
  }
}
