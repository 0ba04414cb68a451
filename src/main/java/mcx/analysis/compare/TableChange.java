package mcx.analysis.compare;

import java.util.List;
import mcx.inet.Prefix;
import mcx.network.VrfId;

/**
 * A change of the routes in a table.
 *
 * @param table the table
 * @param label what people call it
 * @param presence whether it is in both designs
 * @param gained the prefixes it has now and had not, in order
 * @param lost the prefixes it had and has not, in order
 * @param changed the prefixes that it reaches another way, in order
 */
public record TableChange(
    VrfId table,
    String label,
    Presence presence,
    List<Prefix> gained,
    List<Prefix> lost,
    List<RouteChange> changed) {

  public TableChange {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    changed = List.copyOf(changed);
  }

  /**
   * A prefix that is reached another way.
   *
   * @param before the routes in use, in words
   * @param after the same now
   */
  public record RouteChange(Prefix prefix, String before, String after) {}
}
