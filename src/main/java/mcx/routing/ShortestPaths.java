package mcx.routing;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What tables of an {@link OuterNet} have of one class: for each the edge, or the route of its own,
 * that it uses, and of its route no more than what others need to know. Whole routes are made where
 * an edge must be looked at closely only.
 *
 * <p>One serves one thread; its arrays are used again for each class.
 */
final class ShortestPaths {

  /** The length of a path that there is not. */
  static final int NOTHING = Integer.MAX_VALUE;

  private static final int OWN_CODE = Candidate.FIRST_OWN;

  private final OuterNet net;

  /** For each table what it uses, and how long the path is; {@link #NOTHING} where that is open. */
  private final int[] codes;

  private final int[] lengths;

  private final int[] colors;
  private final int[] pathHashes;
  private final Attributes[] attributes;

  /** The route as a whole, where it was made. */
  private final @Nullable Candidate[] routes;

  /** The tables of which something is in the arrays above; one that changed its mind, twice. */
  private final int[] touched;

  private int touchedCount;

  /** The edges that a recalled route came by, from its table back. */
  private final int[] way;

  /** For each edge the class of which a prefix list of its policies speaks, by {@link #turn}. */
  private final int[] spokenOf;

  /** For each pair of policies what was last found that they do with this class, and of which. */
  private final @Nullable Treatment[] found;

  private final int[] foundFor;
  private final int[] foundIn;
  private int turn;

  private final Candidate.Pool pool = new Candidate.Pool();
  private final Draft draft = new Draft(pool);

  @SuppressWarnings("NullAway.Init")
  private Case c;

  @SuppressWarnings("NullAway.Init")
  private BitSet down;

  ShortestPaths(OuterNet net) {
    this.net = net;
    int n = net.tables;
    codes = new int[n];
    Arrays.fill(codes, Candidate.NONE);
    lengths = new int[n];
    Arrays.fill(lengths, NOTHING);
    colors = new int[n];
    pathHashes = new int[n];
    attributes = new Attributes[n];
    routes = new Candidate[n];
    touched = new int[2 * n];
    way = new int[n];
    spokenOf = new int[net.edges];
    found = new Treatment[net.policyPairs];
    foundFor = new int[net.policyPairs];
    foundIn = new int[net.policyPairs];
  }

  void begin(Case about) {
    c = about;
    down = about.conditions.edgesDown();
    turn++;
    for (int list : about.cls.lists()) {
      for (int e : net.withList(list)) {
        spokenOf[e] = turn;
      }
    }
  }

  /** What all tables use. */
  int[] codes() {
    return codes.clone();
  }

  /** Forgets what a table has. */
  void forget(int table) {
    codes[table] = Candidate.NONE;
    lengths[table] = NOTHING;
    routes[table] = null;
  }

  /**
   * Has a table, and those that its route came through, take again what they used in a state.
   *
   * @param used what tables used
   */
  void recall(int table, int[] used) {
    int n = 0;
    int at = table;
    while (codes[at] == Candidate.NONE && used[at] >= 0) {
      way[n++] = used[at];
      at = net.from[used[at]];
    }
    if (codes[at] == Candidate.NONE) {
      takeOwn(net.table(at));
    }
    while (n > 0) {
      take(way[--n]);
    }
  }

  /** Forgets all that it has. */
  void end() {
    for (int k = 0; k < touchedCount; k++) {
      forget(touched[k]);
    }
    touchedCount = 0;
    pool.reset();
  }

  boolean isUp(int edge) {
    return !down.get(edge);
  }

  int code(int table) {
    return codes[table];
  }

  int length(int table) {
    return lengths[table];
  }

  /** A table takes its own route. */
  void takeOwn(Table t) {
    Candidate own = Own.get(t, c, OWN_CODE);
    int i = t.index;
    touched[touchedCount++] = i;
    codes[i] = OWN_CODE;
    lengths[i] = own.path.length;
    colors[i] = net.color(own.attributes);
    pathHashes[i] = own.path.hash;
    attributes[i] = own.attributes;
    routes[i] = own;
  }

  /**
   * The length of the path that a table would get by an edge; {@link #NOTHING} where it gets
   * nothing. The sender has a route.
   */
  int lengthBy(int edge) {
    int sender = net.from[edge];
    Treatment by = treatment(edge, sender);
    return switch (by.growth()) {
      case Treatment.REFUSED -> NOTHING;
      case Treatment.UNCLEAR -> {
        Candidate route = hand(edge, sender);
        yield route == null ? NOTHING : route.path.length;
      }
      default -> lengths[sender] + by.growth();
    };
  }

  private Treatment treatment(int edge, int sender) {
    return spokenOf[edge] == turn
        ? treatmentByName(edge, colors[sender])
        : net.treatment(edge, colors[sender]);
  }

  private Treatment treatmentByName(int edge, int color) {
    if (net.kind[edge] == OuterNet.LOOK_CLOSER) {
      return Treatment.LOOK_CLOSER;
    }
    int pair = net.policies[edge];
    Treatment known = foundIn[pair] == turn && foundFor[pair] == color ? found[pair] : null;
    if (known == null) {
      known = net.treatment(edge, c.cls, color);
      found[pair] = known;
      foundFor[pair] = color;
      foundIn[pair] = turn;
    }
    return known;
  }

  private @Nullable Candidate hand(int edge, int sender) {
    return net.session(edge).hand(route(sender), c, draft);
  }

  /** A table takes what comes by an edge; something does. */
  void take(int edge) {
    int sender = net.from[edge];
    int i = net.to[edge];
    touched[touchedCount++] = i;
    codes[i] = edge;
    Treatment by = treatment(edge, sender);
    int growth = by.growth();
    if (growth > 0) {
      lengths[i] = lengths[sender] + growth;
      colors[i] = by.color();
      attributes[i] = by.apply(attributes[sender]);
      int hash = pathHashes[sender];
      for (int k = 0; k < growth; k++) {
        hash = Trail.hash(hash, net.senderHash[edge]);
      }
      pathHashes[i] = hash;
    } else {
      Candidate route = java.util.Objects.requireNonNull(hand(edge, sender));
      lengths[i] = route.path.length;
      colors[i] = net.color(route.attributes);
      attributes[i] = route.attributes;
      pathHashes[i] = route.path.hash;
      routes[i] = route;
    }
  }

  /** The route of a table as a whole. */
  private Candidate route(int table) {
    Candidate known = routes[table];
    if (known == null) {
      int edge = codes[table];
      known = java.util.Objects.requireNonNull(hand(edge, net.from[edge]));
      routes[table] = known;
    }
    return known;
  }

  /** What a table's route adds to the sum of a state. */
  long term(int table) {
    int code = codes[table];
    if (code == Candidate.NONE) {
      return 0;
    }
    boolean own = code == OWN_CODE;
    return Chosen.term(
        table,
        Candidate.hash(
            pathHashes[table],
            attributes[table],
            own ? 0 : SessionEdge.EXTERNAL_DISTANCE,
            0,
            own ? -1 : net.from[code],
            code));
  }
}
