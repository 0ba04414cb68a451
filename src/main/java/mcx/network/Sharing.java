package mcx.network;

/**
 * How many equally good routes a table uses at once.
 *
 * @param most at most so many: 1 or more; {@link Integer#MAX_VALUE} for all there are
 * @param byLink whether routes that come by one link of the design, such as the two connections of
 *     a circuit, count as one
 */
public record Sharing(int most, boolean byLink) {

  /** One route and no more. */
  public static final Sharing NONE = new Sharing(1, false);

  /** All equally good routes, however many they are. */
  public static final Sharing ALL = new Sharing(Integer.MAX_VALUE, false);

  /**
   * @throws IllegalArgumentException if not even one is used
   */
  public Sharing {
    if (most < 1) {
      throw new IllegalArgumentException("A table uses at least one route, not " + most);
    }
  }

  /** So many routes, each for itself. */
  public static Sharing paths(int most) {
    return new Sharing(most, false);
  }

  /** The routes of so many links. */
  public static Sharing links(int most) {
    return new Sharing(most, true);
  }

  /** Whether more than one route may be in use. */
  public boolean several() {
    return most > 1 || byLink;
  }
}
