package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/** VPN-08: IBM takes IPsec only inside UDP (NAT traversal), and the other end sends raw ESP. */
final class Vpn08 extends Rule {

  Vpn08() {
    super("VPN-08");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "ibm.")) {
      Router peer = situation.design().element(at.peer(), Router.class);
      Boolean set = traversal(at, peer);
      if (Boolean.TRUE.equals(set) || (set == null && peer == null)) {
        continue;
      }
      Id id = at.vpn().id();
      String name = situation.name(id);
      FindingDraft draft =
          finding(id)
              .showing(List.of(at.gateway().id(), at.peer()))
              .remedy("Force NAT traversal at " + situation.name(at.peer()) + ".")
              .fix(
                  "Carry " + name + " in UDP (NAT traversal)",
                  (design, catalog) -> Edits.set(design, List.of(id), Setting.NAT_TRAVERSAL, true));
      found.add(
          set == null
              ? draft
                  .undecided()
                  .title("Whether " + name + " is carried in UDP cannot be told")
                  .text(
                      "IBM takes IPsec only inside UDP (NAT traversal). Where no address is"
                          + " translated on the way, many routers use it only when they are told"
                          + " to; the design does not say.")
                  .done()
              : draft
                  .title(name + " is without NAT traversal, and IBM drops raw ESP")
                  .text(
                      "IBM's VPN gateway takes IPsec only inside UDP. The tunnels come up, since"
                          + " IKE passes, and carry nothing.")
                  .done());
    }
    return found;
  }

  /** What is set on the connection, else at the router at its far end; null for nothing. */
  private static @Nullable Boolean traversal(VpnEnds.At at, @Nullable Router peer) {
    Boolean set = at.vpn().settings().flag(Setting.NAT_TRAVERSAL);
    return set != null || peer == null ? set : peer.settings().flag(Setting.NAT_TRAVERSAL);
  }
}
