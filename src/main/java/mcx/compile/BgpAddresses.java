package mcx.compile;

import java.util.List;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.design.BgpEnd;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** Whether an Azure VPN gateway can speak BGP from the address that a tunnel asks for. */
final class BgpAddresses {

  /** Where addresses made for tunnels lie (RFC 3927); others are the customer's own choice. */
  private static final Prefix LINK_LOCAL = Prefix.of("169.254.0.0/16");

  private BgpAddresses() {}

  /** Why it cannot, in words; null if it can. */
  static @Nullable String unusable(
      Context c, VpnConnection vpn, Id tunnel, VpnEnd end, BgpEnd drawn) {
    GatewayEnd gatewayEnd = end.gateway();
    IpAddress address = drawn.address();
    if (gatewayEnd == null
        || address == null
        || !(gatewayEnd.behaviour() instanceof AzureVpnGateway)
        || !LINK_LOCAL.contains(address)) {
      return null;
    }
    Gateway gateway = gatewayEnd.gateway();
    Product product = gatewayEnd.product();
    List<Prefix> allowed =
        product == null ? List.of() : product.addresses(AddressSet.TUNNEL_INSIDE);
    if (!allowed.isEmpty() && allowed.stream().noneMatch(p -> p.contains(address))) {
      return note(
          c,
          vpn,
          tunnel,
          end,
          c.label(gateway.id())
              + " cannot speak BGP from "
              + address
              + ", which lies outside the range that Azure keeps for tunnels.",
          "Choose an address inside "
              + String.join(" or ", allowed.stream().map(Prefix::toString).toList())
              + ".");
    }
    List<IpAddress> own = gateway.bgpAddresses();
    if (!gateway.activeActive() && own.size() == 1 && !own.contains(address)) {
      return note(
          c,
          vpn,
          tunnel,
          end,
          c.label(gateway.id())
              + " is active-standby and speaks BGP inside tunnels from "
              + own.getFirst()
              + " only, not from "
              + address
              + ".",
          "Make it active-active and give it this address too.");
    }
    return null;
  }

  private static String note(
      Context c, VpnConnection vpn, Id tunnel, VpnEnd end, String reason, String remedy) {
    c.notes.error(
        "ADR-07",
        "VPN-FAQ",
        reason
            + " So "
            + tunnel.value().substring(tunnel.value().indexOf('/') + 1)
            + " of "
            + c.label(vpn.id())
            + " stays down. "
            + remedy,
        vpn.id(),
        end.id());
    return reason;
  }
}
