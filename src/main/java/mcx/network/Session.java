package mcx.network;

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
 * @param segment the segment it runs over; null where it runs between loopbacks of one autonomous
 *     system, over inner routing
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
   * @param removePrivateAs whether it empties a path it sends that holds private numbers only,
   *     before it puts its own before it
   * @param holdBackNeighborAs whether it does not send routes whose path holds the neighbour's
   *     number
   * @param nextHopSelf whether it sets itself as next hop in an inner session
   * @param reflectorClient whether the neighbour is its route reflector client
   * @param defaultOriginate whether it sends a default route
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
      boolean removePrivateAs,
      boolean holdBackNeighborAs,
      boolean nextHopSelf,
      boolean reflectorClient,
      boolean defaultOriginate,
      int keepaliveSeconds,
      int holdSeconds,
      @Nullable Bfd bfd) {

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
          false,
          false,
          false,
          false,
          false,
          60,
          180,
          null);
    }
  }

  /**
   * Bidirectional forwarding detection at one end (RFC 5880).
   *
   * @param intervalMillis the interval it sends and expects, in milliseconds
   * @param multiplier how many it may miss
   */
  public record Bfd(int intervalMillis, int multiplier) {}
}
