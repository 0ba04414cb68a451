package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.NetworkAttachment;
import mcx.design.Setting;
import mcx.design.VpnConnection;

/** Joins an ExpressRoute gateway and a VPN gateway of one virtual network by a Route Server. */
public final class RouteServers {

  /** The product's key in the catalog. */
  public static final String PRODUCT = "azure.route-server";

  private RouteServers() {}

  /**
   * Builds what is missing of a Route Server with branch-to-branch between the two: the server, its
   * associations, and a VPN gateway that is active-active with the AS number that it takes.
   *
   * @param network the virtual network that both gateways stand in
   */
  public static Change join(
      Design design, Catalog catalog, Id network, Id circuitGateway, Id vpnGateway) {
    List<Id> created = new ArrayList<>();
    Design changed = design;
    Id server = server(changed, network);
    if (server == null) {
      Gateway beside = design.element(vpnGateway, Gateway.class);
      server = design.freeId("rs");
      changed =
          changed.with(
              Gateway.of(server, "Route Server", beside == null ? null : beside.parent(), PRODUCT));
      Id attachment = changed.freeId(network + "-" + server);
      changed = changed.with(new NetworkAttachment(attachment, "", network, server));
      created.addAll(List.of(server, attachment));
    }
    Gateway drawn = Objects.requireNonNull(changed.element(server, Gateway.class));
    changed = changed.with(drawn.with(Setting.BRANCH_TO_BRANCH, true));
    for (Id gateway : List.of(circuitGateway, vpnGateway)) {
      if (!associated(changed, server, gateway)) {
        Id link = changed.freeId(server + "-" + gateway);
        changed = changed.with(new GatewayAssociation(link, "", server, gateway, List.of()));
        created.add(link);
      }
    }
    return new Change(both(changed, catalog, vpnGateway), created, server);
  }

  /** A Route Server that is attached to the network; null where there is none. */
  private static @org.jspecify.annotations.Nullable Id server(Design design, Id network) {
    return design.allLinks(NetworkAttachment.class).stream()
        .filter(l -> l.joins(network))
        .map(l -> design.element(l.other(network), Gateway.class))
        .filter(g -> g != null && g.product().equals(PRODUCT))
        .map(Gateway::id)
        .findFirst()
        .orElse(null);
  }

  private static boolean associated(Design design, Id server, Id gateway) {
    return design.allLinks(GatewayAssociation.class).stream()
        .anyMatch(l -> l.joins(server) && l.joins(gateway));
  }

  /** The VPN gateway with both instances active, each with a tunnel to every peer. */
  private static Design both(Design design, Catalog catalog, Id vpnGateway) {
    Gateway gateway = Objects.requireNonNull(design.element(vpnGateway, Gateway.class));
    Product server = catalog.product(PRODUCT);
    Gateway active =
        Components.with(
            Components.with(gateway, "activeActive", true),
            "asn",
            server == null || server.asn() == null
                ? gateway.asn()
                : mcx.inet.Asn.of(server.asn().value()));
    Design changed = design.with(active);
    for (VpnConnection vpn : design.allLinks(VpnConnection.class)) {
      if (vpn.joins(vpnGateway)) {
        changed = Tunnels.onBothInstances(changed, catalog, vpn.id(), vpnGateway);
      }
    }
    return changed;
  }
}
