package mcx.design;

/**
 * What a session's own AS number (local-as) does with the element's number. It matters only where
 * the two differ.
 */
public enum LocalAs {
  /** The neighbour sees the session's number in the element's place; nothing shows inside. */
  REPLACE,
  /** The neighbour sees the session's number before the element's; nothing shows inside. */
  NO_PREPEND,
  /**
   * The neighbour sees the session's number before the element's, and it is put before the paths
   * that come in.
   */
  PREPEND
}
