package mcx.analysis.rule.redundancy;

import java.util.List;
import mcx.analysis.rule.BackupOffer;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import org.jspecify.annotations.Nullable;

/**
 * RED-06: Direct Connect at one location, or on one device. A single connection with a VPN beside
 * it is a choice, and let be.
 */
final class Red06 extends Diversity {

  Red06() {
    super("RED-06", "aws.direct-connect");
  }

  @Override
  @Nullable FindingDraft alone(Situation situation, Circuitry circuitry, Circuit circuit) {
    if (!circuitry.vpns(circuitry.networks(circuit.id())).isEmpty()) {
      return null;
    }
    String name = situation.name(circuit.id());
    FindingDraft draft =
        about(List.of(circuit))
            .title(name + " is the only Direct Connect to its VPC")
            .text(
                "AWS promises 99.9 % for connections at two locations and 99.99 % for two devices"
                    + " at each of two; one connection is below that, and goes down with AWS's"
                    + " device and each maintenance of it.")
            .remedy("Order a second connection at another Direct Connect location.")
            .remedy("Let a VPN stand by; it has its own, lower, bandwidth.");
    return new BackupOffer(situation, circuitry).beside(circuit, draft);
  }

  @Override
  @Nullable FindingDraft several(Situation situation, Circuitry circuitry, List<Circuit> circuits) {
    Ends ends = Ends.of(circuitry, circuits, true);
    String names = names(situation, circuits);
    if (ends.locations().size() > 1) {
      return null;
    }
    if (!ends.unknown().isEmpty() || ends.locations().isEmpty()) {
      if (ends.unknown().isEmpty() && ends.devices().size() == 1) {
        return oneDevice(names, circuits, ends.devices().first());
      }
      return about(circuits)
          .undecided()
          .title("Whether " + names + " are at different locations is not said")
          .text(
              "The design does not say at which Direct Connect location each of them ends. AWS"
                  + " promises 99.9 % only for two locations.")
          .remedy("Set the peering location of each circuit.");
    }
    if (ends.devices().size() == 1
        && circuits.stream().noneMatch(c -> circuitry.edgeDevices(c).isEmpty())) {
      return oneDevice(names, circuits, ends.devices().first());
    }
    String place = Phrases.list(List.copyOf(ends.locations()), situation::name);
    return about(circuits)
        .showing(ends.locations())
        .title(names + " are all at " + place)
        .text(
            "When "
                + place
                + " is lost, all of them are. AWS promises 99.9 % only for connections at two"
                + " locations.")
        .remedy("Move one of them to another Direct Connect location.");
  }

  private FindingDraft oneDevice(String names, List<Circuit> circuits, String device) {
    return about(circuits)
        .title(names + " end on one AWS device, " + device)
        .text(
            "AWS counts two connections on one device as one: each maintenance of that device takes"
                + " them all down, and neither 99.9 % nor 99.99 % is promised.")
        .remedy("Have AWS move one of them to another device, better at another location.");
  }
}
