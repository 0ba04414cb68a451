package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.SecondConnection;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.ConnectionRole;
import mcx.design.Link;
import mcx.design.PeeringType;

/** RED-01: a circuit that has two connections by its product, and one of them is not built. */
final class Red01 extends Rule {

  Red01() {
    super("RED-01");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Circuit circuit : situation.all(Circuit.class)) {
      Product product = situation.catalog().of(circuit);
      if (product != null && product.connections() > 1) {
        check(situation, circuitry, circuit, found);
      }
    }
    return found;
  }

  private void check(
      Situation situation, Circuitry circuitry, Circuit circuit, List<Finding> found) {
    Map<PeeringType, Link> one = new EnumMap<>(PeeringType.class);
    Map<PeeringType, Set<ConnectionRole>> roles = new EnumMap<>(PeeringType.class);
    for (CircuitConnection c : circuitry.links(circuit.id(), CircuitConnection.class)) {
      if (c.a().equals(circuit.id())) {
        one.putIfAbsent(c.peering(), c);
        roles.computeIfAbsent(c.peering(), k -> EnumSet.noneOf(ConnectionRole.class)).add(c.role());
      }
    }
    for (CloudInterconnect l : circuitry.links(circuit.id(), CloudInterconnect.class)) {
      one.putIfAbsent(PeeringType.PRIVATE, l);
      Set<ConnectionRole> has =
          roles.computeIfAbsent(PeeringType.PRIVATE, k -> EnumSet.noneOf(ConnectionRole.class));
      l.paths().forEach(p -> has.add(p.role()));
    }
    for (Map.Entry<PeeringType, Set<ConnectionRole>> e : roles.entrySet()) {
      if (e.getValue().size() == 1) {
        Link link = java.util.Objects.requireNonNull(one.get(e.getKey()));
        found.add(found(situation, circuit, link, e.getValue().iterator().next()));
      }
    }
  }

  private Finding found(Situation situation, Circuit circuit, Link link, ConnectionRole has) {
    String name = situation.name(circuit.id());
    String missing = has == ConnectionRole.PRIMARY ? "secondary" : "primary";
    FindingDraft draft =
        finding(circuit.id(), link.id())
            .title(name + " has its " + has.name().toLowerCase(Locale.ROOT) + " connection only")
            .text(
                "Microsoft promises availability for both connections together, each at an edge"
                    + " router of its own, and works on one edge router at a time. With one"
                    + " connection, each maintenance of that router takes the circuit down.")
            .remedy(
                "Build the " + missing + " connection too; it costs nothing extra at Microsoft.");
    if (SecondConnection.isPossible(situation.design(), link.id())) {
      draft.fix(
          "Build the " + missing + " connection of " + name,
          (design, catalog) -> SecondConnection.build(design, catalog, link.id()));
    }
    return draft.done();
  }
}
