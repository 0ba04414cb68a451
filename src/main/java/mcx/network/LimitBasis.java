package mcx.network;

/**
 * What a prefix limit rests on.
 *
 * @param over what it is counted over
 * @param rule the id of the finding rule that speaks of it; empty for none
 * @param sources the keys of the catalog sources of the number and of what happens beyond it,
 *     between commas; empty where the design sets it
 * @param outgoing whether it limits what a cloud sends; else what one takes
 * @param adjustable whether the vendor raises it on request
 * @param confirmed whether the number was found in a document that was read
 */
public record LimitBasis(
    Over over,
    String rule,
    String sources,
    boolean outgoing,
    boolean adjustable,
    boolean confirmed) {

  /** Of a limit that the design sets on a session. */
  public static final LimitBasis DESIGN = new LimitBasis(Over.SESSION, "", "", false, true, true);

  /** The same, counted over something else. */
  public LimitBasis over(Over other) {
    return new LimitBasis(other, rule, sources, outgoing, adjustable, confirmed);
  }

  /** What prefixes are counted over. */
  public enum Over {
    /** One BGP session. */
    SESSION,
    /** All sessions of one circuit, VPN or appliance. */
    CONNECTION,
    /** One virtual network. */
    NETWORK,
    /** All that a gateway learns or sends. */
    GATEWAY,
    /** All routes of a table. */
    TABLE,
    /** All that a virtual network learns in a region. */
    REGION,
    /** What is set aside for sessions, whether it is used or not. */
    ALLOCATION,
    /** What was entered by hand. */
    LIST
  }
}
