package mcx.lab;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.inet.AsPath;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;

/**
 * A table as a daemon shows it.
 *
 * @param table the table
 * @param routes all routes to each prefix
 */
record RouterRib(VrfId table, SortedMap<Prefix, List<Candidate>> routes) {

  RouterRib {
    routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
  }

  /**
   * A route in a daemon's table.
   *
   * @param best whether it is the one that the daemon tells others
   * @param shares whether it shares traffic with the best
   * @param reachable whether its next hop can be reached
   * @param session the session it came by; null for the router's own
   * @param localPreference null where the daemon shows none
   * @param med 0 where the daemon shows none
   * @param communities of both kinds
   * @param nextHop as the daemon writes it
   */
  record Candidate(
      boolean best,
      boolean shares,
      boolean reachable,
      @Nullable String session,
      AsPath asPath,
      @Nullable Long localPreference,
      long med,
      Set<Community> communities,
      OriginCode origin,
      String nextHop) {
    Candidate {
      communities = Set.copyOf(communities);
    }
  }
}
