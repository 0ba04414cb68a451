package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.SessionEnds;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Gateway;
import mcx.design.Id;

/** PATH-04: connection weights rank the circuits of a gateway, before any AS path is looked at. */
final class Path04 extends Rule {

  Path04() {
    super("PATH-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Gateway gateway : situation.gateways("azure.er-gateway")) {
      List<CircuitAttachment> all = circuitry.links(gateway.id(), CircuitAttachment.class);
      int heaviest = all.stream().mapToInt(CircuitAttachment::weight).max().orElse(0);
      List<Id> preferred =
          all.stream().filter(l -> l.weight() == heaviest).map(l -> l.other(gateway.id())).toList();
      if (preferred.size() < all.size()) {
        found.add(found(situation, circuitry, gateway, all, preferred));
      }
    }
    return found;
  }

  private Finding found(
      Situation situation,
      Circuitry circuitry,
      Gateway gateway,
      List<CircuitAttachment> all,
      List<Id> preferred) {
    List<Id> prepending = new ArrayList<>();
    for (CircuitAttachment l : all) {
      for (CircuitConnection c : circuitry.connections(l.other(gateway.id()))) {
        if (Prepends.by(SessionEnds.far(situation.design(), c))) {
          prepending.add(c.id());
        }
      }
    }
    return finding(gateway.id())
        .showing(all.stream().map(CircuitAttachment::id).toList())
        .showing(prepending)
        .title(
            situation.name(gateway.id())
                + " takes "
                + Phrases.list(preferred, situation::name)
                + " first, by connection weight")
        .text(
            "The weight is compared before the AS path: while the heavier circuit has a prefix,"
                + " nothing that is prepended on any of them changes Azure's choice."
                + (prepending.isEmpty()
                    ? ""
                    : " What is prepended on "
                        + Phrases.list(prepending, situation::name)
                        + " has no effect."))
        .done();
  }
}
