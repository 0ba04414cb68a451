package mcx.analysis.compare;

/** Whether something is in both designs. */
public enum Presence {
  ADDED,
  REMOVED,
  /** It is in both, and not the same. */
  CHANGED
}
