package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.Tunnels;
import mcx.design.Id;
import mcx.design.VpnConnection.Tunnel;

/** VPN-10: an active-active Azure gateway has tunnels to a peer at one of its instances only. */
final class Vpn10 extends Rule {

  Vpn10() {
    super("VPN-10");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<List<Id>, List<VpnEnds.At>> byPeer = new LinkedHashMap<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "azure.vpn-gateway")) {
      // Between Azure and AWS a full mesh is asked for, which is VPN-14.
      if (at.gateway().activeActive() && !situation.vendor(at.peer()).equals("aws")) {
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
    Set<Integer> used = new HashSet<>();
    for (VpnEnds.At at : all) {
      for (Tunnel t : at.vpn().tunnels()) {
        used.add(at.isA() ? t.instanceA() : t.instanceB());
      }
    }
    if (used.size() != 1) {
      return;
    }
    Id gateway = ends.getFirst();
    Id vpn = all.getFirst().vpn().id();
    String name = situation.name(gateway);
    found.add(
        finding(gateway, ends.getLast())
            .showing(all.stream().map(a -> a.vpn().id()).toList())
            .title(
                name
                    + " is active-active, and "
                    + situation.name(ends.getLast())
                    + " has tunnels to one of its instances only")
            .text(
                "Each instance of an active-active gateway has an address of its own and ends"
                    + " tunnels of its own. When the instance with the tunnels is maintained or"
                    + " fails, the other has none to take over.")
            .remedy("Add a tunnel to the other instance.")
            .fix(
                "Add a tunnel to the other instance of " + name,
                (design, catalog) ->
                    new Change(
                        Tunnels.onBothInstances(design, catalog, vpn, gateway), List.of(), vpn))
            .done());
  }
}
