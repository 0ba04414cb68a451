package mcx.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table settled on for one prefix.
 *
 * @param best the routes in use, the first of them first; empty if there is none
 * @param advertised the route that BGP tells others: the first best one, except where that is a
 *     static route that is not offered to BGP; null for none
 */
record Choice(List<Route> best, @Nullable Route advertised) {

  static final Choice NONE = new Choice(List.of(), null);

  /** Whether both hold the very same routes. */
  boolean same(Choice other) {
    if (advertised != other.advertised || best.size() != other.best.size()) {
      return false;
    }
    for (int i = 0; i < best.size(); i++) {
      if (best.get(i) != other.best.get(i)) {
        return false;
      }
    }
    return true;
  }
}
