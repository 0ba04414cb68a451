package mcx.routing;

import org.jspecify.annotations.Nullable;

/**
 * A way that routes take from one table to another, one way. What happens to a route on it is a
 * pure function of the route and of what is up.
 */
abstract sealed class Edge permits SessionEdge, PropagationEdge, VpnEdge {

  final int index;

  /** The id of the session, propagation or VPN domain. */
  final String id;

  final Table from;
  final Table to;

  Edge(int index, String id, Table from, Table to) {
    this.index = index;
    this.id = id;
    this.from = from;
    this.to = to;
  }

  /** Which of the sender's routes goes this way; null for none. */
  abstract @Nullable Route offered(mcx.inet.Prefix prefix, Choice choice);

  /** What becomes of an offered route. */
  abstract Handover hand(Route offered, Conditions conditions);
}
