package mcx.compile;

import java.util.List;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/** Whether BGP runs over a VPN, and notes why it does not. */
final class VpnBgp {

  private final Context c;
  private final VpnConnection vpn;
  private final VpnEnd a;
  private final VpnEnd b;

  VpnBgp(Context c, VpnConnection vpn, VpnEnd a, VpnEnd b) {
    this.c = c;
    this.vpn = vpn;
    this.a = a;
    this.b = b;
  }

  /** Why BGP does not run over it, in words; null if it does. */
  @Nullable String obstacle() {
    for (VpnEnd end : List.of(a, b)) {
      if (!end.speaksBgp(vpn.mode())) {
        boolean azure = end.vendor().equals("azure");
        c.notes.error(
            azure ? "VPN-01" : "",
            azure ? "VPN-FAQ" : "",
            c.label(end.id())
                + " speaks no BGP over "
                + c.label(vpn.id())
                + ", so no routes are learned there. "
                + (azure
                    ? "Choose VpnGw1 or above with route-based VPN, or set static routing."
                    : "Set static routing, or choose another endpoint."),
            vpn.id(),
            end.id());
        return c.label(end.id()) + " speaks no BGP over this VPN.";
      }
    }
    for (VpnEnd end : List.of(a, b)) {
      GatewayEnd gateway = end.gateway();
      if (gateway != null && lacksPartner(gateway)) {
        return c.label(end.id()) + " speaks BGP only beside a gateway that is missing.";
      }
    }
    String refused = numbers(a, b);
    return refused != null ? refused : numbers(b, a);
  }

  /** Whether a gateway speaks BGP only beside another one, and has none. */
  private boolean lacksPartner(GatewayEnd gateway) {
    Product product = gateway.product();
    Id id = gateway.gateway().id();
    if (product == null || product.bgpThrough().isEmpty()) {
      return false;
    }
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      Gateway other = link.joins(id) ? c.design.element(link.other(id), Gateway.class) : null;
      if (other != null && other.product().equals(product.bgpThrough())) {
        return false;
      }
    }
    Product partner = c.catalog.product(product.bgpThrough());
    String name = partner == null ? product.bgpThrough() : partner.name();
    c.notes.error(
        "",
        product.transit() == null ? "" : product.transit().source(),
        c.label(id)
            + " speaks BGP only where it is associated with a "
            + name
            + ", and it is not, so no routes are learned over "
            + c.label(vpn.id())
            + ". Associate it with one, or set static routing.",
        vpn.id(),
        id);
    return true;
  }

  /** Why an endpoint does not take the other's AS number; null if it does. */
  private @Nullable String numbers(VpnEnd end, VpnEnd peer) {
    GatewayEnd gateway = end.gateway();
    Asn own = end.asn();
    Asn other = peer.asn();
    if (own == null
        && vpn.tunnels().stream().allMatch(t -> VpnConnections.drawn(vpn, t, end).asn() == null)) {
      CustomerSites.noteMissingAsn(c, end.id(), vpn.id());
      return c.label(end.id()) + " has no AS number.";
    }
    if (gateway == null || own == null || other == null) {
      return null;
    }
    Product product = gateway.product();
    if (own.equals(other) && !gateway.behaviour().acceptsOwnAsn()) {
      c.notes.error(
          end.vendor().equals("azure") ? "ASN-03" : "",
          end.vendor().equals("azure") ? "VPN-FAQ" : "RFC",
          c.label(end.id())
              + " and "
              + c.label(peer.id())
              + " both have AS "
              + own
              + ", so no BGP session comes up between them. Give one of the two another AS number.",
          vpn.id(),
          end.id(),
          peer.id());
      return "Both ends have AS " + own + ".";
    }
    if (product != null && product.refuses(other)) {
      c.notes.error(
          gateway.behaviour().refusedAsnRule(),
          CloudSide.sourceOfRefusal(product, other),
          product.name()
              + " refuses AS "
              + other
              + ", the number of "
              + c.label(peer.id())
              + ", so no BGP session comes up over "
              + c.label(vpn.id())
              + ". Choose another.",
          vpn.id(),
          peer.id());
      return product.name() + " refuses AS " + other + " of " + c.label(peer.id()) + ".";
    }
    return null;
  }
}
