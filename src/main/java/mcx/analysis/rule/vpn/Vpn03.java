package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Edits;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.VpnConnection;
import mcx.network.Segment;

/**
 * VPN-03: the traffic that is expected between two sites goes by VPN, and is more than the tunnels
 * carry.
 */
final class Vpn03 extends Rule {

  Vpn03() {
    super("VPN-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, Long> demand = new TreeMap<>();
    for (Intent intent : situation.design().intents().values()) {
      Integer mbps = intent.bandwidthMbps();
      if (intent.kind() == IntentKind.REACH && mbps != null) {
        SitePath path = situation.path(intent.from(), intent.to());
        if (path != null && path.reaches()) {
          for (Id id : path.drawn()) {
            if (situation.design().link(id.owner()) instanceof VpnConnection vpn) {
              demand.merge(vpn.id(), (long) mbps, Long::sum);
              break;
            }
          }
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    if (demand.isEmpty()) {
      return found;
    }
    Map<String, Segment> segments =
        situation.network().segments().stream()
            .filter(s -> s.kind() == Segment.Kind.TUNNEL)
            .collect(Collectors.toMap(Segment::id, Function.identity(), (x, y) -> x));
    demand.forEach((vpn, mbps) -> check(situation, vpn, mbps, segments, found));
    return found;
  }

  private void check(
      Situation situation, Id id, long demand, Map<String, Segment> segments, List<Finding> found) {
    if (!(situation.design().link(id) instanceof VpnConnection vpn)) {
      return;
    }
    List<Segment> tunnels =
        vpn.tunnels().stream()
            .map(t -> segments.get(id.part(t.key()).value()))
            .filter(s -> s != null && s.downBecause() == null)
            .toList();
    if (tunnels.isEmpty()) {
      return;
    }
    int each = tunnels.getFirst().bandwidthMbps();
    String name = situation.name(id);
    String expected = Phrases.speed(demand);
    if (each == 0) {
      found.add(
          finding(id)
              .undecided()
              .title("Whether " + name + " carries the " + expected + " expected cannot be told")
              .text(
                  "The vendors of its ends do not state what one tunnel carries. Measure it, or"
                      + " choose a gateway whose throughput is stated.")
              .done());
      return;
    }
    boolean shares = balances(situation, vpn.a()) && balances(situation, vpn.b());
    int used = shares ? tunnels.size() : 1;
    if (demand <= (long) each * used) {
      return;
    }
    FindingDraft draft =
        finding(id)
            .title(
                expected
                    + " is expected over "
                    + name
                    + ", which carries "
                    + Phrases.speed((long) each * used))
            .text(
                "A tunnel carries "
                    + Phrases.speed(each)
                    + ", and "
                    + (shares
                        ? Phrases.count(used, "tunnel") + " share the traffic."
                        : "one tunnel carries all: an end does not balance over several.")
                    + " What is more is dropped.")
            .remedy("Share the traffic over more tunnels, where both ends balance.")
            .remedy("Take a private circuit.");
    offerVariant(situation, vpn, demand, used, draft);
    found.add(draft.done());
  }

  /** A larger variant of the one gateway that is narrower than is needed, if that suffices. */
  private static void offerVariant(
      Situation situation, VpnConnection vpn, long demand, int used, FindingDraft draft) {
    List<Gateway> narrow = new ArrayList<>();
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = situation.design().element(end, Gateway.class);
      Product product = situation.product(end);
      if (gateway != null && product != null) {
        int most =
            product.ikes(gateway.sku()).stream().mapToInt(i -> i.tunnelMbps()).max().orElse(0);
        if (most > 0 && (long) most * used < demand) {
          narrow.add(gateway);
        }
      }
    }
    if (narrow.size() == 1) {
      Gateway gateway = narrow.getFirst();
      String sku = VpnEnds.variant(situation, gateway, i -> (long) i.tunnelMbps() * used >= demand);
      if (sku != null) {
        draft.remedy("Enlarge " + situation.name(gateway.id()) + " to " + sku + ".");
        draft.fix(
            "Enlarge " + situation.name(gateway.id()) + " to " + sku,
            (design, catalog) -> Edits.component(design, List.of(gateway.id()), "sku", sku));
      }
    }
  }

  /** Whether an end shares traffic among equal routes. */
  private static boolean balances(Situation situation, Id end) {
    Product product = situation.product(end);
    mcx.design.Router router = situation.design().element(end, mcx.design.Router.class);
    return router != null
        ? router.multipath()
        : product == null || product.number(Quantity.EQUAL_PATHS).orElse(2) > 1;
  }
}
