package mcx.network;

import java.util.List;

/**
 * The core of an IP VPN provider: the VRFs of its edges exchange routes by route target (RFC 4364),
 * within one autonomous system, every edge with every other.
 *
 * @param id unique among the domains
 * @param origin the design element of the provider; its failure ends the exchange
 * @param vrfs the VRFs on its edges
 * @param costs the cost between edges; pairs not named are {@code defaultCost} apart
 */
public record VpnDomain(
    String id, Origin origin, List<VrfId> vrfs, List<Cost> costs, int defaultCost) {

  public VpnDomain {
    vrfs = List.copyOf(vrfs);
    costs = List.copyOf(costs);
  }

  /** The cost between two edges, by node id, both ways. */
  public record Cost(String a, String b, int cost) {}
}
