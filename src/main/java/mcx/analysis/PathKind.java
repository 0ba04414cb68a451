package mcx.analysis;

/** How two sites reach each other, from the most private on. */
public enum PathKind {
  /** Inside one cloud, or one premises. */
  INSIDE("inside"),
  /**
   * Over a direct port, a layer-2 provider or a private link, without crossing a provider's VRF.
   */
  DIRECT("direct"),
  /** Inside the layer-3 provider. */
  PROVIDER("provider"),
  /** Through a router of the customer's own at a third place. */
  CUSTOMER_ROUTER("customer router"),
  /** Through a cloud that neither of the two is in, by way of its circuits or gateways. */
  CLOUD("another cloud"),
  /** Over a cloud-to-cloud interconnect. */
  INTERCONNECT("interconnect"),
  /** Over site-to-site VPN, for at least a part of the way. */
  VPN("VPN"),
  /** Not at all. */
  NONE("no path");

  private final String label;

  PathKind(String label) {
    this.label = label;
  }

  /** The kind as shown in a matrix cell. */
  public String label() {
    return label;
  }
}
