package mcx.routing;

import mcx.network.Policy.Change;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the routes of one color that cross an outer session.
 *
 * @param growth how many numbers their paths gain, all of them the sender's; {@link #REFUSED} where
 *     they do not pass, {@link #UNCLEAR} where each must be looked at by itself
 * @param color the color that they then have
 * @param exported what the sender changes besides the path; null for nothing
 * @param imported what the receiver changes besides the path; null for nothing
 */
record Treatment(int growth, int color, @Nullable Change exported, @Nullable Change imported) {

  static final int REFUSED = -1;
  static final int UNCLEAR = -2;

  static final Treatment REFUSAL = new Treatment(REFUSED, Colors.NONE, null, null);
  static final Treatment LOOK_CLOSER = new Treatment(UNCLEAR, Colors.NONE, null, null);

  /** What a route's attributes are at the receiver. */
  Attributes apply(Attributes sent) {
    Attributes a = sent.outward();
    if (exported != null) {
      a = a.with(exported);
    }
    a = a.arrived();
    return imported == null ? a : a.with(imported);
  }
}
