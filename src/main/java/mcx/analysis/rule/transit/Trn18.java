package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;

/** TRN-18: an Alibaba ECR joins circuits with VPCs, not VPCs with each other, nor with VPN. */
final class Trn18 extends PairRule {

  Trn18() {
    super("TRN-18");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway ecr : situation.gateways("alibaba.ecr")) {
      SortedSet<Id> networks = situation.sites().served(ecr.id());
      SitePairs missing = missing(situation, networks, networks, ecr.id());
      if (missing.isEmpty()) {
        missing =
            missing(situation, onCircuits(situation, ecr), onVpn(situation, networks), ecr.id());
      }
      if (!missing.isEmpty()) {
        String name = situation.name(ecr.id());
        found.add(
            about(missing, ecr.id())
                .title(missing.names() + " do not reach each other through " + name)
                .text(
                    "An Express Connect Router joins border routers with VPCs. It passes nothing"
                        + " from one VPC to another, and nothing between a datacenter and a VPN;"
                        + " that is for a transit router.")
                .remedy("Attach a transit router to " + name + ", and what is to be joined to it.")
                .done());
      }
    }
    return found;
  }

  private static SortedSet<Id> onCircuits(Situation situation, Gateway ecr) {
    SortedSet<Id> sites = new TreeSet<>();
    for (Circuit circuit : situation.circuits("alibaba.")) {
      if (situation.sites().gateways(circuit).contains(ecr.id())) {
        sites.addAll(situation.sites().premisesBehind(circuit));
      }
    }
    return sites;
  }

  /** The sites that come by VPN to a gateway of a network that the ECR serves. */
  private static SortedSet<Id> onVpn(Situation situation, SortedSet<Id> networks) {
    SortedSet<Id> sites = new TreeSet<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        if (situation.sites().attached(end).stream().anyMatch(networks::contains)) {
          sites.addAll(situation.sites().premisesBehind(vpn, end));
        }
      }
    }
    return sites;
  }
}
