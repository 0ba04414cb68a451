package mcx.routing;

import java.util.List;
import java.util.Set;
import mcx.inet.AsPath;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A route in a table.
 *
 * @param prefix where it leads
 * @param table the table it is in
 * @param learned how it came in
 * @param via the session, propagation or VPN domain it came in by; for a static route the segment
 *     it leaves by, if any; null for what else the table has itself
 * @param from the route at the sender that it was made from; null for the table's own
 * @param nextHop the table that traffic is handed to next; null for delivery here or discard, and
 *     where the BGP next hop cannot be reached
 * @param discard whether traffic is dropped here (an aggregate, a static route to nowhere)
 * @param asPath the path as this table sees it
 * @param localPreference 100 where nothing set it (customary default)
 * @param med the multi-exit discriminator; 0 where none came
 * @param weight the table's own preference
 * @param distance the administrative distance
 * @param igpCost the cost to the next hop
 * @param communities the communities on it
 * @param origin how the prefix came into BGP
 * @param exit the table whose address is the BGP next hop, for a route learned by an inner session;
 *     null otherwise
 * @param reflection what route reflectors wrote on it; null where none did
 */
public record Route(
    Prefix prefix,
    VrfId table,
    Learned learned,
    @Nullable String via,
    @Nullable Route from,
    @Nullable VrfId nextHop,
    boolean discard,
    AsPath asPath,
    long localPreference,
    long med,
    int weight,
    int distance,
    int igpCost,
    Set<Community> communities,
    OriginCode origin,
    @Nullable VrfId exit,
    @Nullable Reflection reflection) {

  /** The local preference of a route on which nothing set one. */
  public static final long DEFAULT_LOCAL_PREFERENCE = 100;

  /** How a prefix came into BGP (RFC 4271 §5.1.1), best first. */
  public enum OriginCode {
    IGP,
    EGP,
    INCOMPLETE
  }

  /**
   * What route reflectors write on a route so that it does not go in circles (RFC 4456 §8).
   *
   * @param originator the router id of the router that brought the route into the autonomous system
   * @param clusters the router ids of the reflectors it passed, nearest first
   */
  public record Reflection(IpAddress originator, List<IpAddress> clusters) {
    public Reflection {
      clusters = List.copyOf(clusters);
    }
  }

  /** A route that a table holds itself, with nothing set on it. */
  static Route own(Prefix prefix, VrfId table, Learned learned, OriginCode origin) {
    return new Route(
        prefix,
        table,
        learned,
        null,
        null,
        null,
        false,
        AsPath.EMPTY,
        DEFAULT_LOCAL_PREFERENCE,
        0,
        0,
        0,
        0,
        Set.of(),
        origin,
        null,
        null);
  }

  /** The table that first held the prefix. */
  public VrfId source() {
    Route r = this;
    while (r.from != null) {
      r = r.from;
    }
    return r.table;
  }

  /** Whether the table, or one that the route came through, is this one. */
  public boolean passed(VrfId other) {
    for (Route r = this; r != null; r = r.from) {
      if (r.table.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether traffic can follow it; false where its BGP next hop cannot be reached. */
  public boolean isUsable() {
    return nextHop != null || discard || learned == Learned.LOCAL || learned == Learned.CONNECTED;
  }

  /** Whether the table made it itself instead of learning it. */
  public boolean isOwn() {
    return from == null;
  }
}
