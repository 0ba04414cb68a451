package mcx.routing;

import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.network.VrfId;

/**
 * What became of one best route of a sender on one session or propagation.
 *
 * @param edge the session or propagation
 * @param from the sending table
 * @param to the receiving table
 * @param prefix the prefix
 * @param asPath the path as it reaches the receiver, before the receiver's own policy (or would
 *     have, where it was not sent)
 * @param outcome what became of it
 * @param reason why, in words, where it was not accepted; empty otherwise
 * @param route the route at the sender
 */
public record Advertisement(
    String edge,
    VrfId from,
    VrfId to,
    Prefix prefix,
    AsPath asPath,
    Outcome outcome,
    String reason,
    Route route) {

  /** What became of an advertisement. */
  public enum Outcome {
    /** It is in the receiver's table (best there or not). */
    ACCEPTED,
    /** The receiver found its own AS number in the path (RFC 4271 §9.1.2). */
    REFUSED_LOOP,
    /** The receiver's policy refused it. */
    REFUSED_POLICY,
    /** The receiver dropped it beyond a prefix limit. */
    REFUSED_LIMIT,
    /** The sender's policy, or its vendor's rule, keeps it back. */
    WITHHELD_POLICY,
    /** The sender keeps it back because the neighbour's number is in the path. */
    WITHHELD_NEIGHBOR_AS,
    /** Inner routes are not sent to inner neighbours (RFC 4271 §9.2.1). */
    WITHHELD_INNER,
    /** A community (no-export, no-advertise) keeps it back. */
    WITHHELD_COMMUNITY;

    /** Whether the sender put it on the wire. */
    public boolean sent() {
      return this == ACCEPTED
          || this == REFUSED_LOOP
          || this == REFUSED_POLICY
          || this == REFUSED_LIMIT;
    }
  }
}
