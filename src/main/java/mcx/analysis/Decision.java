package mcx.analysis;

import java.util.List;
import mcx.network.Vrf.Key;
import mcx.routing.RibEntry;

/** A step in which a table chooses among routes to one prefix, in the order of a usual router. */
public enum Decision {
  NEXT_HOP("Next hop reachable"),
  DISTANCE("Administrative distance"),
  WEIGHT("Weight"),
  LOCAL_PREFERENCE("Local preference"),
  LOCALLY_ORIGINATED("The table's own"),
  AS_PATH_LENGTH("AS path length"),
  ORIGIN("Origin"),
  MED("MED, of one neighbouring AS"),
  ALWAYS_MED("MED"),
  EXTERNAL("eBGP before iBGP"),
  IGP_COST("Cost to the next hop"),
  ROUTER_ID("Router id"),
  CLUSTERS("Clusters passed"),
  NEIGHBOR_ADDRESS("Neighbour address"),
  /** Equal in all that counts: the id in the design keeps the choice the same every time. */
  NAME("Id in the design");

  private final String label;

  Decision(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The step that compares by this key. */
  static Decision of(Key key) {
    return valueOf(key.name());
  }

  /** The step that decided against a route, from what the table says of it. */
  static Decision of(RibEntry.Lost lost, List<Key> keys) {
    String step = lost.step();
    if (step.startsWith("its next hop")) {
      return NEXT_HOP;
    }
    if (step.startsWith("administrative distance ")) {
      return DISTANCE;
    }
    if (step.startsWith("weight ")) {
      return WEIGHT;
    }
    if (step.startsWith("local preference ")) {
      return LOCAL_PREFERENCE;
    }
    if (step.startsWith("learned, where")) {
      return keys.contains(Key.LOCALLY_ORIGINATED) ? LOCALLY_ORIGINATED : NAME;
    }
    if (step.startsWith("AS path length ")) {
      return AS_PATH_LENGTH;
    }
    if (step.startsWith("origin ")) {
      return ORIGIN;
    }
    if (step.startsWith("MED ")) {
      return keys.contains(Key.MED) ? MED : ALWAYS_MED;
    }
    if (step.startsWith("learned inside the AS")) {
      return EXTERNAL;
    }
    if (step.startsWith("cost to the next hop ")) {
      return IGP_COST;
    }
    if (step.startsWith("router id ")) {
      return ROUTER_ID;
    }
    if (step.startsWith("clusters passed ")) {
      return CLUSTERS;
    }
    return step.startsWith("neighbour address ") ? NEIGHBOR_ADDRESS : NAME;
  }
}
