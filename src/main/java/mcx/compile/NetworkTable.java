package mcx.compile;

import java.util.List;
import mcx.network.Vrf.Key;

/**
 * How the virtual networks of a vendor choose among routes to one prefix, after the longest prefix.
 *
 * @param selection the keys, in order
 * @param multipath whether equally good routes share the traffic
 * @param advertisesSubnets whether its subnets are advertised, and not its whole range
 */
record NetworkTable(List<Key> selection, boolean multipath, boolean advertisesSubnets) {

  private static final NetworkTable USUAL =
      new NetworkTable(List.of(Key.DISTANCE, Key.WEIGHT, Key.AS_PATH_LENGTH), true, false);

  /** The MED with the cost between regions in it decides; paths are not compared across routers. */
  private static final NetworkTable GOOGLE =
      new NetworkTable(List.of(Key.DISTANCE, Key.ALWAYS_MED), true, true);

  /** The table of this vendor's networks. */
  static NetworkTable of(String vendor) {
    return vendor.equals("google") ? GOOGLE : USUAL;
  }
}
