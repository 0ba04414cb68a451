package mcx.routing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.Trace.End;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Tally} tells of the ways to one address from any table, by all routes in use, each
 * table followed once. For use by one thread.
 *
 * @param <T> what is told
 */
public final class Tallies<T> {

  private final Plan plan;
  private final Holding held;
  private final Tally<T> tally;
  private final @Nullable Object[] known;
  private final boolean[] open;

  /**
   * @param solution the solution in which packets are sent
   * @throws IllegalArgumentException if the solution is none of {@link Solver}'s
   */
  public Tallies(Solution solution, IpAddress to, Tally<T> tally) {
    Solved solved = Solved.of(solution);
    this.plan = solved.plan();
    this.held = solved.held(to);
    this.tally = tally;
    this.known = new Object[plan.tables().size()];
    this.open = new boolean[known.length];
  }

  /** A table on the way, and the branches of it that are still to be looked at. */
  private final class Visit {
    final Table table;
    final List<Forwarding.Branch> branches;
    int next;
    @Nullable T soFar;

    Visit(Table table) {
      this.table = table;
      this.branches = held.does(table).branches();
    }

    void add(T branch) {
      soFar = soFar == null ? branch : tally.both(soFar, branch);
      next++;
    }
  }

  /**
   * What is told of the packets of a table. Where they come back to a table that they passed, they
   * end in a {@linkplain End#LOOP circle} at the table before.
   */
  public T from(VrfId start) {
    Table first = plan.table(start);
    T answer = known(first);
    if (answer != null) {
      return answer;
    }
    Deque<Visit> way = new ArrayDeque<>();
    enter(first, way);
    while (true) {
      Visit at = way.getLast();
      if (at.next < at.branches.size()) {
        step(at, way);
        continue;
      }
      T all = at.soFar;
      if (all == null) {
        throw new IllegalStateException("no branches at " + at.table);
      }
      known[at.table.index] = all;
      open[at.table.index] = false;
      way.removeLast();
      if (way.isEmpty()) {
        return all;
      }
    }
  }

  private void enter(Table table, Deque<Visit> way) {
    open[table.index] = true;
    way.addLast(new Visit(table));
  }

  private void step(Visit at, Deque<Visit> way) {
    Forwarding.Branch branch = at.branches.get(at.next);
    Spread.Leg leg = branch.exit().leg();
    Table next = branch.next();
    if (next == null) {
      at.add(tally.end(leg, branch.end()));
      return;
    }
    T ahead = known(next);
    if (ahead != null) {
      at.add(tally.pass(leg, ahead));
    } else if (open[next.index]) {
      at.add(tally.end(leg, End.LOOP));
    } else {
      enter(next, way);
    }
  }

  @SuppressWarnings("unchecked")
  private @Nullable T known(Table table) {
    return (T) known[table.index];
  }
}
