package mcx.network;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many equally good routes a table uses at once.
 *
 * @param most at most so many: 1 or more; {@link Integer#MAX_VALUE} for all there are
 * @param byLink whether routes that come by one link of the design, such as the two connections of
 *     a circuit, count as one
 * @param devices by the id of a link of the design, the device at its far end, where it is known:
 *     of links that end on one device the routes of only one are used
 * @param weights by the id of a segment, what the traffic over it is in proportion to: above 0;
 *     where every route in use leads over such a segment, each gets its part, and everywhere else
 *     all get the same
 */
public record Sharing(
    int most,
    boolean byLink,
    SortedMap<String, String> devices,
    SortedMap<String, Integer> weights) {

  /** One route and no more. */
  public static final Sharing NONE = paths(1);

  /** All equally good routes, however many they are. */
  public static final Sharing ALL = paths(Integer.MAX_VALUE);

  /**
   * @throws IllegalArgumentException if not even one is used, or a weight is not above 0
   */
  public Sharing {
    if (most < 1) {
      throw new IllegalArgumentException("A table uses at least one route, not " + most);
    }
    if (weights.values().stream().anyMatch(w -> w <= 0)) {
      throw new IllegalArgumentException("A weight is above 0: " + weights);
    }
    devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
  }

  /** So many routes, each for itself. */
  public static Sharing paths(int most) {
    return new Sharing(most, false, new TreeMap<>(), new TreeMap<>());
  }

  /** The routes of so many links. */
  public static Sharing links(int most) {
    return new Sharing(most, true, new TreeMap<>(), new TreeMap<>());
  }

  /** The same where of links that end on one device the routes of only one are used. */
  public Sharing apart(SortedMap<String, String> byLink) {
    return new Sharing(most, this.byLink, byLink, weights);
  }

  /** The same where the traffic over each of these segments is in proportion to its weight. */
  public Sharing weighted(SortedMap<String, Integer> bySegment) {
    return new Sharing(most, byLink, devices, bySegment);
  }

  /** Whether more than one route may be in use. */
  public boolean several() {
    return most > 1 || byLink;
  }
}
