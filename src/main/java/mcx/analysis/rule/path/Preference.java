package mcx.analysis.rule.path;

import mcx.network.Policy.Learned;
import mcx.routing.Route;

/** What decides between two routes of one table before mere chance does. */
final class Preference {

  private Preference() {}

  /** Whether a table prefers the one by distance, weight, local preference or path length. */
  static boolean isPreferred(Route one, Route other) {
    return compare(one, other) < 0;
  }

  /** Negative where the first is preferred, 0 where none of these tells them apart. */
  static int compare(Route one, Route other) {
    int c = isBgp(one) && isBgp(other) ? 0 : Integer.compare(one.distance(), other.distance());
    if (c == 0) {
      c = Integer.compare(other.weight(), one.weight());
    }
    if (c == 0) {
      c = Long.compare(other.localPreference(), one.localPreference());
    }
    return c != 0 ? c : Integer.compare(one.asPath().length(), other.asPath().length());
  }

  /** Between two of BGP's own, inner or outer, the distance decides nothing. */
  private static boolean isBgp(Route route) {
    return route.learned() == Learned.EXTERNAL || route.learned() == Learned.INNER;
  }
}
