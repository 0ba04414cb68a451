package mcx.network;

/**
 * One routing table of one router.
 *
 * @param node the router's id
 * @param vrf the VRF's name on it; {@value #DEFAULT} where there is but one
 */
public record VrfId(String node, String vrf) implements Comparable<VrfId> {

  /** The name of a router's own table. */
  public static final String DEFAULT = "default";

  public static VrfId of(String node) {
    return new VrfId(node, DEFAULT);
  }

  @Override
  public int compareTo(VrfId other) {
    int c = node.compareTo(other.node);
    return c != 0 ? c : vrf.compareTo(other.vrf);
  }

  /** The node, and the VRF after a colon where it is not the default one. */
  @Override
  public String toString() {
    return vrf.equals(DEFAULT) ? node : node + ":" + vrf;
  }
}
