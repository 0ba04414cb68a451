package mcx.design;

/** How a VPN decides what goes through the tunnel, and whether it encrypts it. */
public enum VpnMode {
  /** By routes: the tunnel is an interface. */
  ROUTE_BASED,
  /** By traffic selectors; it carries no BGP. */
  POLICY_BASED,
  /**
   * By routes, in tunnels of generic routing encapsulation (GRE, RFC 2784) without IPsec: nothing
   * is encrypted, and IKE has no part in it. AWS calls it a Transit Gateway Connect attachment.
   */
  GRE
}
