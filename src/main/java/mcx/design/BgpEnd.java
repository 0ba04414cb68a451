package mcx.design;

import mcx.inet.Asn;
import mcx.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The BGP settings at one end of a session. What is null is taken from the element, the catalog, or
 * made.
 *
 * @param asn the AS number it speaks with, where that is not its own (local-as)
 * @param address the address it speaks from
 * @param importPolicy what it does to routes it receives
 * @param exportPolicy what it does to routes it sends
 * @param prefixLimit the most prefixes it accepts, where that is not the catalog's; 0 for no limit
 * @param keepaliveSeconds 1 to 21845
 * @param holdSeconds 3 to 65535 (RFC 4271 §4.2)
 * @param bfd whether bidirectional forwarding detection runs (RFC 5880)
 * @param allowAsIn how often its own number may stand in a path it accepts; 0 never
 * @param asOverride whether it replaces the neighbour's number in paths it sends to it
 * @param removePrivateAs whether it removes private numbers from paths it sends, where the path
 *     holds no others
 * @param holdBackNeighborAs whether it holds back routes whose path holds the neighbour's number
 *     (some implementations do so, such as GoBGP; FRR and BIRD do not)
 * @param nextHopSelf whether it sets itself as next hop in inner sessions
 * @param routeReflectorClient whether the neighbour is its route reflector client (RFC 4456)
 * @param defaultOriginate whether it sends a default route
 */
public record BgpEnd(
    @Nullable Asn asn,
    @Nullable IpAddress address,
    RoutePolicy importPolicy,
    RoutePolicy exportPolicy,
    @Nullable Integer prefixLimit,
    @Nullable Integer keepaliveSeconds,
    @Nullable Integer holdSeconds,
    @Nullable Boolean bfd,
    int allowAsIn,
    boolean asOverride,
    boolean removePrivateAs,
    boolean holdBackNeighborAs,
    boolean nextHopSelf,
    boolean routeReflectorClient,
    boolean defaultOriginate) {

  /** Nothing set. */
  public static final BgpEnd DEFAULT =
      new BgpEnd(
          null,
          null,
          RoutePolicy.PERMIT_ALL,
          RoutePolicy.PERMIT_ALL,
          null,
          null,
          null,
          null,
          0,
          false,
          false,
          false,
          false,
          false,
          false);

  public BgpEnd {
    if (prefixLimit != null && prefixLimit < 0) {
      throw new InvalidDesignException("A prefix limit cannot be negative; 0 stands for none.");
    }
    if (keepaliveSeconds != null && (keepaliveSeconds < 1 || keepaliveSeconds > 21845)) {
      throw new InvalidDesignException("A BGP keepalive time goes from 1 to 21845 seconds.");
    }
    if (holdSeconds != null && (holdSeconds < 3 || holdSeconds > 65535)) {
      throw new InvalidDesignException("A BGP hold time goes from 3 to 65535 seconds.");
    }
    if (allowAsIn < 0 || allowAsIn > 10) {
      throw new InvalidDesignException("allowas-in goes from 0 to 10, not " + allowAsIn + ".");
    }
  }

  /** These settings with one of them, named as in this record, changed. */
  public BgpEnd with(String component, @Nullable Object value) {
    return Components.with(this, component, value);
  }
}
