package mcx.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.Trace.End;

/** Follows packets for one address from table to table by all routes of each. */
final class Spreader {

  private final Plan plan;
  private final Holding held;
  private final IpAddress to;
  private final List<Spread.Place> places = new ArrayList<>();
  private int branches;

  Spreader(Solved solved, IpAddress to) {
    this.plan = solved.plan();
    this.held = solved.held(to);
    this.to = to;
  }

  /** A table that packets come back to, and the last one before. */
  private record Circle(Table last, Table again) {}

  /** All ways from a table; to be asked once. */
  Spread spread(VrfId from) {
    List<Table> tables = finished(plan.table(from)).reversed();
    int[] numbers = new int[plan.tables().size()];
    for (int i = 0; i < tables.size(); i++) {
      numbers[tables.get(i).index] = i;
    }
    List<Circle> circles = new ArrayList<>();
    for (Table t : tables) {
      List<Spread.Branch> all = new ArrayList<>();
      for (Forwarding.Branch b : held.does(t).branches()) {
        Table next = b.next();
        int place = next == null ? -1 : numbers[next.index];
        // A table that is done with what it sends to comes after all that send to it, but in a
        // circle.
        if (next != null && place <= places.size()) {
          place = tables.size() + circles.size();
          circles.add(new Circle(t, next));
        }
        all.add(new Spread.Branch(branches++, b.hop(), place, b.share(), b.end(), b.reason()));
      }
      places.add(new Spread.Place(t.id(), all));
    }
    circles.forEach(c -> places.add(place(c)));
    return new Spread(from, to, places);
  }

  private Spread.Place place(Circle circle) {
    Table again = circle.again;
    String reason =
        "Packets for "
            + to
            + " come back to "
            + again.label()
            + " from "
            + circle.last.label()
            + ", in a circle.";
    Trace.Hop hop = Tracer.ended(held.does(again).first().hop());
    return new Spread.Place(
        again.id(), List.of(new Spread.Branch(branches++, hop, -1, 1, End.LOOP, reason)));
  }

  private static final class Visit {
    final Table table;
    final List<Forwarding.Branch> branches;
    int left;

    Visit(Table table, Forwarding does) {
      this.table = table;
      this.branches = does.branches();
      this.left = branches.size();
    }
  }

  /** The tables that packets come to, each when all that it sends to are there, but in a circle. */
  private List<Table> finished(Table start) {
    List<Table> done = new ArrayList<>();
    BitSet seen = new BitSet();
    seen.set(start.index);
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(start, held.does(start)));
    while (!open.isEmpty()) {
      Visit at = open.getFirst();
      if (at.left == 0) {
        done.add(at.table);
        open.pop();
        continue;
      }
      // The last first: turned round, the tables that first routes lead to come first.
      at.left--;
      Table next = at.branches.get(at.left).next();
      if (next != null && !seen.get(next.index)) {
        seen.set(next.index);
        open.push(new Visit(next, held.does(next)));
      }
    }
    return done;
  }
}
