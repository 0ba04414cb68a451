package mcx.analysis.rule.redundancy;

import java.util.List;
import mcx.analysis.rule.BackupOffer;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import org.jspecify.annotations.Nullable;

/** RED-11: one Direct Link, or several on one cross-connect router of IBM's. */
final class Red11 extends Diversity {

  Red11() {
    super("RED-11", "ibm.direct-link");
  }

  @Override
  @Nullable FindingDraft alone(Situation situation, Circuitry circuitry, Circuit circuit) {
    if (!circuitry.vpns(circuitry.networks(circuit.id())).isEmpty()) {
      return null;
    }
    String name = situation.name(circuit.id());
    FindingDraft draft =
        about(List.of(circuit))
            .title(name + " is the only Direct Link to its virtual networks")
            .text(
                "A Direct Link has no redundancy within: it ends on one cross-connect router of"
                    + " IBM's, and goes down with it.")
            .remedy("Order a second Direct Link on another cross-connect router.")
            .remedy("Let a VPN stand by; it has its own, lower, bandwidth.");
    return new BackupOffer(situation, circuitry).beside(circuit, draft);
  }

  @Override
  @Nullable FindingDraft several(Situation situation, Circuitry circuitry, List<Circuit> circuits) {
    Ends ends = Ends.of(circuitry, circuits, false);
    if (ends.devices().size() > 1 || ends.locations().size() > 1) {
      return null;
    }
    String names = names(situation, circuits);
    if (!ends.unknown().isEmpty()) {
      return about(circuits)
          .undecided()
          .title("Whether " + names + " end on different cross-connect routers is not said")
          .text(
              "The design does not say which cross-connect router of IBM's each of them ends on."
                  + " On one router they fail together, and do not share the load either.")
          .remedy("Set the cloud's device of each circuit.");
    }
    return about(circuits)
        .title(names + " end on one cross-connect router of IBM's, " + ends.devices().first())
        .text(
            "They fail together with it, and the transit gateway does not balance over two links"
                + " on one router.")
        .remedy("Order one of them on another cross-connect router.");
  }
}
