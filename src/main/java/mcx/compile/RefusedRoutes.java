package mcx.compile;

import mcx.design.CircuitAttachment;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** What vendors refuse of the routes that are entered by hand in their route tables. */
final class RefusedRoutes {

  private final Context c;
  private final Gateways gateways;

  RefusedRoutes(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  /**
   * Why a route is not taken.
   *
   * @param rule the rule it breaks; empty where it is none of the known ones
   * @param source the key of the source that says so
   * @param reason in words, to follow on “is refused, as”
   */
  record Refusal(String rule, String source, String reason) {}

  /** Why the route of a route table is not taken where it is to stand; null if it is. */
  @Nullable Refusal refusal(Element holder, StaticRoute route) {
    Id via = route.via();
    if (holder instanceof VirtualNetwork network) {
      return switch (c.vendor(holder.id())) {
        case "azure" -> via == null ? null : azure(network, via);
        case "aws" -> aws(network, route.prefix());
        default -> null;
      };
    }
    if (holder instanceof Gateway gateway && via != null) {
      GatewayEnd end = gateways.get(gateway.id());
      if (end != null && end.behaviour() instanceof OracleDrg && isOutside(gateway, via)) {
        return new Refusal(
            "",
            "OCI-DRG",
            "a static route of a DRG cannot lead to a tunnel or a virtual circuit. Learn it by BGP,"
                + " or lead it to a VCN");
      }
    }
    return null;
  }

  private @Nullable Refusal azure(VirtualNetwork network, Id via) {
    boolean er = false;
    boolean vpn = false;
    boolean toEr = false;
    boolean toVpn = false;
    for (Served.Joint joint : c.joints()) {
      if (joint.network().id().equals(network.id())) {
        GatewayEnd gateway = gateways.get(joint.gateway().id());
        boolean here = via.equals(joint.gateway().id()) || via.equals(joint.by());
        boolean isEr = gateway != null && gateway.behaviour() instanceof AzureErGateway;
        boolean isVpn = gateway != null && gateway.behaviour() instanceof AzureVpnGateway;
        er |= isEr;
        vpn |= isVpn;
        toEr |= isEr && here;
        toVpn |= isVpn && here;
      }
    }
    if (toEr) {
      return new Refusal(
          "PATH-16",
          "UDR",
          "a user route cannot lead to an ExpressRoute gateway. Lead it to an appliance, or let BGP"
              + " tell it");
    }
    return toVpn && er && vpn
        ? new Refusal(
            "PATH-16",
            "UDR",
            "a user route cannot lead to a virtual network gateway where an ExpressRoute and a VPN"
                + " gateway stand side by side. Lead it to an appliance, or let BGP tell it")
        : null;
  }

  private @Nullable Refusal aws(VirtualNetwork network, Prefix prefix) {
    for (Prefix own : Served.of(c, network)) {
      if (own.contains(prefix)) {
        return new Refusal(
            "",
            "AWS-VPN",
            "the local route of the VPC, " + own + ", wins against any other, however specific");
      }
    }
    return null;
  }

  private boolean isOutside(Gateway gateway, Id via) {
    Link link = c.design.link(via);
    return link != null && link.joins(gateway.id())
        ? link instanceof VpnConnection || link instanceof CircuitAttachment
        : c.design.links().values().stream()
            .filter(l -> l.joins(gateway.id()) && l.other(gateway.id()).equals(via))
            .anyMatch(l -> l instanceof VpnConnection || l instanceof CircuitAttachment);
  }
}
