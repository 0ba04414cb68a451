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

  /** Its place among the edges out of its table; known once the table has taken them. */
  int place;

  Edge(int index, String id, Table from, Table to) {
    this.index = index;
    this.id = id;
    this.from = from;
    this.to = to;
  }

  /** The link of the design that it belongs to: the id without the part. */
  final String link() {
    int part = id.indexOf('/');
    return part < 0 ? id : id.substring(0, part);
  }

  /** Which of the sender's routes goes this way; null for none. */
  abstract @Nullable Candidate offered(Case c, Tables at);

  /**
   * What the receiver gets of an offered route; null where it gets nothing, and then {@code draft}
   * says why.
   */
  abstract @Nullable Candidate hand(Candidate offered, Case c, Draft draft);

  /** Whether the edge is the same as one of another network, apart from the number. */
  abstract boolean sameAs(Edge other);

  /** Whether nothing of this class can ever cross the edge, whatever its attributes. */
  abstract boolean neverCarries(PrefixClass c);

  /** What tables have chosen so far. */
  interface Tables {
    /** The route that packets follow first; null for none. */
    @Nullable Candidate best(Table table);

    /** The route that BGP tells others; null for none. */
    @Nullable Candidate advertised(Table table);

    /** All routes in use, the first of them first. */
    Candidate[] inUse(Table table);
  }
}
