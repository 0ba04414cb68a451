package mcx.export;

import java.util.Locale;
import mcx.inet.AsPath;
import mcx.inet.Family;
import mcx.network.Policy.Learned;
import mcx.network.PrefixLimit;
import mcx.routing.Advertisement;

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

  /** A number with its noun. */
  static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
