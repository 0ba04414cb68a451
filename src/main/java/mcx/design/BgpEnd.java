package mcx.design;

import java.util.List;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The BGP settings at one end of a session. What is null is taken from the element, the catalog, or
 * made.
 *
 * @param asn the AS number it speaks with, where that is not its own (local-as)
 * @param localAs what that number does with its own
 * @param address the address it speaks from
 * @param importPolicy what it does to routes it receives
 * @param exportPolicy what it does to routes it sends
 * @param prefixLimit the most prefixes it accepts, where that is not the catalog's; 0 for no limit
 * @param prefixLimitAction what it does beyond the limit that is set here
 * @param keepaliveSeconds 1 to 21845
 * @param holdSeconds 3 to 65535 (RFC 4271 §4.2)
 * @param bfd whether bidirectional forwarding detection runs (RFC 5880)
 * @param allowAsIn how often its own number may stand in a path it accepts; 0 never
 * @param asOverride whether it replaces the neighbour's number in paths it sends to it
 * @param privateAs what it does to private numbers in paths it sends outside
 * @param holdBackNeighborAs whether it holds back routes whose path holds the neighbour's number
 *     (some implementations do so, such as GoBGP; FRR and BIRD do not)
 * @param nextHopSelf whether it sets itself as next hop in inner sessions
 * @param routeReflectorClient whether the neighbour is its route reflector client (RFC 4456)
 * @param defaultOriginate whether it sends a default route
 * @param defaultWhen what it must know a route to, one of these at least, to send the default
 *     route; empty to send it always
 * @param bilateralPeer whether the neighbour is a bilateral peer, to which it does not send routes
 *     with the community no-peer (RFC 3765)
 * @param settings what else is set of it
 */
public record BgpEnd(
    @Nullable Asn asn,
    LocalAs localAs,
    @Nullable IpAddress address,
    RoutePolicy importPolicy,
    RoutePolicy exportPolicy,
    @Nullable Integer prefixLimit,
    PrefixLimitAction prefixLimitAction,
    @Nullable Integer keepaliveSeconds,
    @Nullable Integer holdSeconds,
    @Nullable Boolean bfd,
    int allowAsIn,
    boolean asOverride,
    PrivateAs privateAs,
    boolean holdBackNeighborAs,
    boolean nextHopSelf,
    boolean routeReflectorClient,
    boolean defaultOriginate,
    List<RoutePolicy.PrefixMatch> defaultWhen,
    boolean bilateralPeer,
    Settings settings) {
  /** With no further settings. */
  public BgpEnd(
      @Nullable Asn asn,
      LocalAs localAs,
      @Nullable IpAddress address,
      RoutePolicy importPolicy,
      RoutePolicy exportPolicy,
      @Nullable Integer prefixLimit,
      PrefixLimitAction prefixLimitAction,
      @Nullable Integer keepaliveSeconds,
      @Nullable Integer holdSeconds,
      @Nullable Boolean bfd,
      int allowAsIn,
      boolean asOverride,
      PrivateAs privateAs,
      boolean holdBackNeighborAs,
      boolean nextHopSelf,
      boolean routeReflectorClient,
      boolean defaultOriginate,
      List<RoutePolicy.PrefixMatch> defaultWhen,
      boolean bilateralPeer) {
    this(
        asn,
        localAs,
        address,
        importPolicy,
        exportPolicy,
        prefixLimit,
        prefixLimitAction,
        keepaliveSeconds,
        holdSeconds,
        bfd,
        allowAsIn,
        asOverride,
        privateAs,
        holdBackNeighborAs,
        nextHopSelf,
        routeReflectorClient,
        defaultOriginate,
        defaultWhen,
        bilateralPeer,
        Settings.NONE);
  }

  /** Nothing set. */
  public static final BgpEnd DEFAULT =
      new BgpEnd(
          null,
          LocalAs.REPLACE,
          null,
          RoutePolicy.PERMIT_ALL,
          RoutePolicy.PERMIT_ALL,
          null,
          PrefixLimitAction.RESTART,
          null,
          null,
          null,
          0,
          false,
          PrivateAs.KEEP,
          false,
          false,
          false,
          false,
          List.of(),
          false);

  public BgpEnd {
    defaultWhen = Checks.list(defaultWhen);
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
