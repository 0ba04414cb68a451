package mcx.design;

/** What a router does when a neighbour sends more prefixes than it accepts. */
public enum PrefixLimitAction {
  /** It closes the session, which returns when the count is below the limit again. */
  RESTART,
  /** It closes the session until someone mends it. */
  STAY_DOWN,
  /** It keeps the session and discards what is beyond the limit: the longest prefixes first. */
  DISCARD_EXTRA,
  /** It keeps the session and all routes, and says so. */
  WARN_ONLY
}
