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
 */
public record Sharing(int most, boolean byLink, SortedMap<String, String> devices) {

  /** One route and no more. */
  public static final Sharing NONE = paths(1);

  /** All equally good routes, however many they are. */
  public static final Sharing ALL = paths(Integer.MAX_VALUE);

  /**
   * @throws IllegalArgumentException if not even one is used
   */
  public Sharing {
    if (most < 1) {
      throw new IllegalArgumentException("A table uses at least one route, not " + most);
    }
    devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
  }

  /** So many routes, each for itself. */
  public static Sharing paths(int most) {
    return new Sharing(most, false, new TreeMap<>());
  }

  /** The routes of so many links. */
  public static Sharing links(int most) {
    return new Sharing(most, true, new TreeMap<>());
  }

  /** The same where of links that end on one device the routes of only one are used. */
  public Sharing apart(SortedMap<String, String> byLink) {
    return new Sharing(most, this.byLink, byLink);
  }

  /** Whether more than one route may be in use. */
  public boolean several() {
    return most > 1 || byLink;
  }
}
