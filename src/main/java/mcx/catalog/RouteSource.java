package mcx.catalog;

/** Where a gateway's route comes from, as the vendors rank them. */
public enum RouteSource {
  /** By hand, in a route table. */
  STATIC,
  /** By hand, through a prefix list. */
  PREFIX_LIST,
  /** A virtual network's own range. */
  NETWORK,
  /** Learned over a private circuit. */
  CIRCUIT,
  /** Learned from an appliance by BGP. */
  APPLIANCE,
  /** Any VPN, however it was learned. */
  VPN,
  /** Learned by BGP over VPN. */
  VPN_BGP,
  /** Learned by BGP over a VPN that a private circuit carries. */
  VPN_PRIVATE,
  /** A VPN's static route. */
  VPN_STATIC,
  /** From a gateway of another region. */
  GATEWAY_PEERING
}
