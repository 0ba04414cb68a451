package mcx.network;

import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;

/**
 * A router, or something in a cloud or site that has a route table.
 *
 * @param id unique among the nodes; made from the design id, so it stays when the design is edited
 *     elsewhere
 * @param name what people see
 * @param kind what it stands for
 * @param routerId its BGP identifier, unique among the nodes
 * @param forwards whether packets pass through it; false for what only exchanges routes (a route
 *     server, a Cloud Router)
 * @param element the design element it came from
 * @param dependsOn the ids whose failure takes it down; holds {@code element} and what that is in
 * @param vrfs its tables, at least one
 */
public record Node(
    String id,
    String name,
    Kind kind,
    IpAddress routerId,
    boolean forwards,
    Origin element,
    Set<Origin> dependsOn,
    List<Vrf> vrfs) {

  public Node {
    dependsOn = Set.copyOf(dependsOn);
    vrfs = List.copyOf(vrfs);
  }

  /** What a node stands for. */
  public enum Kind {
    /** Where traffic starts and ends: premises or a virtual network. */
    SITE,
    /** A router of the customer's own. */
    CUSTOMER_ROUTER,
    PROVIDER_EDGE,
    /** A cloud's router at the other end of a circuit's connection, such as an MSEE. */
    CLOUD_EDGE,
    /** A gateway inside a cloud. */
    GATEWAY
  }
}
