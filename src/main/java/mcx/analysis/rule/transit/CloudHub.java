package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import mcx.analysis.Fix;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.BgpEnds;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** Keeps apart what a VGW joins: the routers at its VPNs refuse what they are not to reach. */
final class CloudHub {

  private CloudHub() {}

  private record Refusal(Id vpn, boolean endA, List<Prefix> prefixes) {}

  static Fix.Repair refusal(Situation situation, Id vgw, SitePairs apart) {
    List<Refusal> refusals = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (!vpn.joins(vgw)) {
        continue;
      }
      Collection<Id> own = situation.sites().premisesBehind(vpn, vgw);
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
        refusals.add(new Refusal(vpn.id(), !vpn.a().equals(vgw), List.copyOf(others)));
      }
    }
    return (design, catalog) -> refuse(design, refusals);
  }

  private static Change refuse(Design design, List<Refusal> refusals) {
    Design changed = design;
    for (Refusal r : refusals) {
      changed =
          BgpEnds.edit(
              changed,
              r.vpn,
              r.endA,
              end ->
                  end.with(
                      "importPolicy",
                      BgpEnds.refusing(end.importPolicy(), "keep apart", r.prefixes)));
    }
    return new Change(changed, List.of(), refusals.getFirst().vpn);
  }

  /** What a site holds. */
  static List<Prefix> prefixes(Situation situation, Id site) {
    VrfId table = situation.analysis().compiled().sites().get(site);
    Vrf vrf = table == null ? null : situation.network().vrf(table);
    return vrf == null ? List.of() : vrf.originated();
  }
}
