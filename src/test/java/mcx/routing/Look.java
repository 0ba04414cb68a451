package mcx.routing;

import java.util.List;
import java.util.stream.Collectors;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Looks at solutions in few words, for tests. */
final class Look {

  private Look() {}

  /** The whole table: {@code prefix [path] via} for each prefix, in order. */
  static List<String> rib(Solution s, String table) {
    return s.rib(Nets.table(table)).values().stream()
        .map(e -> e.prefix() + " [" + e.first().asPath() + "]")
        .toList();
  }

  static @Nullable Route best(Solution s, String table, String prefix) {
    RibEntry e = s.entry(Nets.table(table), Prefix.of(prefix));
    return e == null ? null : e.first();
  }

  /** The path of the best route; {@code -} for none. */
  static String path(Solution s, String table, String prefix) {
    Route r = best(s, table, prefix);
    return r == null ? "-" : r.asPath().toString();
  }

  /** The edge of the best route; {@code -} for none. */
  static String via(Solution s, String table, String prefix) {
    Route r = best(s, table, prefix);
    return r == null || r.via() == null ? "-" : r.via();
  }

  /** The steps that the losers lost by, the best loser first. */
  static List<String> lost(Solution s, String table, String prefix) {
    RibEntry e = s.entry(Nets.table(table), Prefix.of(prefix));
    return e == null ? List.of() : e.lost().stream().map(RibEntry.Lost::step).toList();
  }

  /** Where packets pass, and how it ends. */
  static String trace(Solution s, String from, String to) {
    Trace t = s.trace(Nets.table(from), IpAddress.of(to));
    return t.hops().stream()
            .map(Trace.Hop::table)
            .map(VrfId::toString)
            .collect(Collectors.joining(" "))
        + " "
        + t.end();
  }

  /** What became of a prefix on an edge, with the reason. */
  static String told(Solution s, String edge, String from, String prefix) {
    return s.advertisements(edge, Nets.table(from)).stream()
        .filter(a -> a.prefix().equals(Prefix.of(prefix)))
        .map(a -> (a.outcome() + " [" + a.asPath() + "] " + a.reason()).strip())
        .findFirst()
        .orElse("-");
  }
}
