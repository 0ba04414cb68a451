package mcx.analysis;

import java.util.List;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * One way of packets in one direction, hop by hop, with why each table sends them on as it does.
 *
 * @param from where they start
 * @param targets where they are for: all destinations to which they go this same way
 * @param trace the way to the first of these
 * @param steps the hops
 * @param arrives whether they arrive where they should
 * @param reason why not, in words; empty where they do
 * @param missing why the last table has no route to the destination; null where that is not what
 *     stops them
 */
public record Way(
    VrfId from,
    List<Target> targets,
    Trace trace,
    List<Step> steps,
    boolean arrives,
    String reason,
    @Nullable Absence missing) {

  public Way {
    targets = List.copyOf(targets);
    steps = List.copyOf(steps);
  }

  /**
   * Where packets are for.
   *
   * @param prefix what the address stands for
   */
  public record Target(IpAddress address, Prefix prefix) {}

  /**
   * A table on the way.
   *
   * @param hop the table, and the route that was used
   * @param entry all routes that the table has to that prefix; null where it has none
   * @param over what leads out of it, as drawn; empty at the end
   */
  public record Step(Trace.Hop hop, @Nullable RibEntry entry, String over) {

    /** The other routes that share the traffic with the one that was followed. */
    public List<Route> sharing() {
      return entry == null ? List.of() : entry.best().subList(1, entry.best().size());
    }

    /** The best of the routes that lost; null where there is none. */
    public RibEntry.@Nullable Lost runnerUp() {
      return entry == null || entry.lost().isEmpty() ? null : entry.lost().getFirst();
    }
  }
}
