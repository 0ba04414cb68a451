package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Setting;

/** TRN-14: a DRG of the old generation serves one VCN, and several are attached. */
final class Trn14 extends Rule {

  Trn14() {
    super("TRN-14");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway drg : situation.gateways("oracle.drg")) {
      SortedSet<Id> networks = situation.sites().attached(drg.id());
      if ("legacy".equals(drg.settings().text(Setting.GENERATION)) && networks.size() > 1) {
        String name = situation.name(drg.id());
        found.add(
            finding(drg.id())
                .showing(networks)
                .title(
                    name
                        + " is of the old generation and serves one VCN, not "
                        + Phrases.some(networks.stream().map(situation::name).toList(), 3))
                .text(
                    "A DRG from before May 2021 takes one VCN attachment. Only an upgraded one"
                        + " joins several, and passes traffic between its attachments.")
                .remedy("Upgrade " + name + ".")
                .fix(
                    "Upgrade " + name,
                    (design, catalog) ->
                        Edits.set(design, List.of(drg.id()), Setting.GENERATION, "upgraded"))
                .done());
      }
    }
    return found;
  }
}
