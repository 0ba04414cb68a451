package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mcx.catalog.Catalog;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.compile.LimitFacts;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.inet.Family;
import mcx.inet.PrefixRange;

/** The limits on lists that are entered by hand. */
final class EnteredBudgets {

  private EnteredBudgets() {}

  static List<Budget> of(Design design, Catalog catalog) {
    List<Budget> all = new ArrayList<>();
    for (GatewayAssociation link : design.allLinks(GatewayAssociation.class)) {
      Gateway near = design.element(link.a(), Gateway.class);
      Gateway far = design.element(link.b(), Gateway.class);
      Product behind = far == null ? null : catalog.of(far);
      // The list counts where it is what is advertised, not where it only filters (DX-ALW).
      if (near != null && behind != null && behind.behaviour().equals("aws.tgw")) {
        for (PrefixLimitFact fact : facts(near, catalog, Scope.ASSOCIATION)) {
          all.add(
              budget(
                  link.id(),
                  "Allowed prefixes of " + Names.of(design, link.id()),
                  link.allowedPrefixes().size(),
                  fact));
        }
      }
    }
    for (Gateway gateway : design.all(Gateway.class)) {
      long entered = gateway.advertised().stream().mapToLong(PrefixRange::count).sum();
      if (entered > 0) {
        for (PrefixLimitFact fact : facts(gateway, catalog, Scope.ENTERED)) {
          all.add(
              budget(
                  gateway.id(),
                  "Prefixes that " + Names.of(design, gateway.id()) + " advertises by hand",
                  (int) Math.min(entered, Integer.MAX_VALUE),
                  fact));
        }
      }
    }
    return all;
  }

  private static List<PrefixLimitFact> facts(Gateway gateway, Catalog catalog, Scope scope) {
    Product product = catalog.of(gateway);
    return product == null
        ? List.of()
        : product.limits().stream().filter(f -> f.scope() == scope).toList();
  }

  private static Budget budget(Id holder, String label, int count, PrefixLimitFact fact) {
    Family family = fact.family();
    return new Budget(
        holder + ":" + fact.scope(),
        label,
        holder.owner(),
        null,
        null,
        null,
        family == null ? Set.of(Family.values()) : Set.of(family),
        count,
        LimitFacts.limit(fact, null),
        new TreeMap<>(),
        null,
        null,
        null);
  }
}
