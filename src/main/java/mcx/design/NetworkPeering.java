package mcx.design;

/**
 * Joins two virtual networks of one cloud directly. Not transitive.
 *
 * @param a the hub, where one of the two is
 * @param b the spoke
 * @param gatewayTransit whether {@code a} lets {@code b} use its gateways
 * @param remoteGateway whether {@code b} uses the gateways of {@code a}
 * @param settings what else is set of it
 */
public record NetworkPeering(
    Id id,
    String name,
    Id a,
    Id b,
    boolean gatewayTransit,
    boolean remoteGateway,
    Settings settings)
    implements Link {

  public NetworkPeering {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public NetworkPeering(
      Id id, String name, Id a, Id b, boolean gatewayTransit, boolean remoteGateway) {
    this(id, name, a, b, gatewayTransit, remoteGateway, Settings.NONE);
  }
}
