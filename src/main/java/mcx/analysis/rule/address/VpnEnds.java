package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Hop;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.network.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel as seen from a gateway that ends it.
 *
 * @param link the VPN
 * @param tunnel the tunnel
 * @param gateway the gateway
 * @param peer the element at the other end
 * @param own the gateway's address inside; null where there is none
 * @param other the peer's address inside; null where there is none
 */
record VpnEnds(
    VpnConnection link,
    Hop tunnel,
    Gateway gateway,
    Id peer,
    @Nullable IpAddress own,
    @Nullable IpAddress other) {

  /** All tunnels of a product's gateways, by the beginning of its key. */
  static List<VpnEnds> all(Situation situation, String product) {
    List<VpnEnds> all = new ArrayList<>();
    for (VpnConnection link : situation.links(VpnConnection.class)) {
      for (Id end : List.of(link.a(), link.b())) {
        Gateway gateway = situation.design().element(end, Gateway.class);
        if (gateway == null || !gateway.product().startsWith(product)) {
          continue;
        }
        for (Hop hop : Hop.of(situation.design(), link.id())) {
          Segment segment = situation.network().segment(hop.id().value());
          boolean first = end.equals(link.a());
          IpAddress a = segment == null ? null : segment.addressA();
          IpAddress b = segment == null ? null : segment.addressB();
          all.add(new VpnEnds(link, hop, gateway, link.other(end), first ? a : b, first ? b : a));
        }
      }
    }
    return all;
  }

  /** Whether the gateway's address follows from what is drawn. */
  boolean isDrawn() {
    return tunnel.subnet() != null || tunnel.end(gateway.id()).address() != null;
  }
}
