package mcx.compile;

import java.util.List;
import java.util.stream.Stream;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.network.LimitBasis;
import mcx.network.LimitBasis.Over;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;

/** The prefix limits of a product, as far as they hold for one variant and kind of peering. */
public final class LimitFacts {

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

  /** What it rests on. */
  static LimitBasis basis(PrefixLimitFact fact) {
    String beyond = fact.beyondSource();
    boolean two = !beyond.isEmpty() && !beyond.equals(fact.source());
    return new LimitBasis(
        over(fact),
        fact.rule(),
        two ? fact.source() + ", " + beyond : fact.source(),
        fact.direction() == Direction.OUT,
        fact.adjustable(),
        fact.confirmed());
  }

  private static Over over(PrefixLimitFact fact) {
    return switch (fact.scope()) {
      case SESSION -> Over.SESSION;
      case ATTACHMENT -> Over.CONNECTION;
      case NETWORK -> Over.NETWORK;
      case GATEWAY -> Over.GATEWAY;
      case REGION, OTHER_REGIONS -> Over.REGION;
      case PORT, ALLOCATED -> Over.ALLOCATION;
      case ASSOCIATION, ENTERED -> Over.LIST;
    };
  }

  /**
   * As a limit of one session.
   *
   * @param granted what the vendor set in its place, where it may be changed; null for nothing
   */
  public static PrefixLimit limit(PrefixLimitFact fact, @Nullable Integer granted) {
    return new PrefixLimit(max(fact, granted), beyond(fact), source(fact), basis(fact));
  }

  /** How many it allows. */
  static int max(PrefixLimitFact fact, @Nullable Integer granted) {
    return fact.adjustable() && granted != null ? granted : fact.max();
  }

  /** Where it comes from, in words. */
  static String source(PrefixLimitFact fact) {
    return fact.counts() + " (" + fact.source() + ")";
  }
}
