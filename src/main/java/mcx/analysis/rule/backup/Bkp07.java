package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VpnMode;

/** BKP-07: the VPN that backs up FastConnect has static routes. */
final class Bkp07 extends Rule {

  Bkp07() {
    super("BKP-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    SortedSet<Id> told = new TreeSet<>();
    for (Backup b : Backup.all(situation, "oracle")) {
      Id id = b.vpn().id();
      if (b.vpn().routing() == Routing.STATIC && told.add(id)) {
        found.add(found(situation, b, id));
      }
    }
    return found;
  }

  private Finding found(Situation situation, Backup b, Id id) {
    String name = situation.name(id);
    Router peer = situation.design().element(b.vpn().other(b.gateway().id()), Router.class);
    FindingDraft draft =
        finding(id)
            .showing(List.of(b.circuit().id(), b.gateway().id()))
            .title(name + " backs up " + situation.name(b.circuit().id()) + " with static routes")
            .text(
                "Static routes stay while a tunnel is up, whatever lies behind it, and they do not"
                    + " follow what the datacenter advertises. Oracle advises BGP for a backup, so"
                    + " that the failure is seen and FastConnect is preferred by the AS path.")
            .remedy("Run BGP over " + name + ".");
    if (peer != null && peer.asn() != null && b.vpn().mode() == VpnMode.ROUTE_BASED) {
      draft.fix(
          "Run BGP over " + name,
          (design, catalog) -> Edits.component(design, List.of(id), "routing", Routing.BGP));
    }
    return draft.done();
  }
}
