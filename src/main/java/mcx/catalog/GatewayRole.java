package mcx.catalog;

/** What a gateway does. */
public enum GatewayRole {
  /** Circuits end at it. */
  ENDS_CIRCUITS,
  /** VPN tunnels end at it. */
  ENDS_VPN,
  /** Traffic between its attachments passes through it. */
  TRANSITS,
  /** Packets pass through it (as opposed to routes only). */
  FORWARDS,
  /** It exchanges routes and never forwards packets. */
  EXCHANGES_ROUTES
}
