package mcx.analysis.rule.mtu;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.Edits;
import mcx.compile.Note.Severity;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * MTU-03: an ExpressRoute circuit is faster than the gateway behind it. The reverse costs money and
 * no traffic, so it is information, and only where a smaller gateway would do for all circuits.
 */
final class Mtu03 extends Rule {

  Mtu03() {
    super("MTU-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway gateway : situation.gateways("azure.er-gateway")) {
      Product product = situation.product(gateway.id());
      Circuit fastest = fastest(situation, gateway.id());
      int speed = product == null ? 0 : speed(product, gateway.sku());
      if (product == null || fastest == null || speed == 0) {
        continue;
      }
      if (fastest.bandwidthMbps() > speed) {
        found.add(slow(situation, gateway.id(), product, speed, fastest));
      } else if (!enough(product, fastest.bandwidthMbps()).equals(sku(product, gateway.sku()))) {
        found.add(fast(situation, gateway.id(), product, speed, fastest));
      }
    }
    return found;
  }

  private static @Nullable Circuit fastest(Situation situation, Id gateway) {
    Circuit fastest = null;
    for (CircuitAttachment link : situation.links(CircuitAttachment.class)) {
      Circuit circuit =
          link.joins(gateway)
              ? situation.design().element(link.other(gateway), Circuit.class)
              : null;
      if (circuit != null
          && circuit.bandwidthMbps() > 0
          && (fastest == null || circuit.bandwidthMbps() > fastest.bandwidthMbps())) {
        fastest = circuit;
      }
    }
    return fastest;
  }

  private static String sku(Product product, @Nullable String sku) {
    return sku != null ? sku : product.skus().isEmpty() ? "" : product.skus().getFirst();
  }

  /** The throughput of a variant in Mbit/s; 0 where the catalog does not know it. */
  private static int speed(Product product, @Nullable String sku) {
    int at = product.skus().indexOf(sku(product, sku));
    return at < 0 || at >= product.speedsMbps().size() ? 0 : product.speedsMbps().get(at);
  }

  /** The smallest variant that carries so much; empty for none. */
  private static String enough(Product product, int mbps) {
    return product.skus().stream().filter(s -> speed(product, s) >= mbps).findFirst().orElse("");
  }

  private Finding slow(
      Situation situation, Id gateway, Product product, int speed, Circuit circuit) {
    String larger = enough(product, circuit.bandwidthMbps());
    FindingDraft draft =
        finding(gateway)
            .showing(List.of(circuit.id()))
            .title(
                situation.name(circuit.id())
                    + " has "
                    + circuit.bandwidthMbps()
                    + " Mbit/s, "
                    + situation.name(gateway)
                    + " carries "
                    + speed)
            .text(
                "The gateway is the bottleneck: no more than "
                    + speed
                    + " Mbit/s get through to the virtual networks, unless FastPath leads traffic past"
                    + " the gateway.")
            .remedy(
                larger.isEmpty()
                    ? "Spread the virtual networks over several gateways, or use FastPath."
                    : "Take the gateway as " + larger + ".");
    if (!larger.isEmpty()) {
      draft.fix(
          "Make " + situation.name(gateway) + " " + larger,
          (design, catalog) -> Edits.component(design, List.of(gateway), "sku", larger));
    }
    return draft.done();
  }

  private Finding fast(
      Situation situation, Id gateway, Product product, int speed, Circuit circuit) {
    String smaller = enough(product, circuit.bandwidthMbps());
    return finding(gateway)
        .showing(List.of(circuit.id()))
        .severity(Severity.INFO)
        .title(
            situation.name(gateway)
                + " carries "
                + speed
                + " Mbit/s, its fastest circuit has "
                + circuit.bandwidthMbps())
        .text(
            "The circuits are the bottleneck. "
                + smaller
                + " would carry as much, unless the larger gateway is there for its routes or for"
                + " FastPath.")
        .remedy("Leave it, take " + smaller + ", or order more bandwidth.")
        .done();
  }
}
