package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mcx.network.Policy.Learned;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A route that a table may choose, while routes are computed. It stands for all prefixes of a
 * class, so it names none.
 */
final class Candidate {

  /** Routes to be used again by one thread, as long as nobody else keeps them. */
  static final class Pool {
    private Candidate[] all = new Candidate[0];
    private int used;
    final Trail.Pool trails = new Trail.Pool();

    private Candidate next(Edge edge) {
      if (used == all.length) {
        int more = Math.max(64, 2 * used);
        all = Arrays.copyOf(all, more);
        for (int i = used; i < more; i++) {
          all[i] = new Candidate(edge.to);
        }
      }
      return all[used++];
    }

    /** Takes back the one that it gave out last, where that is this one. */
    void takeBack(Candidate c) {
      if (used > 0 && all[used - 1] == c) {
        used--;
      }
    }

    /** From now on, all that it gave out is used again. */
    void reset() {
      used = 0;
      trails.reset();
    }
  }

  /** The code of a table that has no route. */
  static final int NONE = -1;

  /** The code of the first route that a table has itself; further ones count down from it. */
  static final int FIRST_OWN = -2;

  Table table;

  /** What it came in by; null for what the table has itself. */
  @Nullable Edge edge;

  /** The route at the sender that it was made from; null for what the table has itself. */
  @Nullable Candidate from;

  /** The number of the edge, or of the route among those that the table has itself. */
  int code;

  Learned learned = Learned.LOCAL;
  Trail path = Trail.EMPTY;
  Attributes attributes = Own.HELD;
  int distance;
  int igpCost;
  @Nullable Table nextHop;
  @Nullable Table exit;
  boolean discard;

  /** Whether BGP may tell others of it. */
  boolean offered;

  /** The segment that a route by hand, or of an interface, leaves by. */
  @Nullable String segment;

  private @Nullable Trail outward;
  private int hash;

  private Candidate(Table table) {
    this.table = table;
  }

  /** What it came in by, or the segment that it leaves by; null for neither. */
  @Nullable String via() {
    return edge == null ? segment : edge.id;
  }

  /** The tables that it came by: its own first, the one that held the prefix last. */
  List<VrfId> way() {
    List<VrfId> way = new ArrayList<>();
    for (Candidate c = this; c != null; c = c.from) {
      way.add(c.table.id());
    }
    return way;
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
    Candidate own = new Candidate(table);
    own.code = FIRST_OWN - number;
    own.learned = learned;
    own.attributes = attributes;
    own.distance = distance;
    own.nextHop = nextHop;
    own.discard = discard;
    own.offered = offered;
    own.segment = segment;
    return own;
  }

  /**
   * A route that came in by an edge.
   *
   * @param pool where to take it from; null to make a new one
   */
  static Candidate learned(
      Edge edge,
      Candidate from,
      Learned learned,
      Trail path,
      Attributes attributes,
      int distance,
      int igpCost,
      @Nullable Table nextHop,
      @Nullable Table exit,
      @Nullable Pool pool) {
    Candidate c = pool == null ? new Candidate(edge.to) : pool.next(edge);
    c.table = edge.to;
    c.edge = edge;
    c.from = from;
    c.code = edge.index;
    c.learned = learned;
    c.path = path;
    c.attributes = attributes;
    c.distance = distance;
    c.igpCost = igpCost;
    c.nextHop = nextHop;
    c.exit = exit;
    c.offered = true;
    c.outward = null;
    c.hash = 0;
    return c;
  }

  boolean isUsable() {
    return nextHop != null || discard || learned == Learned.LOCAL || learned == Learned.CONNECTED;
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

  /**
   * The path with the table's own number before it; made once for all neighbours, where one thread
   * has the route to itself.
   */
  Trail outward(long asn, Draft draft) {
    Trail known = outward;
    if (known == null || known.asn != asn) {
      // What a table has itself may outlive the class, so its path is not from the pool.
      known = from == null ? path.prepend(asn) : draft.prepend(path, asn);
      if (draft.pool != null) {
        outward = known;
      }
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
      h =
          hash(
              path.hash, attributes, distance, igpCost, nextHop == null ? -1 : nextHop.index, code);
      hash = h;
    }
    return h;
  }

  /**
   * The same number from the parts; never 0.
   *
   * @param nextHop the number of the table; -1 for none
   */
  static int hash(
      int path, Attributes attributes, int distance, int igpCost, int nextHop, int code) {
    int h = 31 * path + attributes.hash();
    h = 31 * h + distance;
    h = 31 * h + igpCost;
    h = 31 * h + nextHop + 1;
    h = 31 * h + code;
    return h == 0 ? 1 : h;
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
