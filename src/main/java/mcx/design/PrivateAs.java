package mcx.design;

/** What becomes of private AS numbers (RFC 6996) in paths that are sent outside. */
public enum PrivateAs {
  /** They stay. */
  KEEP,
  /**
   * They are removed from a path that holds no others, but not the neighbour's own; any other path
   * stays as it is.
   */
  REMOVE_IF_ALL,
  /** Every one is removed, but not the neighbour's own. */
  REMOVE,
  /** Every one is replaced by the sender's own number, but not the neighbour's own. */
  REPLACE
}
