package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.DynamicVpn;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.network.Segment;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;

/** PATH-06: a Transit Gateway has a VPN's prefixes by hand, and prefers that to Direct Connect. */
final class Path06 extends Rule {

  private static final int SHOWN = 3;

  Path06() {
    super("PATH-06");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<Gateway> gateways = situation.gateways("aws.tgw");
    if (gateways.isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    Carriers carriers = new Carriers(situation);
    for (Gateway gateway : gateways) {
      VrfId table = VrfId.of(gateway.id().value());
      for (VpnConnection vpn : circuitry.links(gateway.id(), VpnConnection.class)) {
        List<Prefix> always =
            byHand(situation, table, vpn.id()).stream()
                .filter(s -> isByCircuit(situation, carriers, table, s))
                .toList();
        if (!always.isEmpty()) {
          found.add(found(situation, gateway, vpn, always));
        }
      }
    }
    return found;
  }

  /** Whether a circuit brings the prefix, or one that holds it. */
  private static boolean isByCircuit(
      Situation situation, Carriers carriers, VrfId table, Prefix prefix) {
    for (int length = prefix.length(); length > 0; length--) {
      RibEntry entry =
          situation.solution().entry(table, Prefix.containing(prefix.address(), length));
      if (entry != null
          && (entry.best().stream().anyMatch(r -> carriers.circuit(r) != null)
              || entry.lost().stream().anyMatch(l -> carriers.circuit(l.route()) != null))) {
        return true;
      }
    }
    return false;
  }

  private static SortedSet<Prefix> byHand(Situation situation, VrfId table, Id vpn) {
    SortedSet<Prefix> found = new TreeSet<>();
    Vrf vrf = situation.network().vrf(table);
    if (vrf != null) {
      for (Vrf.StaticRoute s : vrf.statics()) {
        Segment over = situation.network().segment(s.segment());
        if (over != null && Id.of(over.origin().id()).owner().equals(vpn)) {
          found.add(s.prefix());
        }
      }
    }
    return found;
  }

  private Finding found(
      Situation situation, Gateway gateway, VpnConnection vpn, List<Prefix> always) {
    String name = situation.name(gateway.id());
    String by = situation.name(vpn.id());
    Id id = vpn.id();
    Id peer = vpn.other(gateway.id());
    FindingDraft draft =
        finding(gateway.id(), id)
            .title(
                name
                    + " sends "
                    + Phrases.some(always, SHOWN)
                    + " over "
                    + by
                    + " always, although Direct Connect has it")
            .text(
                "A Transit Gateway prefers a route by hand to all that it learns, so that the VPN is"
                    + " no backup: it carries the traffic while Direct Connect is up, and the way back"
                    + " may differ.")
            .remedy("Run BGP over the VPN and let it propagate; then Direct Connect is preferred.");
    if (DynamicVpn.isPossible(situation.design(), situation.catalog(), id)) {
      draft.fix(
          "Run BGP over " + by + " instead of routes by hand",
          (design, catalog) ->
              new Change(DynamicVpn.of(design, id, gateway.id(), peer), List.of(), id));
    }
    return draft.done();
  }
}
