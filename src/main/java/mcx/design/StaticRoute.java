package mcx.design;

import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * A route by hand.
 *
 * @param via the link or neighbouring element that the traffic is handed to; null to discard it
 * @param distance the administrative distance, 1 to 255: of routes to one prefix the one with the
 *     smaller is taken, so a great one waits behind what BGP tells; null for the usual
 * @param redistribute whether BGP advertises it
 */
public record StaticRoute(
    Prefix prefix, @Nullable Id via, @Nullable Integer distance, boolean redistribute) {

  public StaticRoute {
    if (distance != null && (distance < 1 || distance > 255)) {
      throw new InvalidDesignException(
          "The distance of a static route goes from 1 to 255, not " + distance + ".");
    }
  }

  /** A route with the usual distance. */
  public StaticRoute(Prefix prefix, @Nullable Id via, boolean redistribute) {
    this(prefix, via, null, redistribute);
  }
}
