package mcx.export;

import java.util.Locale;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.inet.AsPath;
import mcx.inet.Family;
import mcx.network.Policy.Learned;
import mcx.network.PrefixLimit;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.Route;

/** What reports call things. */
final class Words {

  private Words() {}

  /** A constant as it stands in JSON: {@code no-route} for {@code NO_ROUTE}. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A path as in a table; the empty one is told apart from a blank. */
  static String path(AsPath path) {
    return path.isEmpty() ? "–" : path.toString();
  }

  /** What became of an advertisement. */
  static String outcome(Advertisement a) {
    String what =
        switch (a.outcome()) {
          case ACCEPTED -> "accepted";
          case REFUSED_LOOP, REFUSED_POLICY, REFUSED_LIMIT -> "refused";
          default -> "not sent";
        };
    return a.reason().isEmpty() ? what : what + ": " + a.reason();
  }

  /** A count against its limit. */
  static String count(int accepted, PrefixLimit limit, Family family) {
    return accepted + " of at most " + limit.max() + " " + family.label() + " prefixes";
  }

  /** How a route came into a table. */
  static String learned(Learned how) {
    return switch (how) {
      case LOCAL -> "own";
      case CONNECTED -> "connected";
      case STATIC -> "static";
      case AGGREGATE -> "aggregate";
      case EXTERNAL -> "eBGP";
      case INNER -> "iBGP";
      case VPN -> "VRF";
      case PROPAGATED -> "propagated";
    };
  }

  /** How a prefix came into BGP. */
  static String origin(Route.OriginCode origin) {
    return switch (origin) {
      case IGP -> "IGP";
      case EGP -> "EGP";
      case INCOMPLETE -> "incomplete";
    };
  }

  /** Where a route leads next. */
  static String nextHop(Analysis analysis, Route route) {
    VrfId next = route.nextHop();
    if (next != null) {
      return Names.of(analysis.compiled().network(), next);
    }
    if (route.discard()) {
      return "discard";
    }
    return route.isUsable() ? "here" : "unreachable";
  }

  /** A number with its noun. */
  static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
