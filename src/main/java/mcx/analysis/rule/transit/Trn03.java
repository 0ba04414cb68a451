package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.CircuitPeering;
import mcx.design.Id;

/**
 * TRN-03: Microsoft refuses Global Reach: for a circuit of the Local variant, between circuits of
 * one peering location, and between geopolitical regions where one of the two is not Premium.
 */
final class Trn03 extends Rule {

  Trn03() {
    super("TRN-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitPeering link : situation.links(CircuitPeering.class)) {
      Circuit a = situation.design().element(link.a(), Circuit.class);
      Circuit b = situation.design().element(link.b(), Circuit.class);
      if (a != null
          && b != null
          && a.product().startsWith("azure.")
          && b.product().startsWith("azure.")) {
        check(situation, link, a, b, found);
      }
    }
    return found;
  }

  private void check(
      Situation situation, CircuitPeering link, Circuit a, Circuit b, List<Finding> found) {
    List<Id> local = GlobalReach.local(a, b);
    List<Id> notPremium = GlobalReach.notPremium(a, b);
    String one = GlobalReach.geopolitical(situation, a);
    String other = GlobalReach.geopolitical(situation, b);
    String names = situation.name(a.id()) + " and " + situation.name(b.id());
    if (!local.isEmpty()) {
      found.add(
          refused(situation, link, names)
              .text(
                  named(situation, local)
                      + " is of the Local variant, which has no Global Reach. The circuits stay"
                      + " apart.")
              .remedy("Order " + named(situation, local) + " as Standard or Premium.")
              .fix(
                  "Make " + named(situation, local) + " Standard",
                  (design, catalog) -> Edits.component(design, local, "sku", "Standard"))
              .done());
    } else if (GlobalReach.samePlace(a, b)) {
      found.add(
          refused(situation, link, names)
              .text(
                  "Both circuits are at one peering location, and Global Reach joins circuits of"
                      + " different ones only.")
              .remedy("Order one of the two at another peering location.")
              .done());
    } else if (notPremium.isEmpty()) {
      return;
    } else if (one == null || other == null) {
      found.add(
          refused(situation, link, names)
              .undecided()
              .title("Whether Global Reach between " + names + " needs Premium cannot be told")
              .text(
                  "Between geopolitical regions both circuits must be Premium. The design does not"
                      + " say in which such region the peering locations of both are.")
              .remedy("Draw both peering locations, and set the geopolitical region of each.")
              .done());
    } else if (!one.equalsIgnoreCase(other)) {
      found.add(
          refused(situation, link, names)
              .text(
                  "One is in "
                      + one
                      + ", the other in "
                      + other
                      + ". Between geopolitical regions Global Reach takes Premium at both, and "
                      + named(situation, notPremium)
                      + (notPremium.size() == 1 ? " is not." : " are not."))
              .remedy("Make " + named(situation, notPremium) + " Premium.")
              .fix(
                  "Make " + named(situation, notPremium) + " Premium",
                  (design, catalog) -> Edits.component(design, notPremium, "sku", "Premium"))
              .done());
    }
  }

  private FindingDraft refused(Situation situation, CircuitPeering link, String names) {
    return finding(link.id())
        .showing(List.of(link.a(), link.b()))
        .title("Azure refuses Global Reach between " + names);
  }

  private static String named(Situation situation, List<Id> circuits) {
    return Phrases.list(circuits.stream().map(situation::name).toList());
  }
}
