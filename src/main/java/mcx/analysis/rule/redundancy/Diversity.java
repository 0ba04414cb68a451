package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Id;

/**
 * Circuits of a cloud without redundancy within: of those that serve a virtual network there must
 * be several, on different devices of the cloud.
 */
abstract class Diversity extends Rule {

  private final String product;

  Diversity(String id, String product) {
    super(id);
    this.product = product;
  }

  @Override
  public final List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.circuits(product).isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (List<Circuit> circuits : circuitry.together(product)) {
      FindingDraft draft =
          circuits.size() == 1
              ? alone(situation, circuitry, circuits.getFirst())
              : several(situation, circuitry, circuits);
      if (draft != null) {
        found.add(draft.showing(circuitry.common(circuits)).done());
      }
    }
    return found;
  }

  /** What is said of a single circuit; null for nothing. */
  abstract @org.jspecify.annotations.Nullable FindingDraft alone(
      Situation situation, Circuitry circuitry, Circuit circuit);

  /** What is said of several; null for nothing. */
  abstract @org.jspecify.annotations.Nullable FindingDraft several(
      Situation situation, Circuitry circuitry, List<Circuit> circuits);

  /** What the circuits end on, as far as the design says. */
  record Ends(SortedSet<String> devices, SortedSet<Id> locations, List<Circuit> unknown) {

    /**
     * @param placed whether a place tells circuits apart as well, where no device is given
     */
    static Ends of(Circuitry circuitry, List<Circuit> circuits, boolean placed) {
      SortedSet<String> devices = new TreeSet<>();
      SortedSet<Id> locations = new TreeSet<>();
      List<Circuit> unknown = new ArrayList<>();
      for (Circuit c : circuits) {
        SortedSet<String> on = circuitry.edgeDevices(c);
        SortedSet<Id> at = circuitry.locations(c);
        devices.addAll(on);
        locations.addAll(at);
        if (on.isEmpty() && (at.isEmpty() || !placed)) {
          unknown.add(c);
        }
      }
      return new Ends(devices, locations, unknown);
    }
  }

  /** A finding about these circuits. */
  final FindingDraft about(List<Circuit> circuits) {
    return finding(circuits.stream().map(Circuit::id).toList());
  }

  static String names(Situation situation, List<Circuit> circuits) {
    return Phrases.some(circuits.stream().map(c -> situation.name(c.id())).toList(), 4);
  }
}
