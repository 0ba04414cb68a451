package mcx.routing;

import java.util.Set;
import mcx.inet.AsPath;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A route in a table.
 *
 * @param prefix where it leads
 * @param table the table it is in
 * @param learned how it came in
 * @param via the session, propagation or VPN domain it came in by; null for the table's own
 * @param from the route at the sender that it was made from; null for the table's own
 * @param nextHop the table that traffic is handed to next; null for delivery here or discard
 * @param discard whether traffic is dropped here (an aggregate, a static route to nowhere)
 * @param asPath the path as this table sees it
 * @param localPreference 100 where nothing set it (customary default)
 * @param med the multi-exit discriminator; 0 where none came
 * @param weight the table's own preference
 * @param distance the administrative distance
 * @param igpCost the cost to the next hop
 * @param communities the communities on it
 */
public record Route(
    Prefix prefix,
    VrfId table,
    Learned learned,
    @Nullable String via,
    @Nullable Route from,
    @Nullable VrfId nextHop,
    boolean discard,
    AsPath asPath,
    long localPreference,
    long med,
    int weight,
    int distance,
    int igpCost,
    Set<Community> communities) {

  /** The table that first held the prefix. */
  public VrfId source() {
    Route r = this;
    while (r.from != null) {
      r = r.from;
    }
    return r.table;
  }
}
