package mcx.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.network.VrfId;

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
 *
 * <p>Of a {@link Spread}, the choices of all tables that some packets pass are compared, with all
 * routes that each uses.
 */
public final class KnownWay {

  private final Solved solved;

  private final Holding held;
  private final Table[] tables;

  private KnownWay(Solved solved, IpAddress to, Table[] tables) {
    this.solved = solved;
    this.tables = tables;
    this.held = solved.held(to);
  }

  /**
   * The way of a trace.
   *
   * @param solution the solution in which packets went that way
   * @throws IllegalArgumentException if the solution is none of {@link Solver}'s
   */
  public static KnownWay of(Solution solution, Trace trace) {
    Solved solved = Solved.of(solution);
    List<Table> tables = new ArrayList<>();
    trace.hops().forEach(h -> add(h, solved, tables));
    return new KnownWay(solved, trace.to(), tables.toArray(new Table[0]));
  }

  /**
   * All ways of packets that tables share over equally good routes.
   *
   * @param solution the solution in which packets went those ways
   * @throws IllegalArgumentException if the solution is none of {@link Solver}'s
   */
  public static KnownWay of(Solution solution, Spread spread) {
    Solved solved = Solved.of(solution);
    Set<Table> tables = new LinkedHashSet<>();
    spread.hops().forEach(h -> add(h, solved, tables));
    return new KnownWay(solved, spread.to(), tables.toArray(new Table[0]));
  }

  private static void add(Trace.Hop hop, Solved solved, Collection<Table> tables) {
    tables.add(solved.plan().table(hop.table()));
    for (Route relayed : hop.passedOver()) {
      VrfId at = relayed.table();
      tables.add(solved.plan().table(at));
    }
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
    if (!(other instanceof Solved now)) {
      return false;
    }
    Comparison comparison = now.compared(solved, held);
    for (Table t : tables) {
      if (!comparison.isAlike(t)) {
        return false;
      }
    }
    return true;
  }
}
