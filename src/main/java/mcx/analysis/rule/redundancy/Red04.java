package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/**
 * RED-04: a gateway whose instances stand in one zone, as its variant says where the product has
 * the same variant across zones too, or as is set by hand.
 */
final class Red04 extends Rule {

  Red04() {
    super("RED-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway gateway : situation.gateways("azure.")) {
      Product product = situation.catalog().of(gateway);
      Boolean set = gateway.settings().flag(Setting.ZONE_REDUNDANT);
      String across = product == null ? null : acrossZones(product, gateway.sku());
      if (Boolean.FALSE.equals(set) || (set == null && across != null)) {
        found.add(found(situation, gateway, across));
      }
    }
    return found;
  }

  /** The variant of the same size across zones, by Microsoft's way to name them; null for none. */
  private static @Nullable String acrossZones(Product product, @Nullable String sku) {
    String wanted = sku == null ? "" : (sku + "AZ").toLowerCase(Locale.ROOT);
    return product.skus().stream()
        .filter(s -> s.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private Finding found(Situation situation, Gateway gateway, @Nullable String across) {
    String name = situation.name(gateway.id());
    String sku = gateway.sku();
    FindingDraft draft =
        finding(gateway.id())
            .title(
                name
                    + (across == null ? "" : ", " + sku + ",")
                    + " stands in one availability zone")
            .text(
                "A failure of that zone takes the gateway down with all circuits and VPNs that end"
                    + " on it, while the virtual network's other zones live on without a way out.")
            .remedy(
                across == null
                    ? "Choose a variant whose instances stand in several zones."
                    : "Choose " + across + ", the same size across zones.");
    Id id = gateway.id();
    if (across != null) {
      draft.fix("Make " + name + " " + across, (design, catalog) -> resized(design, id, across));
    } else if (sku == null || sku.toLowerCase(Locale.ROOT).endsWith("az")) {
      draft.fix(
          "Spread " + name + " over the zones", (design, catalog) -> resized(design, id, sku));
    }
    return draft.done();
  }

  private static Change resized(Design design, Id gateway, @Nullable String sku) {
    Gateway before = java.util.Objects.requireNonNull(design.element(gateway, Gateway.class));
    Gateway after = Components.with(before, "sku", sku);
    if (after.settings().get(Setting.ZONE_REDUNDANT) != null) {
      after = (Gateway) after.with(Setting.ZONE_REDUNDANT, null);
    }
    return Change.of(design, after);
  }
}
