package mcx.catalog;

/** What a gateway does. */
public enum GatewayRole {
  /** Circuits end at it. */
  ENDS_CIRCUITS,
  /** VPN tunnels end at it. */
  ENDS_VPN,
  /** GRE tunnels without IPsec end at it (AWS Transit Gateway Connect, IBM Transit Gateway). */
  ENDS_GRE,
  /** Traffic between its attachments passes through it. */
  TRANSITS,
  /** Packets pass through it (as opposed to routes only). */
  FORWARDS,
  /** It exchanges routes and never forwards packets. */
  EXCHANGES_ROUTES
}
