package mcx.routing;

import mcx.network.Policy.Learned;
import org.jspecify.annotations.Nullable;

/**
 * A route that a table may choose, while routes are computed. It stands for all prefixes of a class,
 * so it names none.
 */
final class Candidate {

  /** The code of a table that has no route. */
  static final int NONE = -1;

  /** The code of the first route that a table has itself; further ones count down from it. */
  static final int FIRST_OWN = -2;

  final Table table;

  /** What it came in by; null for what the table has itself. */
  final @Nullable Edge edge;

  /** The route at the sender that it was made from; null for what the table has itself. */
  final @Nullable Candidate from;

  /** The number of the edge, or of the route among those that the table has itself. */
  final int code;

  final Learned learned;
  final Trail path;
  final Attributes attributes;
  final int distance;
  final int igpCost;
  final @Nullable Table nextHop;
  final @Nullable Table exit;
  final boolean discard;

  /** Whether BGP may tell others of it. */
  final boolean offered;

  /** The segment that a route by hand, or of an interface, leaves by. */
  final @Nullable String segment;

  private @Nullable Trail outward;
  private int hash;

  private Candidate(
      Table table,
      @Nullable Edge edge,
      @Nullable Candidate from,
      int code,
      Learned learned,
      Trail path,
      Attributes attributes,
      int distance,
      int igpCost,
      @Nullable Table nextHop,
      @Nullable Table exit,
      boolean discard,
      boolean offered,
      @Nullable String segment) {
    this.table = table;
    this.edge = edge;
    this.from = from;
    this.code = code;
    this.learned = learned;
    this.path = path;
    this.attributes = attributes;
    this.distance = distance;
    this.igpCost = igpCost;
    this.nextHop = nextHop;
    this.exit = exit;
    this.discard = discard;
    this.offered = offered;
    this.segment = segment;
  }

  /** A route that a table has itself; {@code number} counts them from 0. */
  static Candidate own(
      Table table,
      int number,
      Learned learned,
      Attributes attributes,
      int distance,
      @Nullable Table nextHop,
      boolean discard,
      boolean offered,
      @Nullable String segment) {
    return new Candidate(
        table,
        null,
        null,
        FIRST_OWN - number,
        learned,
        Trail.EMPTY,
        attributes,
        distance,
        0,
        nextHop,
        null,
        discard,
        offered,
        segment);
  }

  /** A route that came in by an edge. */
  static Candidate learned(
      Edge edge,
      Candidate from,
      Learned learned,
      Trail path,
      Attributes attributes,
      int distance,
      int igpCost,
      @Nullable Table nextHop,
      @Nullable Table exit) {
    return new Candidate(
        edge.to,
        edge,
        from,
        edge.index,
        learned,
        path,
        attributes,
        distance,
        igpCost,
        nextHop,
        exit,
        false,
        true,
        null);
  }

  boolean isUsable() {
    return nextHop != null
        || discard
        || learned == Learned.LOCAL
        || learned == Learned.CONNECTED;
  }

  boolean isOwn() {
    return from == null;
  }

  boolean isInner() {
    return learned == Learned.INNER || learned == Learned.VPN;
  }

  /**
   * Whether BGP settles between it and others of this kind before a distance counts: it was learned
   * by BGP, or summarised, and no policy set a distance of its own.
   */
  boolean isBgp() {
    return switch (learned) {
      case EXTERNAL, INNER, VPN, AGGREGATE -> attributes.distance == Attributes.USUAL_DISTANCE;
      case LOCAL, CONNECTED, STATIC, PROPAGATED -> false;
    };
  }

  /** The number at the head of the path; -1 for a route from inside. */
  long neighborAs() {
    return path.isEmpty() ? -1 : path.asn;
  }

  /** The path with the table's own number before it, made once for all neighbours. */
  Trail outward(long asn) {
    Trail known = outward;
    if (known == null || known.asn != asn) {
      known = path.prepend(asn);
      outward = known;
    }
    return known;
  }

  /** Whether the table, or one that the route came through, is this one. */
  boolean passed(Table other) {
    for (Candidate c = this; c != null; c = c.from) {
      if (c.table == other) {
        return true;
      }
    }
    return false;
  }

  /** A number for what the table then has: attributes, path and next hop. */
  int hash() {
    int h = hash;
    if (h == 0) {
      h = 31 * path.hash + attributes.hash();
      h = 31 * h + distance;
      h = 31 * h + igpCost;
      h = 31 * h + (nextHop == null ? 0 : nextHop.index + 1);
      h = 31 * h + code;
      if (h == 0) {
        h = 1;
      }
      hash = h;
    }
    return h;
  }

  /** Whether both say the same, coming by the same edge. */
  boolean same(Candidate o) {
    return this == o
        || (code == o.code
            && table == o.table
            && distance == o.distance
            && igpCost == o.igpCost
            && nextHop == o.nextHop
            && exit == o.exit
            && path.same(o.path)
            && attributes.same(o.attributes));
  }
}
