package mcx.analysis.rule.redundancy;

import java.util.List;
import java.util.SortedSet;
import mcx.analysis.rule.BackupOffer;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** RED-10: one FastConnect circuit and no second way, or all circuits on one Oracle router. */
final class Red10 extends Diversity {

  Red10() {
    super("RED-10", "oracle.fastconnect");
  }

  @Override
  @Nullable FindingDraft alone(Situation situation, Circuitry circuitry, Circuit circuit) {
    SortedSet<Id> networks = circuitry.networks(circuit.id());
    if (!circuitry.bgpVpns(networks).isEmpty()) {
      return null;
    }
    String name = situation.name(circuit.id());
    FindingDraft draft =
        about(List.of(circuit))
            .title(name + " is the only way to its virtual networks")
            .text(
                "Oracle works on its FastConnect routers one at a time and expects a second way to"
                    + " take over: another circuit on another router, or a VPN with BGP. Without one,"
                    + " each planned maintenance is an outage.")
            .remedy("Order a second virtual circuit on another Oracle router.")
            .remedy("Let a VPN with BGP stand by.");
    return new BackupOffer(situation, circuitry).beside(circuit, draft);
  }

  @Override
  @Nullable FindingDraft several(Situation situation, Circuitry circuitry, List<Circuit> circuits) {
    if (!circuitry.bgpVpns(circuitry.common(circuits)).isEmpty()) {
      return null;
    }
    Ends ends = Ends.of(circuitry, circuits, false);
    if (ends.devices().size() > 1 || ends.locations().size() > 1) {
      return null;
    }
    String names = names(situation, circuits);
    if (!ends.unknown().isEmpty()) {
      return about(circuits)
          .undecided()
          .title("Whether " + names + " end on different Oracle routers is not said")
          .text(
              "The design does not say which Oracle router each of them ends on. On one router,"
                  + " each planned maintenance takes them all down.")
          .remedy("Set the cloud's device of each circuit.");
    }
    return about(circuits)
        .title(names + " end on one Oracle router, " + ends.devices().first())
        .text(
            "Oracle works on its FastConnect routers one at a time. On one router, each planned"
                + " maintenance takes all of them down together.")
        .remedy("Have one of them moved to another router.")
        .remedy("Let a VPN with BGP stand by.");
  }
}
