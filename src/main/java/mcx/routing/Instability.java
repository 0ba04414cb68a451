package mcx.routing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.inet.Prefix;
import mcx.network.VrfId;

/**
 * Prefixes for which the network has several stable states, so that what real routers settle on
 * depends on who spoke first; or none, so that they never settle.
 *
 * @param prefixes the prefixes, in order
 * @param tables the tables concerned: those that differ between the states, or that never rest
 * @param states for each stable state that was found, the neighbour or the edge that each of the
 *     tables concerned uses ({@code -} for none); the first is the one that the solution shows.
 *     Empty where there is none
 * @param complete whether these are all stable states there are
 */
public record Instability(
    List<Prefix> prefixes,
    SortedSet<VrfId> tables,
    List<SortedMap<VrfId, String>> states,
    boolean complete) {

  public Instability {
    prefixes = List.copyOf(prefixes);
    tables = new TreeSet<>(tables);
    states = List.copyOf(states);
  }

  /** Whether the routers never settle, as far as was found. */
  public boolean neverSettles() {
    return states.isEmpty();
  }

  /** The state at this place, for reading. */
  public Map<VrfId, String> state(int index) {
    return states.get(index);
  }
}
