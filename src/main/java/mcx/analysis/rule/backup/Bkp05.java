package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.analysis.rule.Throughput;
import mcx.change.fix.SecondCircuit;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.VpnConnection;

/**
 * BKP-05: traffic that minds latency, or is more than one tunnel carries, has one circuit and only
 * VPN to fall back to.
 */
final class Bkp05 extends Rule {

  Bkp05() {
    super("BKP-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Expected expected : Expected.all(situation)) {
      String needs = needs(situation, expected);
      if (!needs.isEmpty() && expected.circuits().size() == 1) {
        found.add(found(situation, expected, needs));
      }
    }
    return found;
  }

  /** What the traffic needs that VPN is not advised for; empty where nothing. */
  private static String needs(Situation situation, Expected expected) {
    Intent intent = expected.intent();
    Integer latency = intent.latencyMillis();
    if (latency != null) {
      return "within " + latency + " ms";
    }
    Integer mbps = intent.bandwidthMbps();
    int tunnel =
        expected.vpns().stream().mapToInt(v -> Throughput.tunnel(situation, v)).max().orElse(0);
    return mbps != null && tunnel > 0 && mbps > tunnel ? "at " + Phrases.speed(mbps) : "";
  }

  private Finding found(Situation situation, Expected expected, String needs) {
    Intent intent = expected.intent();
    Id circuit = expected.circuits().first();
    List<Id> vpns = expected.vpns().stream().map(VpnConnection::id).toList();
    String names = situation.name(intent.from()) + " and " + situation.name(intent.to());
    FindingDraft draft =
        finding(intent.from(), intent.to())
            .showing(List.of(circuit))
            .showing(vpns)
            .title(names + " are to reach each other " + needs + " and have only VPN as fallback")
            .text(
                "The intent asks for a path that VPN over the Internet does not promise: its delay"
                    + " and throughput vary. When "
                    + situation.name(circuit)
                    + " fails, the traffic moves to "
                    + Phrases.list(vpns.stream().map(situation::name).toList())
                    + ".")
            .remedy("Order a second circuit at another peering location.");
    if (SecondCircuit.isPossible(situation.design(), circuit)) {
      draft.fix(
          "Draw a second circuit like " + situation.name(circuit),
          (design, catalog) -> SecondCircuit.like(design, circuit));
    }
    return draft.done();
  }
}
