package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.OtherEdge;
import mcx.change.fix.SecondRouter;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.design.ProviderEdge;
import mcx.design.Router;

/** RED-02: both connections of a circuit end on one device, which is then all that it hangs on. */
final class Red02 extends Rule {

  Red02() {
    super("RED-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Circuit circuit : situation.all(Circuit.class)) {
      Product product = situation.catalog().of(circuit);
      if (product == null || product.connections() < 2) {
        continue;
      }
      CircuitConnection primary = null;
      CircuitConnection secondary = null;
      for (CircuitConnection c : circuitry.connections(circuit.id())) {
        if (c.role() == ConnectionRole.PRIMARY) {
          primary = primary == null ? c : primary;
        } else {
          secondary = secondary == null ? c : secondary;
        }
      }
      if (primary != null && secondary != null) {
        Id device = circuitry.device(primary);
        if (device != null && device.equals(circuitry.device(secondary))) {
          found.add(found(situation, circuit, primary, secondary, device));
        }
      }
    }
    return found;
  }

  private Finding found(
      Situation situation,
      Circuit circuit,
      CircuitConnection primary,
      CircuitConnection secondary,
      Id device) {
    String name = situation.name(circuit.id());
    String at = situation.name(device);
    FindingDraft draft =
        finding(circuit.id())
            .showing(List.of(device, primary.id(), secondary.id()))
            .title("Both connections of " + name + " end on " + at)
            .text(
                "Microsoft's side is two edge routers, but the other side is one: when "
                    + at
                    + " fails or is upgraded, both connections go down together, and with them the"
                    + " circuit.");
    if (situation.design().element(device, ProviderEdge.class) != null) {
      atProvider(situation, draft, secondary);
    } else {
      atCustomer(situation, draft, secondary, device);
    }
    return draft.done();
  }

  private static void atProvider(
      Situation situation, FindingDraft draft, CircuitConnection secondary) {
    draft.remedy("Have the provider end the two connections on two edges.");
    ProviderEdge other = OtherEdge.other(situation.design(), secondary.b());
    if (other != null) {
      draft.fix(
          "Lead the secondary connection to " + situation.name(other.id()),
          (design, catalog) -> OtherEdge.lead(design, secondary.id()));
    }
  }

  private static void atCustomer(
      Situation situation, FindingDraft draft, CircuitConnection secondary, Id device) {
    draft.remedy("End the two connections on two routers that tell each other their routes.");
    if (SecondRouter.isPossible(situation.design(), secondary.id(), device)) {
      Router other = SecondRouter.other(situation.design(), device);
      draft.fix(
          other == null
              ? "Add a second router beside "
                  + situation.name(device)
                  + " for the secondary connection"
              : "Lead the secondary connection to " + situation.name(other.id()),
          (design, catalog) -> SecondRouter.lead(design, catalog, secondary.id(), device));
    }
  }
}
