package mcx.network;

import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * One BGP session. It is inner (iBGP) where both ends speak with the same AS number.
 *
 * @param id unique among the sessions
 * @param a the table at one end
 * @param b the table at the other
 * @param segment the segment it runs over; null where it runs between loopbacks: an inner session
 *     over inner routing, an outer one (multihop) over whatever routes lead from each end's table
 *     to the other's address
 * @param atA the settings at end a
 * @param atB the settings at end b
 * @param origin the design link (or part of one) it came from
 * @param dependsOn the ids whose failure takes it down, beyond those of its segment and ends
 */
public record Session(
    String id,
    VrfId a,
    VrfId b,
    @Nullable String segment,
    End atA,
    End atB,
    Origin origin,
    Set<Origin> dependsOn) {

  public Session {
    dependsOn = Set.copyOf(dependsOn);
  }

  public boolean isInner() {
    return atA.asn().equals(atB.asn());
  }

  /** The settings at this end. */
  public End at(VrfId end) {
    return a.equals(end) ? atA : atB;
  }

  /** The end that is not {@code end}. */
  public VrfId other(VrfId end) {
    return a.equals(end) ? b : a;
  }

  /**
   * One end of a session.
   *
   * @param asn the AS number it speaks with
   * @param address the address it speaks from
   * @param importPolicy what it does to routes it receives
   * @param exportPolicy what it does to routes it sends
   * @param limitV4 the limit on IPv4 prefixes it accepts; null for none
   * @param limitV6 the same for IPv6
   * @param allowAsIn how often its own number may stand in a path it accepts
   * @param asOverride whether it replaces the neighbour's number by its own in paths it sends
   * @param privateAs what it does to private numbers in paths it sends outside, before it puts its
   *     own before them
   * @param holdBackNeighborAs whether it does not send routes whose path holds the neighbour's
   *     number
   * @param nextHopSelf whether it sets itself as next hop in an inner session
   * @param reflectorClient whether the neighbour is its route reflector client
   * @param defaultOriginate whether it sends a default route
   * @param defaultWhen what its table must have a route to, one of these at least, for it to send
   *     the default route; empty for always
   * @param localAs what the session's number means beside the table's own, where the two differ
   * @param bilateralPeer whether the neighbour is a bilateral peer, to which routes with the
   *     community no-peer are not sent (RFC 3765)
   * @param keepaliveSeconds its keepalive time
   * @param holdSeconds its hold time; the session takes the smaller of the two ends'
   * @param bfd its detection by BFD; null where it runs none; the session has BFD if both ends do
   */
  public record End(
      Asn asn,
      @Nullable IpAddress address,
      Policy importPolicy,
      Policy exportPolicy,
      @Nullable PrefixLimit limitV4,
      @Nullable PrefixLimit limitV6,
      int allowAsIn,
      boolean asOverride,
      PrivateAs privateAs,
      boolean holdBackNeighborAs,
      boolean nextHopSelf,
      boolean reflectorClient,
      boolean defaultOriginate,
      List<Policy.Match> defaultWhen,
      LocalAs localAs,
      boolean bilateralPeer,
      int keepaliveSeconds,
      int holdSeconds,
      @Nullable Bfd bfd) {

    public End {
      defaultWhen = List.copyOf(defaultWhen);
    }

    /** An end with nothing set but its number. */
    public static End of(Asn asn) {
      return new End(
          asn,
          null,
          Policy.PERMIT,
          Policy.PERMIT,
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
          LocalAs.REPLACE,
          false,
          60,
          180,
          null);
    }

    /** This end with other policies. */
    public End withPolicies(Policy importing, Policy exporting) {
      return new End(
          asn,
          address,
          importing,
          exporting,
          limitV4,
          limitV6,
          allowAsIn,
          asOverride,
          privateAs,
          holdBackNeighborAs,
          nextHopSelf,
          reflectorClient,
          defaultOriginate,
          defaultWhen,
          localAs,
          bilateralPeer,
          keepaliveSeconds,
          holdSeconds,
          bfd);
    }
  }

  /** What happens to private AS numbers (RFC 6996) in a path that is sent outside. */
  public enum PrivateAs {
    /** They stay. */
    KEEP,
    /**
     * A path that holds private numbers only is emptied, but for the neighbour's own; any other
     * stays as it is.
     */
    REMOVE_IF_ALL,
    /** Every private number is taken out, but not the neighbour's own. */
    REMOVE,
    /** Every private number is replaced by the sender's own, but not the neighbour's own. */
    REPLACE
  }

  /**
   * What a session's own AS number (local-as) means where the table has another one: the number
   * that the neighbour sees, and whether the table's number shows beside it.
   */
  public enum LocalAs {
    /** The neighbour sees the session's number only; nothing shows inside. */
    REPLACE,
    /** The neighbour sees the session's number before the table's; nothing shows inside. */
    NO_PREPEND,
    /**
     * The neighbour sees the session's number before the table's, and the session's number is put
     * before the paths that come in.
     */
    PREPEND
  }

  /**
   * Bidirectional forwarding detection at one end (RFC 5880).
   *
   * @param intervalMillis the interval it sends and expects, in milliseconds
   * @param multiplier how many it may miss
   */
  public record Bfd(int intervalMillis, int multiplier) {}
}
