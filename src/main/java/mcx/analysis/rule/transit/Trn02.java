package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** TRN-02: Global Reach joins A with B and B with C, and A does not reach C by that. */
final class Trn02 extends PairRule {

  Trn02() {
    super("TRN-02");
  }

  /** A circuit that both of the two are joined to by Global Reach; null where there is none. */
  static @Nullable Id between(Situation situation, CircuitPairs.Two two) {
    SortedSet<Id> middle = new TreeSet<>(CircuitPairs.joined(situation, two.a().id()));
    middle.retainAll(CircuitPairs.joined(situation, two.b().id()));
    return middle.isEmpty() ? null : middle.first();
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitPairs.Two two : CircuitPairs.pairs(situation, "azure.expressroute")) {
      Id middle = between(situation, two);
      if (middle == null || CircuitPairs.joined(situation, two.a().id()).contains(two.b().id())) {
        continue;
      }
      SitePairs missing =
          missing(
              situation,
              situation.sites().premisesBehind(two.a()),
              situation.sites().premisesBehind(two.b()));
      if (!missing.isEmpty()) {
        found.add(found(situation, two, middle, missing));
      }
    }
    return found;
  }

  private Finding found(Situation situation, CircuitPairs.Two two, Id middle, SitePairs missing) {
    Id a = two.a().id();
    Id b = two.b().id();
    String names = situation.name(a) + " and " + situation.name(b);
    FindingDraft draft =
        about(missing, a, b)
            .showing(List.of(middle))
            .title(missing.names() + " do not reach each other: Global Reach is not transitive")
            .text(
                "Global Reach joins each of "
                    + names
                    + " with "
                    + situation.name(middle)
                    + ", but circuits are joined pair by pair: what one of them hears by Global"
                    + " Reach is not passed on by another.")
            .remedy("Join " + names + " by Global Reach too.");
    if (!GlobalReach.refused(situation, two.a(), two.b())) {
      draft.fix(
          "Join " + names + " by Global Reach",
          (design, catalog) -> Edits.joinCircuits(design, a, b));
    }
    return draft.done();
  }
}
