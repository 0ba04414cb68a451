package mcx.catalog;

import mcx.inet.Family;
import org.jspecify.annotations.Nullable;

/**
 * How many prefixes a product accepts or sends, from section 1.2 of the cloud facts.
 *
 * @param direction {@code IN}: towards the cloud; {@code OUT}: from the cloud
 * @param peering the kind of peering it holds for, such as {@code PRIVATE}; null for all
 * @param sku the variant it holds for; null for all
 * @param family which prefixes
 * @param max the most
 * @param beyond what happens beyond it: a name of {@code mcx.network.PrefixLimit.Beyond}
 * @param counts what is counted, over what, in words
 * @param adjustable whether the vendor raises it on request
 */
public record PrefixLimitFact(
    Direction direction,
    @Nullable String peering,
    @Nullable String sku,
    Family family,
    int max,
    String beyond,
    String counts,
    boolean adjustable,
    String source,
    boolean confirmed) {

  /** Which way prefixes are counted. */
  public enum Direction {
    IN,
    OUT
  }
}
