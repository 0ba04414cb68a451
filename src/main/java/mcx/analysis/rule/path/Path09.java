package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/**
 * PATH-09: a base priority, the MED that a Google session tells, as high as what another region
 * costs, so that the two are mixed up.
 */
final class Path09 extends Rule {

  Path09() {
    super("PATH-09");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Circuit circuit : situation.circuits("google.")) {
      for (Gateway gateway : circuitry.gateways(circuit.id())) {
        for (CircuitConnection c : circuitry.connections(circuit.id())) {
          Long priority = priority(c.session().a());
          long cost = cost(situation, gateway);
          if (priority != null && priority >= cost) {
            found.add(found(situation, c.id(), null, priority, cost));
          }
        }
      }
    }
    for (Gateway gateway : situation.gateways("google.")) {
      for (VpnConnection vpn : circuitry.links(gateway.id(), VpnConnection.class)) {
        boolean a = vpn.a().equals(gateway.id());
        long cost = cost(situation, gateway);
        vpn.tunnels().stream()
            .map(t -> priority(a ? t.session().a() : t.session().b()))
            .filter(p -> p != null && p >= cost)
            .findFirst()
            .ifPresent(p -> found.add(found(situation, vpn.id(), gateway.id(), p, cost)));
      }
    }
    return found;
  }

  private static long cost(Situation situation, Gateway gateway) {
    Product product = situation.catalog().of(gateway);
    OptionalLong cost =
        product == null ? OptionalLong.empty() : product.number(Quantity.REGION_COST_MIN);
    return cost.orElse(Long.MAX_VALUE);
  }

  /** The highest MED that the end sets; null where it sets none. */
  private static @Nullable Long priority(BgpEnd end) {
    return end.exportPolicy().terms().stream()
        .map(t -> t.set().med())
        .filter(Objects::nonNull)
        .max(Long::compare)
        .orElse(null);
  }

  private Finding found(
      Situation situation, Id link, @Nullable Id gateway, long priority, long cost) {
    String name = situation.name(link);
    long highest = cost - 1;
    return finding(link)
        .title(name + " has base priority " + priority + ", as high as another region's cost")
        .text(
            "Google adds "
                + cost
                + " or more to the base priority for the subnets of another region, so that a region's"
                + " own way is always the better. From "
                + cost
                + " on a base priority defeats that: whether the own way or the one through another"
                + " region is taken hangs on a cost that Google sets.")
        .remedy("Keep base priorities between 0 and " + highest + ".")
        .fix(
            "Set base priority " + highest + " on " + name,
            (design, catalog) ->
                new Change(lowered(design, link, gateway, highest), List.of(), link))
        .done();
  }

  private static Design lowered(Design design, Id link, @Nullable Id gateway, long highest) {
    return gateway == null
        ? SessionEnds.cloud(design, link, PolicyEdits.sending(p -> PolicyEdits.withMed(p, highest)))
        : SessionEnds.tunnels(
            design, link, gateway, PolicyEdits.sending(p -> PolicyEdits.withMed(p, highest)));
  }
}
