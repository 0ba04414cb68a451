package mcx.change.fix;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.change.Behind;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/**
 * Moves a virtual network to another range, with all that follows from it: its subnets, the
 * addresses of its gateways, what is allowed or entered for it. Policies and routes by hand that
 * name the old range stay as they are, since they may mean another network.
 */
public final class NetworkAddresses {

  private final Design before;
  private final VirtualNetwork network;
  private final Prefix from;
  private final Prefix to;

  private NetworkAddresses(Design before, VirtualNetwork network, Prefix from, Prefix to) {
    this.before = before;
    this.network = network;
    this.from = from;
    this.to = to;
  }

  /**
   * Moves it.
   *
   * @param from one of the network's ranges
   * @param to another of the same length
   */
  public static Change move(Design design, Id network, Prefix from, Prefix to) {
    VirtualNetwork found = design.element(network, VirtualNetwork.class);
    return new Change(
        found == null ? design : new NetworkAddresses(design, found, from, to).moved(),
        List.of(),
        network);
  }

  private Design moved() {
    VirtualNetwork other =
        Components.with(
            network,
            "prefixes",
            network.prefixes().stream()
                .map(r -> r.equals(PrefixRange.of(from)) ? PrefixRange.of(to) : r)
                .toList());
    other =
        Components.with(
            other,
            "subnets",
            other.subnets().stream()
                .map(s -> new Subnet(s.name(), shift(s.prefix()), s.settings()))
                .toList());
    Design changed = before.with(other);
    Set<Id> gateways =
        before.all(Gateway.class).stream()
            .filter(g -> Behind.homes(before, g).contains(network))
            .map(Gateway::id)
            .collect(Collectors.toSet());
    for (Id id : gateways) {
      Gateway gateway = before.element(id, Gateway.class);
      if (gateway != null) {
        List<IpAddress> addresses = gateway.bgpAddresses().stream().map(this::shift).toList();
        changed = changed.with(Components.with(gateway, "bgpAddresses", addresses));
      }
    }
    for (Hop hop : Hop.all(changed)) {
      for (Id end : List.of(hop.a(), hop.b())) {
        IpAddress address = hop.end(end).address();
        if (gateways.contains(end) && address != null && from.contains(address)) {
          changed = hop.at(end, e -> e.with("address", shift(address))).in(changed);
        }
      }
    }
    return entered(changed, gateways);
  }

  private Design entered(Design design, Set<Id> gateways) {
    Design changed = design;
    for (GatewayAssociation link : design.allLinks(GatewayAssociation.class)) {
      if (gateways.contains(link.b())) {
        changed =
            changed.with(Components.with(link, "allowedPrefixes", shifted(link.allowedPrefixes())));
      }
    }
    for (VpnConnection link : design.allLinks(VpnConnection.class)) {
      VpnConnection at = link;
      if (gateways.contains(link.a())) {
        at = Components.with(at, "networksA", shifted(at.networksA()));
      }
      if (gateways.contains(link.b())) {
        at = Components.with(at, "networksB", shifted(at.networksB()));
      }
      changed = changed.with(at);
    }
    return changed;
  }

  private List<Prefix> shifted(List<Prefix> prefixes) {
    return prefixes.stream().map(this::shift).toList();
  }

  private Prefix shift(Prefix prefix) {
    return from.contains(prefix) ? new Prefix(shift(prefix.address()), prefix.length()) : prefix;
  }

  private IpAddress shift(IpAddress address) {
    return from.contains(address)
        ? to.address().plus(address.low() - from.address().low())
        : address;
  }
}
