package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Fix;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** Keeps apart what a VGW joins: its neighbours refuse what they are not to reach. */
final class CloudHub {

  private CloudHub() {}

  private record Refusal(Id link, boolean endA, List<Prefix> prefixes) {}

  /**
   * The far ends of all VPNs and circuits of the VGW refuse the sites that theirs are apart from.
   */
  static Fix.Repair refusal(Situation situation, Id vgw, SitePairs apart) {
    List<Refusal> refusals = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (vpn.joins(vgw)) {
        add(
            situation,
            apart,
            situation.sites().premisesBehind(vpn, vgw),
            vpn.id(),
            !vpn.a().equals(vgw),
            refusals);
      }
    }
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      Circuit circuit = situation.design().element(c.a(), Circuit.class);
      if (circuit != null && leads(situation, circuit, vgw)) {
        Collection<Id> own = situation.sites().premisesBehind(circuit);
        add(situation, apart, own, c.id(), false, refusals);
      }
    }
    return (design, catalog) -> refuse(design, refusals);
  }

  private static void add(
      Situation situation,
      SitePairs apart,
      Collection<Id> own,
      Id link,
      boolean endA,
      List<Refusal> refusals) {
    TreeSet<Prefix> others = new TreeSet<>();
    for (SitePairs.Pair pair : apart.list()) {
      if (own.contains(pair.a())) {
        others.addAll(prefixes(situation, pair.b()));
      }
      if (own.contains(pair.b())) {
        others.addAll(prefixes(situation, pair.a()));
      }
    }
    if (!others.isEmpty()) {
      refusals.add(new Refusal(link, endA, List.copyOf(others)));
    }
  }

  /** Whether a circuit is joined to the gateway, or to one that is associated with it. */
  static boolean leads(Situation situation, Circuit circuit, Id vgw) {
    SortedSet<Id> gateways = situation.sites().gateways(circuit);
    return gateways.contains(vgw)
        || situation.links(GatewayAssociation.class).stream()
            .anyMatch(l -> l.joins(vgw) && gateways.contains(l.other(vgw)));
  }

  private static Change refuse(Design design, List<Refusal> refusals) {
    Design changed = design;
    for (Refusal r : refusals) {
      changed =
          SessionEnds.edit(
              changed,
              r.link,
              r.endA,
              PolicyEdits.receiving(p -> PolicyEdits.refusing(p, "keep apart", r.prefixes)));
    }
    return new Change(changed, List.of(), refusals.getFirst().link);
  }

  /** What a site holds. */
  static List<Prefix> prefixes(Situation situation, Id site) {
    VrfId table = situation.analysis().compiled().sites().get(site);
    Vrf vrf = table == null ? null : situation.network().vrf(table);
    return vrf == null ? List.of() : vrf.originated();
  }
}
