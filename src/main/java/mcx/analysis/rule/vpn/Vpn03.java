package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Crossings;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Demand;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.analysis.rule.Throughput;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.network.Segment;
import org.jspecify.annotations.Nullable;

/**
 * VPN-03: the traffic that is expected between two sites goes by VPN, and is more than its tunnels
 * and gateways carry.
 */
final class Vpn03 extends Rule {

  Vpn03() {
    super("VPN-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Demand> demands = Demand.of(situation.design());
    if (demands.isEmpty()) {
      return List.of();
    }
    SortedMap<Id, Long> expected = new TreeMap<>();
    Crossings crossings = new Crossings(situation.design(), situation.network());
    for (Demand demand : demands) {
      SitePath path = situation.path(demand.a(), demand.b());
      if (path != null && path.reaches()) {
        path.allDrawn().stream()
            .map(Id::owner)
            .distinct()
            .filter(id -> situation.design().link(id) instanceof VpnConnection)
            .forEach(
                id -> {
                  double share = path.share(hop -> isOver(crossings.segment(hop.segment()), id));
                  expected.merge(id, Math.round(demand.mbps() * share), Long::sum);
                });
      }
    }
    List<Finding> found = new ArrayList<>();
    expected.forEach(
        (id, mbps) -> {
          Finding finding =
              situation.design().link(id) instanceof VpnConnection vpn
                  ? check(situation, vpn, mbps)
                  : null;
          if (finding != null) {
            found.add(finding);
          }
        });
    return found;
  }

  private static boolean isOver(@Nullable Segment segment, Id vpn) {
    return segment != null && Id.of(segment.origin().id()).owner().equals(vpn);
  }

  private @Nullable Finding check(Situation situation, VpnConnection vpn, long demand) {
    long carried = Throughput.of(situation, List.of(vpn));
    if (carried >= demand) {
      return null;
    }
    String name = situation.name(vpn.id());
    String expected = Phrases.speed(demand);
    FindingDraft draft =
        finding(vpn.id())
            .showing(List.of(vpn.a(), vpn.b()))
            .remedy("Share the traffic over more tunnels, where both ends balance over them.")
            .remedy("Choose a larger gateway.")
            .remedy("Take a private circuit.");
    if (carried == 0) {
      return draft
          .undecided()
          .title("Whether " + name + " carries the " + expected + " expected cannot be told")
          .text(
              "The vendors of its ends do not state what they carry. Measure it, or choose a"
                  + " gateway whose throughput is stated.")
          .done();
    }
    int each = Throughput.tunnel(situation, vpn);
    draft
        .title(expected + " is expected over " + name + ", which carries " + Phrases.speed(carried))
        .text(
            (each == 0 ? "" : "One of its tunnels carries " + Phrases.speed(each) + ". ")
                + "An end that does not balance over several uses one, and a gateway carries no"
                + " more in all than its variant allows. What is beyond that is dropped.");
    for (Throughput.Variant larger : Throughput.sufficient(situation, List.of(vpn), demand)) {
      draft.fix(
          "Enlarge " + situation.name(larger.gateway()) + " to " + larger.sku(),
          (design, catalog) ->
              Edits.component(design, List.of(larger.gateway()), "sku", larger.sku()));
    }
    return draft.done();
  }
}
