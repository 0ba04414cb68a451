package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Behind;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.PrefixRange;

/**
 * ADR-16: a peer tells an Azure VPN gateway of exactly a prefix of its virtual network, and means
 * another network. That the network's own prefix comes back by another way is of no concern.
 */
final class Adr16 extends Rule {

  Adr16() {
    super("ADR-16");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<Id, List<VirtualNetwork>> networks = new TreeMap<>();
    for (Gateway gateway : situation.gateways("azure.vpn-gateway")) {
      networks.put(
          gateway.id(), Behind.networks(situation.design(), situation.catalog(), gateway.id()));
    }
    if (networks.isEmpty()) {
      return List.of();
    }
    Set<List<Id>> told = new HashSet<>();
    List<Finding> found = new ArrayList<>();
    for (RefusedPrefixes r :
        RefusedPrefixes.told(
            situation,
            "azure",
            receiver -> {
              List<VirtualNetwork> own = networks.get(receiver);
              return own == null
                  ? null
                  : (prefix, origin) ->
                      own.stream()
                          .filter(n -> n.prefixes().contains(PrefixRange.of(prefix)))
                          .anyMatch(n -> !n.id().equals(origin));
            })) {
      if (told.add(List.of(r.receiver(), r.sender()))) {
        found.add(found(situation, r));
      }
    }
    return found;
  }

  private Finding found(Situation situation, RefusedPrefixes r) {
    return finding(new TreeSet<>(List.of(r.receiver(), r.sender())).stream().toList())
        .showing(List.of(r.link()))
        .showing(r.origins())
        .title(
            situation.name(r.receiver())
                + " filters "
                + r.shown()
                + " from "
                + situation.name(r.sender())
                + ": its own network has the same prefix")
        .text(
            "An Azure VPN gateway takes no exact copy of a prefix of its virtual network. The"
                + " network that is meant stays unknown to Azure.")
        .remedy("Translate the addresses (NAT), or renumber one of the two networks.")
        .remedy("Advertise a wider prefix if only other parts of it are meant.")
        .done();
  }
}
