package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;

/**
 * RED-05: all that is told over one of a circuit's two connections is made to look farther away by
 * prepending, so that the other carries everything. A prefix here and another there shares the
 * load, and is none of it.
 */
final class Red05 extends Rule {

  Red05() {
    super("RED-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Circuit circuit : situation.all(Circuit.class)) {
      Product product = situation.catalog().of(circuit);
      if (product != null && product.connections() > 1) {
        check(situation, circuitry.connections(circuit.id()), circuit, found);
      }
    }
    return found;
  }

  private void check(
      Situation situation,
      List<CircuitConnection> connections,
      Circuit circuit,
      List<Finding> found) {
    if (connections.size() != 2) {
      return;
    }
    for (CircuitConnection idle : connections) {
      CircuitConnection busy = connections.get(connections.getFirst().equals(idle) ? 1 : 0);
      if (prepends(SessionEnds.far(situation.design(), idle))
          && isFarther(lengths(situation, idle), lengths(situation, busy))) {
        found.add(found(situation, circuit, idle));
      }
    }
  }

  private static boolean prepends(BgpEnd end) {
    return end.exportPolicy().terms().stream().anyMatch(t -> t.permit() && t.set().prepend() > 0);
  }

  private static Map<Prefix, Integer> lengths(Situation situation, CircuitConnection c) {
    Map<Prefix, Integer> lengths = new TreeMap<>();
    for (SessionFlow flow : situation.flows(c.id())) {
      if (flow.facesCloud() != null) {
        for (Advertisement a : flow.routes()) {
          if (a.outcome() == Advertisement.Outcome.ACCEPTED) {
            lengths.put(a.prefix(), a.asPath().length());
          }
        }
      }
    }
    return lengths;
  }

  /** Whether each prefix that both tell is farther by the first, and there is one. */
  private static boolean isFarther(Map<Prefix, Integer> one, Map<Prefix, Integer> other) {
    boolean any = false;
    for (Map.Entry<Prefix, Integer> e : one.entrySet()) {
      Integer there = other.get(e.getKey());
      if (there != null) {
        any = true;
        if (e.getValue() <= there) {
          return false;
        }
      }
    }
    return any;
  }

  private Finding found(Situation situation, Circuit circuit, CircuitConnection idle) {
    String name = situation.name(circuit.id());
    String role = idle.role() == ConnectionRole.PRIMARY ? "primary" : "secondary";
    Id id = idle.id();
    return finding(circuit.id())
        .showing(List.of(id))
        .title("Prepending leaves the " + role + " connection of " + name + " idle")
        .text(
            "Azure sends everything over the other connection. The bandwidth of this one is paid"
                + " for and unused, and a fault on it shows only on the day it is needed. With both"
                + " in use, half of the traffic already goes the right way when one fails.")
        .remedy("Use both connections: send equal paths over the two.")
        .fix(
            "Prepend nothing on the " + role + " connection",
            (design, catalog) ->
                new Change(
                    SessionEnds.far(
                        design, id, PolicyEdits.sending(p -> PolicyEdits.prependingAtMost(p, 0))),
                    List.of(),
                    id))
        .done();
  }
}
