package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.MoreTunnels;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;

/**
 * RED-13: an Azure VPN gateway with a standby instance, where the other side could use both: two
 * routers of one site, or a gateway of AWS.
 */
final class Red13 extends Rule {

  Red13() {
    super("RED-13");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway gateway : situation.gateways("azure.vpn-gateway")) {
      if (gateway.activeActive()) {
        continue;
      }
      Map<Id, SortedSet<Id>> bySite = new TreeMap<>();
      SortedSet<Id> aws = new TreeSet<>();
      for (VpnConnection vpn : situation.links(VpnConnection.class)) {
        if (vpn.joins(gateway.id())) {
          sort(situation, vpn.other(gateway.id()), bySite, aws);
        }
      }
      SortedSet<Id> peers = new TreeSet<>(aws);
      bySite.values().stream().filter(r -> r.size() > 1).forEach(peers::addAll);
      if (!peers.isEmpty()) {
        found.add(found(situation, gateway, peers, aws));
      }
    }
    return found;
  }

  private static void sort(
      Situation situation, Id peer, Map<Id, SortedSet<Id>> bySite, SortedSet<Id> aws) {
    if (situation.vendor(peer).equals("aws")) {
      aws.add(peer);
      return;
    }
    Premises site = situation.design().within(peer, Premises.class);
    if (site != null && situation.design().element(peer, Router.class) != null) {
      bySite.computeIfAbsent(site.id(), k -> new TreeSet<>()).add(peer);
    }
  }

  private Finding found(
      Situation situation, Gateway gateway, SortedSet<Id> peers, Set<Id> perAddress) {
    String name = situation.name(gateway.id());
    Product product = situation.catalog().of(gateway);
    String seconds = "";
    if (product != null && product.number(Quantity.UNPLANNED_FAILOVER_SECONDS).isPresent()) {
      seconds =
          " That takes up to "
              + product.number(Quantity.UNPLANNED_FAILOVER_SECONDS).getAsLong()
              + " s when it comes unplanned.";
    }
    FindingDraft draft =
        finding(gateway.id())
            .showing(peers)
            .title(
                name
                    + " is active-standby towards "
                    + Phrases.some(peers.stream().map(situation::name).toList(), 2))
            .text(
                "One instance ends all tunnels and the other waits: what fails or is updated there"
                    + " takes every tunnel down until the standby has taken over."
                    + seconds
                    + " The other side could use both instances at once.")
            .remedy("Run the gateway active-active, with BGP and tunnels at both instances.");
    Ike ike = product == null ? null : product.ike(gateway.sku());
    Id id = gateway.id();
    boolean routeBased =
        situation.links(VpnConnection.class).stream()
            .filter(v -> v.joins(id))
            .allMatch(v -> v.mode() == VpnMode.ROUTE_BASED);
    if (ike != null && ike.bgp() && routeBased) {
      draft.fix(
          "Run " + name + " active-active, with tunnels at both instances",
          (design, catalog) -> MoreTunnels.activeActive(design, id, perAddress));
    }
    return draft.done();
  }
}
