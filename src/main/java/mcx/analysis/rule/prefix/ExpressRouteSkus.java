package mcx.analysis.rule.prefix;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.inet.Family;
import org.jspecify.annotations.Nullable;

/** Larger variants of ExpressRoute circuits and gateways. */
final class ExpressRouteSkus {

  static final String PREMIUM = "Premium";

  private ExpressRouteSkus() {}

  /** Offers a Premium circuit, with gateways that learn as much, where that holds what comes. */
  static void offerPremium(Situation situation, List<Budget> budgets, FindingDraft draft) {
    Id id = budgets.getFirst().holder();
    Circuit circuit = situation.design().element(id, Circuit.class);
    int count = budgets.stream().mapToInt(Budget::count).max().orElse(0);
    boolean v4 = budgets.stream().allMatch(b -> b.family() == Family.V4);
    if (circuit == null || PREMIUM.equals(circuit.sku()) || !v4) {
      return;
    }
    int most = max(situation.product(id), PREMIUM, Direction.IN, Scope.SESSION);
    Map<Id, String> skus = new TreeMap<>();
    for (Gateway gateway : gateways(situation, id)) {
      if (fullest(situation, gateway, count) >= PrefixMargin.NEARLY_FULL) {
        String larger = larger(situation, gateway, count);
        if (larger == null) {
          return;
        }
        skus.put(gateway.id(), larger);
      }
    }
    if (count >= most * PrefixMargin.NEARLY_FULL) {
      return;
    }
    StringBuilder title = new StringBuilder("Make " + situation.name(id) + " " + PREMIUM);
    skus.forEach(
        (gateway, sku) ->
            title.append(" and ").append(situation.name(gateway)).append(' ').append(sku));
    skus.put(id, PREMIUM);
    draft.fix(title.toString(), (design, catalog) -> set(design, skus, id));
  }

  /** Offers the next larger gateway that learns so much with a margin, where there is one. */
  static void offerLargerGateway(Situation situation, Budget budget, FindingDraft draft) {
    Gateway gateway = situation.design().element(budget.holder(), Gateway.class);
    String larger = gateway == null ? null : larger(situation, gateway, budget.count());
    if (gateway != null && larger != null) {
      draft.fix(
          "Make " + situation.name(gateway.id()) + " " + larger,
          (design, catalog) -> set(design, Map.of(gateway.id(), larger), gateway.id()));
    }
  }

  private static Change set(Design design, Map<Id, String> skus, Id main) {
    Design changed = design;
    for (Map.Entry<Id, String> e : skus.entrySet()) {
      Element element = changed.element(e.getKey());
      if (element != null) {
        changed = changed.with(Components.with(element, "sku", e.getValue()));
      }
    }
    return new Change(changed, List.of(), main);
  }

  /** The gateways that a circuit is joined to. */
  private static Collection<Gateway> gateways(Situation situation, Id circuit) {
    Map<Id, Gateway> all = new TreeMap<>();
    for (CircuitAttachment link : situation.links(CircuitAttachment.class)) {
      Gateway gateway =
          link.joins(circuit)
              ? situation.design().element(link.other(circuit), Gateway.class)
              : null;
      if (gateway != null) {
        all.put(gateway.id(), gateway);
      }
    }
    return all.values();
  }

  /** How full a gateway is with so many routes. */
  private static double fullest(Situation situation, Gateway gateway, int count) {
    int max = max(situation.product(gateway.id()), gateway.sku(), Direction.IN, Scope.GATEWAY);
    return max == 0 ? 0 : (double) count / max;
  }

  private static @Nullable String larger(Situation situation, Gateway gateway, int count) {
    Product product = situation.product(gateway.id());
    if (product == null) {
      return null;
    }
    List<String> skus = product.skus();
    int now = gateway.sku() == null ? 0 : skus.indexOf(gateway.sku());
    for (String sku : skus.subList(Math.max(0, now), skus.size())) {
      int max = max(product, sku, Direction.IN, Scope.GATEWAY);
      if (count < max * PrefixMargin.NEARLY_FULL) {
        return sku;
      }
    }
    return null;
  }

  private static int max(
      @Nullable Product product, @Nullable String sku, Direction direction, Scope scope) {
    if (product == null) {
      return 0;
    }
    String variant = sku == null && !product.skus().isEmpty() ? product.skus().getFirst() : sku;
    return product.limits().stream()
        .filter(f -> f.direction() == direction && f.scope() == scope)
        .filter(f -> f.family() == Family.V4)
        .filter(f -> f.peering() == null || f.peering().equals("PRIVATE"))
        .filter(f -> f.sku() == null || f.sku().equals(variant))
        .mapToInt(PrefixLimitFact::max)
        .max()
        .orElse(0);
  }
}
