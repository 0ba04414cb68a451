package mcx.network;

import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What packets cross between two tables: a wire, a VLAN, or a tunnel.
 *
 * @param id unique among the segments
 * @param kind wire or tunnel
 * @param a the table at one end
 * @param b the table at the other
 * @param addressA the address at end a
 * @param addressB the address at end b
 * @param igpCost its cost in inner routing; 0 where no inner routing runs over it
 * @param bandwidthMbps the narrowest part, in Mbit/s; 0 where not known
 * @param origin the design link (or part of one) it came from
 * @param drawn the design links and elements it runs along, from a to b, for showing it
 * @param dependsOn the ids whose failure takes it down
 * @param downBecause why it never comes up, in words (ends that cannot agree on IKE); null if it
 *     can
 * @param underlay over what a tunnel's own packets travel; null for a wire, and for a tunnel that
 *     is up whenever what it depends on is
 */
public record Segment(
    String id,
    Kind kind,
    VrfId a,
    VrfId b,
    @Nullable IpAddress addressA,
    @Nullable IpAddress addressB,
    int igpCost,
    int bandwidthMbps,
    Origin origin,
    List<Origin> drawn,
    Set<Origin> dependsOn,
    @Nullable String downBecause,
    @Nullable Underlay underlay) {

  public Segment {
    drawn = List.copyOf(drawn);
    dependsOn = Set.copyOf(dependsOn);
  }

  /** A segment whose packets need no other routes. */
  public Segment(
      String id,
      Kind kind,
      VrfId a,
      VrfId b,
      @Nullable IpAddress addressA,
      @Nullable IpAddress addressB,
      int igpCost,
      int bandwidthMbps,
      Origin origin,
      List<Origin> drawn,
      Set<Origin> dependsOn,
      @Nullable String downBecause) {
    this(
        id,
        kind,
        a,
        b,
        addressA,
        addressB,
        igpCost,
        bandwidthMbps,
        origin,
        drawn,
        dependsOn,
        downBecause,
        null);
  }

  /**
   * What the packets of a tunnel travel over, looked up in the tables at its two ends.
   *
   * @param endpointA the address that packets from end b are sent to
   * @param endpointB the address that packets from end a are sent to
   * @param internet whether each end has a way of its own to the Internet, as a default route by
   *     hand would be: then only a more specific route for the far endpoint is in the way. False
   *     where the routes of the tables themselves must lead from each endpoint to the other.
   */
  public record Underlay(IpAddress endpointA, IpAddress endpointB, boolean internet) {}

  /** What a segment is. */
  public enum Kind {
    LINK,
    /** A site-to-site VPN tunnel. */
    TUNNEL,
    /** A cloud's circuit joined to another cloud's. */
    INTERCONNECT
  }

  /** The end that is not {@code end}. */
  public VrfId other(VrfId end) {
    return a.equals(end) ? b : a;
  }
}
