package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;

/**
 * TRN-13: two sites come to one Google network by different circuits or tunnels and do not reach
 * each other through it: a Cloud Router passes no learned route on, unless both sides are hybrid
 * spokes with data transfer.
 */
final class Trn13 extends PairRule {

  Trn13() {
    super("TRN-13");
  }

  /** A circuit or VPN at a gateway, and what stands behind it. */
  private record Spoke(Id gateway, boolean transfers, SortedSet<Id> sites) {}

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, List<Spoke>> spokes = new TreeMap<>();
    for (Gateway gateway : situation.gateways("google.")) {
      List<Spoke> here = spokes(situation, gateway);
      for (Id network : situation.sites().attached(gateway.id())) {
        spokes.computeIfAbsent(network, k -> new ArrayList<>()).addAll(here);
      }
    }
    List<Finding> found = new ArrayList<>();
    spokes.forEach((network, all) -> check(situation, network, all, found));
    return found;
  }

  private static List<Spoke> spokes(Situation situation, Gateway gateway) {
    boolean transfers = gateway.settings().has(Setting.DATA_TRANSFER);
    List<Spoke> spokes = new ArrayList<>();
    for (CircuitAttachment l : situation.links(CircuitAttachment.class)) {
      Circuit circuit = situation.design().element(l.a(), Circuit.class);
      if (l.b().equals(gateway.id()) && circuit != null) {
        spokes.add(
            new Spoke(
                gateway.id(),
                transfers || l.settings().has(Setting.DATA_TRANSFER),
                situation.sites().premisesBehind(circuit)));
      }
    }
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (vpn.joins(gateway.id())) {
        spokes.add(
            new Spoke(
                gateway.id(), transfers, situation.sites().premisesBehind(vpn, gateway.id())));
      }
    }
    return spokes;
  }

  private void check(Situation situation, Id network, List<Spoke> spokes, List<Finding> found) {
    SortedSet<Id> all = new TreeSet<>();
    SortedSet<Id> gateways = new TreeSet<>();
    spokes.forEach(s -> all.addAll(s.sites));
    SitePairs missing =
        missing(situation, all, all)
            .where((a, b) -> !transferring(spokes, a) || !transferring(spokes, b));
    if (missing.isEmpty()) {
      return;
    }
    spokes.stream()
        .filter(s -> s.sites.stream().anyMatch(missing.sites()::contains))
        .forEach(s -> gateways.add(s.gateway));
    found.add(
        about(missing, network)
            .showing(gateways)
            .title(missing.names() + " do not reach each other through " + situation.name(network))
            .text(
                "A Cloud Router advertises the network's own subnets and passes no learned route"
                    + " on. Google carries traffic between sites only where both sides are hybrid"
                    + " spokes of Network Connectivity Center with site-to-site data transfer,"
                    + " which is offered in certain locations.")
            .remedy(
                "Make both hybrid spokes with data transfer, where Google offers it for both"
                    + " locations.")
            .remedy("Join the sites by a provider, or by VPN.")
            .fix(
                "Switch data transfer between sites on",
                (design, catalog) -> Edits.set(design, gateways, Setting.DATA_TRANSFER, true))
            .done());
  }

  private static boolean transferring(List<Spoke> spokes, Id site) {
    return spokes.stream().anyMatch(s -> s.transfers && s.sites.contains(site));
  }
}
