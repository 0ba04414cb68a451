package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.change.fix.InsideAddresses;
import mcx.compile.Note;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.inet.IpAddress;
import mcx.inet.PrivateAddresses;

/** ADR-07: an Azure VPN gateway cannot speak BGP from a link-local address. */
final class Adr07 extends NotedRule {

  Adr07() {
    super("ADR-07");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    Id tunnel = note.subjects().getFirst();
    Id id = note.subjects().getLast();
    for (VpnEnds end : VpnEnds.all(situation, "azure.vpn-gateway")) {
      if (!end.tunnel().id().equals(tunnel) || !end.gateway().id().equals(id)) {
        continue;
      }
      Product product = situation.catalog().of(end.gateway());
      IpAddress own = end.own();
      boolean inRange =
          product != null
              && own != null
              && product.addresses(AddressSet.TUNNEL_INSIDE).stream()
                  .anyMatch(p -> p.contains(own));
      if (inRange) {
        draft.remedy("Make the gateway active-active and give it this address too.");
        draft.fix(
            "Make " + situation.name(id) + " active-active, with " + own,
            (before, catalog) -> InsideAddresses.activeActive(before, id, own));
      } else {
        draft.remedy("Choose a block in the range that Azure keeps for tunnels.");
        InsideBlock.offer(draft, situation, end.tunnel());
      }
    }
  }

  /** Several link-local addresses at a gateway of which one instance works at a time. */
  static final class Several extends Rule {

    Several() {
      super("ADR-07");
    }

    @Override
    public List<Finding> check(Situation situation) {
      Map<Id, SequencedSet<IpAddress>> used = new TreeMap<>();
      Map<Id, List<Id>> tunnels = new TreeMap<>();
      for (VpnEnds end : VpnEnds.all(situation, "azure.vpn-gateway")) {
        IpAddress own = end.own();
        if (!end.gateway().activeActive()
            && end.link().routing() == Routing.BGP
            && end.isDrawn()
            && own != null
            && PrivateAddresses.LINK_LOCAL.contains(own)) {
          used.computeIfAbsent(end.gateway().id(), k -> new LinkedHashSet<>()).add(own);
          tunnels
              .computeIfAbsent(end.gateway().id(), k -> new ArrayList<>())
              .add(end.tunnel().id());
        }
      }
      List<Finding> found = new ArrayList<>();
      used.forEach(
          (id, addresses) -> {
            Gateway gateway = situation.design().element(id, Gateway.class);
            // With a single address of its own, the compiler tells each tunnel that misses it.
            if (addresses.size() > 1 && gateway != null && gateway.bgpAddresses().size() != 1) {
              found.add(found(situation, id, addresses, tunnels.getOrDefault(id, List.of())));
            }
          });
      return found;
    }

    private Finding found(
        Situation situation, Id gateway, SequencedSet<IpAddress> addresses, List<Id> tunnels) {
      return finding(gateway)
          .showing(tunnels)
          .title(
              situation.name(gateway)
                  + " is active-standby and shall speak BGP from "
                  + addresses.size()
                  + " link-local addresses")
          .text(
              "A gateway with one working instance has one such address; the tunnels of the others"
                  + " get no BGP session.")
          .remedy("Make the gateway active-active.")
          .remedy("Or use one tunnel to each peer, all from one address.")
          .fix(
              "Make " + situation.name(gateway) + " active-active",
              (before, catalog) -> InsideAddresses.activeActive(before, gateway, null))
          .done();
    }
  }
}
