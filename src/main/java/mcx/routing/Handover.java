package mcx.routing;

import mcx.inet.AsPath;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What became of a route on an edge.
 *
 * @param outcome what became of it
 * @param why what decided, for putting it in words
 * @param path the path as it reaches the receiver, or would have, before the receiver's policy
 * @param statement the policy statement that denied it; null where none did
 * @param route the route at the receiver; null where it was not accepted
 */
record Handover(
    Advertisement.Outcome outcome,
    Why why,
    AsPath path,
    @Nullable Statement statement,
    @Nullable Route route) {

  /** What decided about a route. */
  enum Why {
    NOTHING,
    EXPORT_POLICY,
    IMPORT_POLICY,
    SUMMARISED,
    NO_EXPORT,
    NO_ADVERTISE,
    NEIGHBOR_AS,
    INNER_TO_INNER,
    OWN_AS,
    OWN_ORIGINATOR,
    OWN_CLUSTER,
    LIMIT
  }

  static Handover accepted(Route route) {
    return new Handover(Advertisement.Outcome.ACCEPTED, Why.NOTHING, route.asPath(), null, route);
  }

  /** Accepted, where the receiver's policy may have changed the path that it received. */
  static Handover accepted(AsPath received, Route route) {
    return new Handover(Advertisement.Outcome.ACCEPTED, Why.NOTHING, received, null, route);
  }

  static Handover stopped(Advertisement.Outcome outcome, Why why, AsPath path) {
    return new Handover(outcome, why, path, null, null);
  }
}
