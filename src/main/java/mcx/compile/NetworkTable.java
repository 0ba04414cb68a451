package mcx.compile;

import java.util.List;
import mcx.design.VirtualNetwork;
import mcx.network.Sharing;
import mcx.network.Vrf.Key;

/**
 * How the virtual networks of a vendor choose among routes to one prefix, after the longest prefix.
 *
 * @param selection the keys, in order
 * @param sharing how many equally good routes share the traffic
 */
record NetworkTable(List<Key> selection, Sharing sharing) {

  private static final NetworkTable USUAL =
      new NetworkTable(List.of(Key.DISTANCE, Key.WEIGHT, Key.AS_PATH_LENGTH), Sharing.ALL);

  /** The MED with the cost between regions in it decides; paths are not compared across routers. */
  private static final NetworkTable GOOGLE =
      new NetworkTable(List.of(Key.DISTANCE, Key.ALWAYS_MED), Sharing.ALL);

  /** The AS path decides first everywhere; the region counts after the MED. */
  private static final NetworkTable GOOGLE_STANDARD =
      new NetworkTable(
          List.of(Key.DISTANCE, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.ALWAYS_MED, Key.WEIGHT),
          Sharing.ALL);

  /** Whether the subnets of such a network are advertised, and not its whole range. */
  static boolean advertisesSubnets(Context c, VirtualNetwork network) {
    return c.vendor(network.id()).equals("google");
  }

  /** The table of this network. */
  static NetworkTable of(Context c, VirtualNetwork network) {
    if (!c.vendor(network.id()).equals("google")) {
      return USUAL;
    }
    NetworkTable table = GoogleNetworks.isStandard(c, network) ? GOOGLE_STANDARD : GOOGLE;
    return new NetworkTable(
        table.selection, table.sharing.weighted(GoogleNetworks.attachmentCapacities(c)));
  }
}
