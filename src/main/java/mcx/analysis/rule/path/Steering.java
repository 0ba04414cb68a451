package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.design.Id;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/** Which of several circuits a table was made to prefer. */
final class Steering {

  private final Solution solution;
  private final Carriers carriers;

  Steering(Solution solution, Carriers carriers) {
    this.solution = solution;
    this.carriers = carriers;
  }

  /**
   * The circuit that a table sends an address to because somebody decided so: by a more specific
   * prefix, weight, local preference or path length. Null where it has one only, shares the traffic
   * or leaves the choice to chance.
   */
  @Nullable Id preferred(VrfId table, IpAddress address, Set<Id> circuits) {
    RibEntry entry = solution.lookup(table, address);
    if (entry == null) {
      return null;
    }
    Set<Id> best = among(entry.best(), circuits);
    if (best.size() != 1) {
      return null;
    }
    Id winner = best.iterator().next();
    List<Route> others = new ArrayList<>();
    entry.lost().forEach(l -> others.add(l.route()));
    others.removeIf(
        r -> {
          Id over = carriers.circuit(r);
          return over == null || over.equals(winner) || !circuits.contains(over);
        });
    if (!others.isEmpty()) {
      return others.stream().allMatch(o -> Preference.isPreferred(entry.first(), o))
          ? winner
          : null;
    }
    return isElsewhere(table, address, entry.prefix(), winner, circuits) ? winner : null;
  }

  /** Whether a wider prefix leads to another of the circuits. */
  private boolean isElsewhere(
      VrfId table, IpAddress address, Prefix matched, Id winner, Set<Id> circuits) {
    for (int length = matched.length() - 1; length > 0; length--) {
      RibEntry wider = solution.entry(table, Prefix.containing(address, length));
      if (wider != null) {
        Set<Id> over = among(wider.best(), circuits);
        over.remove(winner);
        if (!over.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Which of the circuits carry the address. */
  Set<Id> used(VrfId table, IpAddress address, Set<Id> circuits) {
    RibEntry entry = solution.lookup(table, address);
    return entry == null ? Set.of() : among(entry.best(), circuits);
  }

  private Set<Id> among(List<Route> routes, Set<Id> circuits) {
    Set<Id> found = new HashSet<>(carriers.circuits(routes));
    found.retainAll(circuits);
    return found;
  }
}
