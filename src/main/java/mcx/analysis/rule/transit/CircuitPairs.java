package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.CircuitPeering;
import mcx.design.CloudInterconnect;
import mcx.design.Id;

/** How the circuits of one vendor hang together. */
final class CircuitPairs {

  private CircuitPairs() {}

  /** Two circuits, the smaller id first. */
  record Two(Circuit a, Circuit b) {}

  /** All pairs of circuits of a product that no other cloud is behind. */
  static List<Two> pairs(Situation situation, String product) {
    List<Circuit> all =
        situation.circuits(product).stream().filter(c -> !isInterconnect(situation, c)).toList();
    List<Two> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int k = i + 1; k < all.size(); k++) {
        pairs.add(new Two(all.get(i), all.get(k)));
      }
    }
    return pairs;
  }

  /** Whether the circuit leads to another cloud. */
  static boolean isInterconnect(Situation situation, Circuit circuit) {
    return situation.links(CloudInterconnect.class).stream().anyMatch(l -> l.joins(circuit.id()));
  }

  /** The circuits that one is joined to, so that their sites reach each other. */
  static SortedSet<Id> joined(Situation situation, Id circuit) {
    SortedSet<Id> joined = new TreeSet<>();
    for (CircuitPeering l : situation.links(CircuitPeering.class)) {
      if (l.joins(circuit)) {
        joined.add(l.other(circuit));
      }
    }
    return joined;
  }

  /** Whether the two are joined to a gateway in common. */
  static boolean shareGateway(Situation situation, Two two) {
    SortedSet<Id> gateways = new TreeSet<>(situation.sites().gateways(two.a()));
    gateways.retainAll(situation.sites().gateways(two.b()));
    return !gateways.isEmpty();
  }
}
