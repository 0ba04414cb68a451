package mcx.routing;

import java.util.List;
import mcx.inet.Prefix;

/**
 * All routes that a table has to one prefix.
 *
 * @param best the ones in use, at least one; several share the traffic
 * @param lost the others, the best of them first, with what decided against them
 */
public record RibEntry(Prefix prefix, List<Route> best, List<Lost> lost) {

  public RibEntry {
    best = List.copyOf(best);
    lost = List.copyOf(lost);
  }

  /**
   * The best route, that packets follow first. BGP tells others of it too, unless it is a static
   * route that is not offered to BGP: then of the best that is.
   */
  public Route first() {
    return best.getFirst();
  }

  /**
   * A route that was not chosen.
   *
   * @param route the route
   * @param step the step that decided against it, in words ("local preference 100 < 150")
   */
  public record Lost(Route route, String step) {}
}
