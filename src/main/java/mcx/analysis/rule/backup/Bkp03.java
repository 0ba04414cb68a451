package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Subnets;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import org.jspecify.annotations.Nullable;

/**
 * BKP-03: a default route comes over ExpressRoute, so that Azure's VPN gateway reaches its peer's
 * public address over ExpressRoute instead of the Internet.
 */
final class Bkp03 extends Rule {

  private static final String SUBNET = "GatewaySubnet";

  Bkp03() {
    super("BKP-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    SortedSet<Id> withDefault = defaults(situation);
    if (withDefault.isEmpty()) {
      return found;
    }
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      boolean internet =
          vpn.underlay() == null
              || situation.design().element(vpn.underlay(), Internet.class) != null;
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Gateway gateway = situation.design().element(end, Gateway.class);
        Router peer = situation.design().element(vpn.other(end), Router.class);
        if (internet
            && peer != null
            && gateway != null
            && gateway.product().startsWith("azure.vpn-gateway")) {
          for (Id network : situation.sites().attached(end)) {
            if (withDefault.contains(network)) {
              check(situation, vpn, peer, network, found);
            }
          }
        }
      }
    }
    return found;
  }

  /** The virtual networks that stand behind an ExpressRoute circuit with a default route. */
  private static SortedSet<Id> defaults(Situation situation) {
    SortedSet<Id> networks = new TreeSet<>();
    Set<Prefix> defaults = Set.of(Prefix.DEFAULT_V4, Prefix.DEFAULT_V6);
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      Circuit circuit = situation.design().element(c.a(), Circuit.class);
      if (circuit == null || !circuit.product().startsWith("azure.")) {
        continue;
      }
      for (SessionFlow flow : situation.flows(c.id())) {
        if (flow.facesCloud() != null
            && flow.routes().stream()
                .anyMatch(
                    a ->
                        a.outcome() == Advertisement.Outcome.ACCEPTED
                            && defaults.contains(a.prefix()))) {
          situation
              .sites()
              .gateways(circuit)
              .forEach(g -> networks.addAll(situation.sites().attached(g)));
        }
      }
    }
    return networks;
  }

  private void check(
      Situation situation, VpnConnection vpn, Router peer, Id network, List<Finding> found) {
    IpAddress address = address(vpn, peer);
    String name = situation.name(vpn.id());
    FindingDraft draft = finding(vpn.id()).showing(List.of(network, peer.id()));
    if (address == null) {
      found.add(
          draft
              .undecided()
              .title("Whether " + name + " is carried by the Internet cannot be told")
              .text(
                  "A default route comes to "
                      + situation.name(network)
                      + " over ExpressRoute. The public address of "
                      + situation.name(peer.id())
                      + " is not set, so a route that leads there by the Internet cannot be looked"
                      + " for.")
              .remedy("Set the public address of " + situation.name(peer.id()) + ".")
              .done());
      return;
    }
    VirtualNetwork drawn = situation.design().element(network, VirtualNetwork.class);
    Subnet subnet =
        drawn == null
            ? null
            : drawn.subnets().stream()
                .filter(s -> s.name().equalsIgnoreCase(SUBNET))
                .findFirst()
                .orElse(null);
    boolean routed =
        subnet != null
            && subnet.settings().prefixes(Setting.USER_ROUTES).stream()
                .anyMatch(p -> !p.isDefault() && p.contains(address));
    if (routed) {
      return;
    }
    Prefix host = new Prefix(address, address.family().bits());
    draft
        .title(
            situation.name(network)
                + " reaches "
                + address
                + ", the peer of "
                + name
                + ", over ExpressRoute")
        .text(
            "A default route comes over ExpressRoute and takes the tunnel's own packets with it."
                + " They do not go by the Internet, so the VPN falls together with the circuit that"
                + " it is to back up, or does not come up at all.")
        .remedy("Add a route to " + host + " by the Internet on the GatewaySubnet.");
    if (subnet != null) {
      String label = subnet.name();
      draft.fix(
          "Add a route to " + host + " by the Internet",
          (design, catalog) -> Subnets.addUserRoutes(design, network, label, List.of(host)));
    }
    found.add(draft.done());
  }

  private static @Nullable IpAddress address(VpnConnection vpn, Router peer) {
    if (peer.publicAddress() != null) {
      return peer.publicAddress();
    }
    boolean atA = vpn.a().equals(peer.id());
    return vpn.tunnels().stream()
        .map(t -> atA ? t.outsideA() : t.outsideB())
        .filter(a -> a != null)
        .findFirst()
        .orElse(null);
  }
}
