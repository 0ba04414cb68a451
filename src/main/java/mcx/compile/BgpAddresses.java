package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrivateAddresses;
import org.jspecify.annotations.Nullable;

/** The addresses that gateways take inside tunnels. */
final class BgpAddresses {

  private BgpAddresses() {}

  /** Where addresses for tunnels between these two are made: where both take them. */
  static Addressing.Pool pool(VpnEnd a, VpnEnd b) {
    List<Prefix> atA = addresses(a, AddressSet.TUNNEL_INSIDE);
    List<Prefix> atB = addresses(b, AddressSet.TUNNEL_INSIDE);
    List<Prefix> both = new ArrayList<>();
    for (Prefix one : atA.isEmpty() ? atB : atA) {
      for (Prefix other : atB.isEmpty() ? atA : atB) {
        if (one.overlaps(other)) {
          both.add(one.length() > other.length() ? one : other);
        }
      }
    }
    both.removeIf(p -> !Addressing.Pool.holds(p));
    List<Prefix> reserved = new ArrayList<>(addresses(a, AddressSet.TUNNEL_RESERVED));
    reserved.addAll(addresses(b, AddressSet.TUNNEL_RESERVED));
    return both.isEmpty()
        ? Addressing.USUAL
        : new Addressing.Pool(both.stream().distinct().toList(), reserved);
  }

  private static List<Prefix> addresses(VpnEnd end, AddressSet set) {
    GatewayEnd gateway = end.gateway();
    Product product = gateway == null ? null : gateway.product();
    return product == null ? List.of() : product.addresses(set);
  }

  /**
   * Why an end cannot speak BGP in a tunnel with its addresses, in words; null if it can.
   *
   * @param address what it speaks from; null where that is made
   */
  static @Nullable String unusable(
      Context c,
      VpnConnection vpn,
      VpnConnection.Tunnel tunnel,
      VpnEnd end,
      @Nullable IpAddress address) {
    Prefix inside = tunnel.inside();
    if (inside != null
        && addresses(end, AddressSet.TUNNEL_RESERVED).stream().anyMatch(inside::overlaps)) {
      return note(
          c,
          vpn,
          tunnel,
          end,
          "ADR-08",
          "AWS-VTUN",
          c.label(end.id()) + " keeps " + inside + " to itself.",
          "Choose another block.");
    }
    GatewayEnd gatewayEnd = end.gateway();
    if (vpn.mode() == VpnMode.GRE
        && gatewayEnd != null
        && gatewayEnd.behaviour() instanceof IbmTransitGateway
        && address != null
        && PrivateAddresses.LINK_LOCAL.contains(address)) {
      return note(
          c,
          vpn,
          tunnel,
          end,
          "",
          "IBM-DL",
          c.label(end.id()) + " takes no link-local address such as " + address + " with GRE.",
          "Choose a block from private or public space.");
    }
    if (gatewayEnd == null
        || address == null
        || !(gatewayEnd.behaviour() instanceof AzureVpnGateway)
        || !PrivateAddresses.LINK_LOCAL.contains(address)) {
      return null;
    }
    Gateway gateway = gatewayEnd.gateway();
    List<Prefix> allowed = addresses(end, AddressSet.TUNNEL_INSIDE);
    if (!allowed.isEmpty() && allowed.stream().noneMatch(p -> p.contains(address))) {
      return note(
          c,
          vpn,
          tunnel,
          end,
          "ADR-07",
          "VPN-FAQ",
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
          "ADR-07",
          "VPN-FAQ",
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
      Context c,
      VpnConnection vpn,
      VpnConnection.Tunnel tunnel,
      VpnEnd end,
      String rule,
      String source,
      String reason,
      String remedy) {
    c.notes.error(
        rule,
        source,
        reason + " So " + tunnel.key() + " of " + c.label(vpn.id()) + " stays down. " + remedy,
        vpn.id().part(tunnel.key()),
        vpn.id(),
        end.id());
    return reason;
  }
}
