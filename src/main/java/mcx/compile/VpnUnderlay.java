package mcx.compile;

import java.util.List;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.PeeringType;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.network.Segment;
import org.jspecify.annotations.Nullable;

/** What the packets of a tunnel themselves travel over, as far as the addresses of its ends say. */
final class VpnUnderlay {

  private VpnUnderlay() {}

  /**
   * The underlay of a tunnel; null where an address is not known, and over a circuit that only
   * leads to a cloud's public services, whose routes are none of this network's.
   */
  static Segment.@Nullable Underlay of(Context c, VpnConnection vpn, VpnConnection.Tunnel tunnel) {
    boolean internet =
        vpn.underlay() == null || c.design.element(vpn.underlay(), Internet.class) != null;
    if (!internet && leadsToPublicServicesOnly(c, vpn.underlay())) {
      return null;
    }
    IpAddress a = endpoint(c, vpn.a(), tunnel.outsideA(), internet);
    IpAddress b = endpoint(c, vpn.b(), tunnel.outsideB(), internet);
    return a == null || b == null || a.family() != b.family()
        ? null
        : new Segment.Underlay(a, b, internet);
  }

  /** The drawn address, else the public one of a router where that is what counts. */
  private static @Nullable IpAddress endpoint(
      Context c, Id end, @Nullable IpAddress drawn, boolean internet) {
    Router router = c.design.element(end, Router.class);
    return drawn != null || router == null || !internet ? drawn : router.publicAddress();
  }

  /** Whether it is a circuit all of whose connections are peerings for public services. */
  static boolean leadsToPublicServicesOnly(Context c, @Nullable Id underlay) {
    if (c.design.element(underlay, Circuit.class) == null) {
      return false;
    }
    List<CircuitConnection> ways =
        c.links(CircuitConnection.class).stream().filter(l -> l.a().equals(underlay)).toList();
    return !ways.isEmpty()
        && ways.stream()
            .allMatch(
                l -> l.peering() == PeeringType.MICROSOFT || l.peering() == PeeringType.PUBLIC);
  }
}
