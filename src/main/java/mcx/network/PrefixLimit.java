package mcx.network;

/**
 * How many prefixes one end of a session accepts.
 *
 * @param max the most that is accepted; more is beyond the limit
 * @param beyond what happens then
 * @param source where the number comes from, in words, for showing
 * @param basis what it rests on
 * @param allSent whether all counts that is put on the wire; else what gets past the receiver's
 *     policy
 */
public record PrefixLimit(
    int max, Beyond beyond, String source, LimitBasis basis, boolean allSent) {

  /** One that counts what gets past the receiver's policy. */
  public PrefixLimit(int max, Beyond beyond, String source, LimitBasis basis) {
    this(max, beyond, source, basis, false);
  }

  /** One that the design sets. */
  public PrefixLimit(int max, Beyond beyond, String source) {
    this(max, beyond, source, LimitBasis.DESIGN);
  }

  /** The same, counting all that is put on the wire. */
  public PrefixLimit ofAllSent() {
    return new PrefixLimit(max, beyond, source, basis, true);
  }

  /** What happens when a limit is exceeded. */
  public enum Beyond {
    /** The session falls and returns when the count is below the limit again. */
    SESSION_DOWN_AUTO,
    /** The session falls and stays down until someone mends it. */
    SESSION_IDLE,
    /** The whole connection behind the session falls. */
    CONNECTION_DOWN,
    /** Prefixes beyond the limit are dropped: the shortest are kept first, then in order. */
    DROP_EXCESS_ORDERED,
    /** Prefixes beyond the limit are dropped; which ones is not known. */
    DROP_EXCESS,
    /** The session stays up and keeps all prefixes; the router writes a warning in its log. */
    WARN_ONLY,
    /** The configuration is refused. */
    REJECT_CONFIG,
    /** The vendor does not say. */
    UNKNOWN
  }
}
