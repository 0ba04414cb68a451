package mcx.compile;

import java.util.List;
import java.util.stream.Stream;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;

/** The prefix limits of a product, as far as they hold for one variant and kind of peering. */
final class LimitFacts {

  private LimitFacts() {}

  /**
   * The limits of this direction and scope, in the order of the catalog.
   *
   * @param sku the variant; null for the product's default
   * @param peerings the kinds of peering in question: names of {@code PeeringType}, or {@code VPN}
   */
  static List<PrefixLimitFact> of(
      @Nullable Product product,
      @Nullable String sku,
      Direction direction,
      Scope scope,
      String... peerings) {
    if (product == null) {
      return List.of();
    }
    String variant = sku == null && !product.skus().isEmpty() ? product.skus().getFirst() : sku;
    return product.limits().stream()
        .filter(f -> f.direction() == direction && f.scope() == scope)
        .filter(f -> f.sku() == null || f.sku().equals(variant))
        .filter(f -> f.peering() == null || Stream.of(peerings).anyMatch(f.peering()::equals))
        .toList();
  }

  /** What happens beyond it. */
  static PrefixLimit.Beyond beyond(PrefixLimitFact fact) {
    for (PrefixLimit.Beyond known : PrefixLimit.Beyond.values()) {
      if (known.name().equals(fact.beyond())) {
        return known;
      }
    }
    return PrefixLimit.Beyond.UNKNOWN;
  }

  /** Where it comes from, in words. */
  static String source(PrefixLimitFact fact) {
    return fact.counts() + " (" + fact.source() + ")";
  }
}
