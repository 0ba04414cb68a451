package mcx.routing;

import java.util.ArrayList;
import java.util.List;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The way of packets in one solution, kept so that it is quickly told whether they go the very same
 * way in another solution of the same network, after a failure say, without following them again.
 *
 * <p>What a table does with packets to an address depends on the table alone: on whether it is up,
 * on the longest prefix with the address in it that it has a route to, and on where that route
 * leads. So if every table on the way does the same in both solutions, then by induction along the
 * way packets pass the same tables and end the same; nothing that happens off the way can change
 * that. It is not enough to ask whether the failed thing itself lies on the way: BGP may lead
 * traffic elsewhere when something far off fails, as when a neighbour falls back to a route that it
 * then tells, or a summary loses what held it up. Therefore the tables' own choices are compared.
 *
 * <p>A table's choice is the edge that its route came in by. Of an edge between autonomous systems,
 * a route target or a hand-over, that says where packets go. Of an inner session it does only where
 * what was told before chose the same, and inner routing has the same ways; of a session between
 * loopbacks the way to the far end would have to be compared as well, so that one is never said to
 * be the same.
 */
public final class KnownWay {

  private final Solved solved;

  /** The prefixes with the address in them that some table may have, the longest first. */
  private final Prefix[] prefixes;

  private final ClassState[] states;
  private final Table[] tables;

  private KnownWay(Solved solved, IpAddress to, Table[] tables) {
    this.solved = solved;
    this.tables = tables;
    this.prefixes = solved.holding(to).toArray(new Prefix[0]);
    this.states = solved.states(prefixes);
  }

  /**
   * The way of a trace.
   *
   * @param solution the solution in which packets went that way
   * @throws IllegalArgumentException if the solution is none of {@link Solver}'s
   */
  public static KnownWay of(Solution solution, Trace trace) {
    if (!(solution instanceof Solved solved)) {
      throw new IllegalArgumentException("A solution of another kind.");
    }
    List<Table> tables = new ArrayList<>();
    for (Trace.Hop hop : trace.hops()) {
      tables.add(solved.plan().table(hop.table()));
      for (Route relayed : hop.passedOver()) {
        VrfId at = relayed.table();
        tables.add(solved.plan().table(at));
      }
    }
    return new KnownWay(solved, trace.to(), tables.toArray(new Table[0]));
  }

  /**
   * Whether packets go this same way, to the same end, in the other solution; not only those to the
   * address itself, but to all that are alike ({@link Solution#likeness}) in the solution that the
   * way is of. Where it says no, they may do so all the same.
   */
  public boolean holdsIn(Solution other) {
    if (other == solved) {
      return true;
    }
    if (!(other instanceof Solved now) || now.plan() != solved.plan()) {
      return false;
    }
    if (!solved.isAtRest() || !now.isAtRest()) {
      return false;
    }
    for (Prefix p : prefixes) {
      if (!now.isWhole(p)) {
        return false;
      }
    }
    ClassState[] then = now.states(prefixes);
    for (int i = 0; i < then.length; i++) {
      if (!states[i].isSettled() || !then[i].isSettled()) {
        return false;
      }
    }
    for (Table t : tables) {
      if (now.conditions().isUp(t) != solved.conditions().isUp(t) || !sendsAlike(t, then, now)) {
        return false;
      }
    }
    return true;
  }

  private boolean sendsAlike(Table t, ClassState[] then, Solved now) {
    for (int i = 0; i < states.length; i++) {
      int code = states[i].codes[t.index];
      if (then[i].codes[t.index] != code) {
        return false;
      }
      if (code != Candidate.NONE) {
        return states[i].isShared(t) == then[i].isShared(t)
            && leadsAlike(t, states[i], then[i], now);
      }
    }
    return true;
  }

  /** Whether the route that the table chose in both leads to the same table over the same wire. */
  private boolean leadsAlike(Table t, ClassState was, ClassState is, Solved now) {
    SessionEdge session = session(was.codes[t.index]);
    if (session == null) {
      return true;
    }
    if (!session.inner) {
      return session.session.segment() != null;
    }
    Igp before = solved.conditions().igp();
    Igp after = now.conditions().igp();
    return (before == after || before.sameWays(after, t)) && exitsAlike(session, was, is);
  }

  /** Whether the table whose address is the next hop on an inner session is the same in both. */
  private boolean exitsAlike(SessionEdge inner, ClassState was, ClassState is) {
    if (!was.told.isEmpty() || !is.told.isEmpty()) {
      return false;
    }
    SessionEdge at = inner;
    // As many steps as there are tables lead to the end, or in a circle.
    for (int step = 0; step < was.codes.length; step++) {
      int code = was.codes[at.from.index];
      if (is.codes[at.from.index] != code) {
        return false;
      }
      SessionEdge before = session(code);
      if (before == null || !before.inner) {
        return true;
      }
      at = before;
    }
    return false;
  }

  private @Nullable SessionEdge session(int code) {
    return code >= 0 && solved.plan().edges().get(code) instanceof SessionEdge s ? s : null;
  }
}
