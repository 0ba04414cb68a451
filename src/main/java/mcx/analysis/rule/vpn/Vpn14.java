package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.analysis.Finding;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Tunnels;
import mcx.change.fix.Tunnels.Instances;
import mcx.design.Id;
import mcx.design.VpnConnection.Tunnel;

/**
 * VPN-14: between an active-active Azure gateway and AWS, each of Azure's two addresses is a
 * customer gateway of AWS with two tunnels: four in all, each with a local network gateway and a
 * connection in Azure. Fewer are drawn.
 */
final class Vpn14 extends Rule {

  Vpn14() {
    super("VPN-14");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<List<Id>, List<VpnEnds.At>> byPeer = new LinkedHashMap<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "azure.vpn-gateway")) {
      if (at.gateway().activeActive() && situation.vendor(at.peer()).equals("aws")) {
        byPeer
            .computeIfAbsent(List.of(at.gateway().id(), at.peer()), k -> new ArrayList<>())
            .add(at);
      }
    }
    List<Finding> found = new ArrayList<>();
    byPeer.forEach((ends, all) -> check(situation, ends, all, found));
    return found;
  }

  private void check(
      Situation situation, List<Id> ends, List<VpnEnds.At> all, List<Finding> found) {
    Id gateway = ends.getFirst();
    Id peer = ends.getLast();
    Product azure = situation.product(gateway);
    Product aws = situation.product(peer);
    if (azure == null || aws == null) {
      return;
    }
    int addresses = azure.connections();
    int each = (int) aws.number(Quantity.TUNNELS_PER_PEER_ADDRESS).orElse(1);
    int drawn = 0;
    Set<Instances> missing = new LinkedHashSet<>();
    VpnEnds.At first = all.getFirst();
    for (int i = 0; i < addresses; i++) {
      for (int k = 0; k < each; k++) {
        missing.add(first.isA() ? new Instances(i, k) : new Instances(k, i));
      }
    }
    for (VpnEnds.At at : all) {
      drawn += at.vpn().tunnels().size();
      for (Tunnel t : at.vpn().tunnels()) {
        boolean turned = at.isA() != first.isA();
        missing.remove(
            turned
                ? new Instances(t.instanceB(), t.instanceA())
                : new Instances(t.instanceA(), t.instanceB()));
      }
    }
    int needed = addresses * each;
    if (drawn >= needed || missing.isEmpty()) {
      return;
    }
    List<Instances> more = List.copyOf(missing);
    Id vpn = first.vpn().id();
    found.add(
        finding(gateway, peer)
            .showing(all.stream().map(a -> a.vpn().id()).toList())
            .title(
                situation.name(gateway)
                    + " and "
                    + situation.name(peer)
                    + " have "
                    + Phrases.count(drawn, "tunnel")
                    + " of "
                    + needed)
            .text(
                "Each of the two addresses of an active-active Azure gateway is a customer gateway"
                    + " of AWS, which has "
                    + each
                    + " tunnels to each. In Azure every tunnel takes a local network gateway and a"
                    + " connection of its own. With fewer, an instance or an AWS endpoint stands"
                    + " without, and its maintenance is an outage.")
            .remedy("Draw all " + needed + " tunnels.")
            .fix(
                "Add " + Phrases.count(more.size(), "tunnel") + ", so that there are " + needed,
                (design, catalog) -> Tunnels.add(design, catalog, vpn, more))
            .done());
  }
}
