package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Setting;

/** VPN-09: the peer of a Google VPN is behind an address that it shares with others. */
final class Vpn09 extends Rule {

  Vpn09() {
    super("VPN-09");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "google.")) {
      Router peer = situation.design().element(at.peer(), Router.class);
      if (peer != null && "many-to-one".equals(peer.settings().text(Setting.ADDRESS_TRANSLATION))) {
        Id id = peer.id();
        String name = situation.name(id);
        found.add(
            finding(at.vpn().id(), id)
                .showing(List.of(at.gateway().id()))
                .title(
                    name
                        + " stands behind a shared public address, which "
                        + situation.name(at.gateway().id())
                        + " does not support")
                .text(
                    "Google supports address translation in front of the peer only one to one."
                        + " Behind a shared address the tunnels may not come up, or fall.")
                .remedy("Give " + name + " a public address of its own, or translate one to one.")
                .fix(
                    "Translate the address of " + name + " one to one",
                    (design, catalog) ->
                        Edits.set(design, List.of(id), Setting.ADDRESS_TRANSLATION, "one-to-one"))
                .done());
      }
    }
    return found;
  }
}
