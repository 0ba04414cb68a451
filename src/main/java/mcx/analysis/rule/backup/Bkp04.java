package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.analysis.rule.Throughput;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/**
 * BKP-04: more traffic is expected than the VPN carries that it moves to when the circuit fails.
 */
final class Bkp04 extends Rule {

  Bkp04() {
    super("BKP-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Expected> all =
        Expected.all(situation).stream().filter(e -> e.intent().bandwidthMbps() != null).toList();
    List<Finding> found = new ArrayList<>();
    Expected.byVpns(all)
        .forEach(
            (vpns, expected) -> {
              long demand = 0;
              SortedSet<Id> circuits = new TreeSet<>();
              for (Expected e : expected) {
                Integer mbps = e.intent().bandwidthMbps();
                demand += mbps == null ? 0 : mbps;
                circuits.addAll(e.circuits());
              }
              Finding finding = found(situation, vpns, circuits, demand);
              if (finding != null) {
                found.add(finding);
              }
            });
    return found;
  }

  private @Nullable Finding found(
      Situation situation, List<VpnConnection> vpns, SortedSet<Id> circuits, long demand) {
    long carried = Throughput.of(situation, vpns);
    if (carried >= demand) {
      return null;
    }
    List<Id> ids = vpns.stream().map(VpnConnection::id).toList();
    String names = Phrases.list(ids.stream().map(situation::name).toList());
    String failed = Phrases.list(circuits.stream().map(situation::name).toList());
    FindingDraft draft =
        finding(ids)
            .showing(circuits)
            .remedy("Enlarge the VPN gateway, or share the traffic over more tunnels.")
            .remedy("Plan what may be shed after a failure.")
            .remedy("Order a second circuit at another location.");
    if (carried == 0) {
      return draft
          .undecided()
          .title(
              "Whether "
                  + names
                  + " carries the "
                  + Phrases.speed(demand)
                  + " expected after a failure cannot be told")
          .text("The vendors of its ends state no throughput. Measure it before you rely on it.")
          .done();
    }
    draft
        .title(
            "When "
                + failed
                + " fails, "
                + Phrases.speed(demand)
                + " moves to "
                + names
                + ", which carries "
                + Phrases.speed(carried))
        .text(
            "The intents expect that much between the two sides, also while the private path is"
                + " down. What the VPN does not carry is dropped, and all that shares it suffers.");
    for (Throughput.Variant larger : Throughput.sufficient(situation, vpns, demand)) {
      draft.fix(
          "Enlarge " + situation.name(larger.gateway()) + " to " + larger.sku(),
          (design, catalog) ->
              Edits.component(design, List.of(larger.gateway()), "sku", larger.sku()));
    }
    return draft.done();
  }
}
