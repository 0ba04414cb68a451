package mcx.design;

/**
 * Joins two virtual networks of one cloud directly. Not transitive.
 *
 * @param a the hub, where one of the two is
 * @param b the spoke
 * @param gatewayTransit whether {@code a} lets {@code b} use its gateways
 * @param remoteGateway whether {@code b} uses the gateways of {@code a}
 */
public record NetworkPeering(
    Id id, String name, Id a, Id b, boolean gatewayTransit, boolean remoteGateway) implements Link {

  public NetworkPeering {
    name = Checks.name(name);
  }
}
