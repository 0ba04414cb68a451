package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.Setting;
import mcx.design.VpnConnection;

/** PATH-11: Oracle may answer through any tunnel, and the firewall at the other end minds. */
final class Path11 extends Rule {

  Path11() {
    super("PATH-11");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (vpn.tunnels().size() > 1) {
        check(situation, vpn, vpn.a(), vpn.b(), found);
        check(situation, vpn, vpn.b(), vpn.a(), found);
      }
    }
    return found;
  }

  private void check(
      Situation situation, VpnConnection vpn, Id cloud, Id customer, List<Finding> found) {
    Gateway gateway = situation.design().element(cloud, Gateway.class);
    Router router = situation.design().element(customer, Router.class);
    if (gateway == null || router == null || !gateway.product().startsWith("oracle.")) {
      return;
    }
    Boolean strict = router.settings().flag(Setting.SYMMETRIC_ONLY);
    boolean open = strict == null && router.kind() == RouterKind.FIREWALL;
    if (!open && !Boolean.TRUE.equals(strict)) {
      return;
    }
    String name = situation.name(router.id());
    String over = situation.name(vpn.id());
    FindingDraft draft =
        finding(vpn.id())
            .showing(List.of(router.id(), gateway.id()))
            .remedy("Let " + name + " accept traffic that comes back through the other tunnel.")
            .remedy("Keep one tunnel up, and the other as a spare.");
    String why =
        "Oracle may send traffic back through any tunnel that is up, whichever it came in by.";
    found.add(
        open
            ? draft
                .undecided()
                .title("Whether " + name + " bears traffic that changes tunnels is not said")
                .text(why + " The design does not say whether the firewall bears that.")
                .done()
            : draft
                .title(name + " drops what Oracle sends back through the other tunnel of " + over)
                .text(why + " " + name + " is set to take symmetric traffic only, and drops it.")
                .done());
  }
}
