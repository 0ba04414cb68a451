package mcx.design;

/** How a VPN decides what goes through the tunnel. */
public enum VpnMode {
  /** By routes: the tunnel is an interface. */
  ROUTE_BASED,
  /** By traffic selectors; it carries no BGP. */
  POLICY_BASED
}
