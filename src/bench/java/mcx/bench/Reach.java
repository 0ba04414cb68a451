package mcx.bench;

import java.util.ArrayList;
import java.util.List;
import mcx.compile.Compiled;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Solution;
import mcx.routing.Trace;

/**
 * Which sites of a compiled design reach which: packets from each site to each prefix of others.
 */
final class Reach {

  private final List<VrfId> sites;
  private final List<List<IpAddress>> addresses = new ArrayList<>();

  Reach(Compiled compiled) {
    sites = List.copyOf(compiled.sites().values());
    for (VrfId site : sites) {
      addresses.add(compiled.network().vrf(site).originated().stream().map(Reach::inside).toList());
    }
  }

  private static IpAddress inside(Prefix prefix) {
    return prefix.host(1);
  }

  /** How many ordered pairs of sites do not reach each other. */
  int unreached(Solution solution) {
    int count = 0;
    for (int from = 0; from < sites.size(); from++) {
      for (int to = 0; to < sites.size(); to++) {
        if (from != to && !reaches(solution, from, to)) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean reaches(Solution solution, int from, int to) {
    for (IpAddress address : addresses.get(to)) {
      Trace trace = solution.trace(sites.get(from), address);
      if (!trace.arrived() || !trace.hops().getLast().table().equals(sites.get(to))) {
        return false;
      }
    }
    return true;
  }
}
