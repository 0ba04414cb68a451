package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import mcx.inet.Asn;
import mcx.network.Segment;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Inner routing: the shortest paths over segments that have an IGP cost and are up. Tables of
 * another autonomous system are reached but not passed through.
 */
final class Igp {

  private final Plan plan;
  private final List<List<Hop>> neighbors;
  private final AtomicReferenceArray<@Nullable Way @Nullable []> ways;
  private final boolean empty;

  private record Hop(Table to, Segment segment) {}

  /**
   * The way to a table.
   *
   * @param cost the sum of the costs on it
   * @param next the first table after the start; the start itself where that is the destination
   * @param segment the segment to it; null where there is none to cross
   */
  record Way(int cost, Table next, @Nullable Segment segment) {}

  private record Open(int cost, Table at, Way way) {}

  Igp(Plan plan, Predicate<Segment> up) {
    this.plan = plan;
    neighbors = new ArrayList<>();
    for (int i = 0; i < plan.tables().size(); i++) {
      neighbors.add(new ArrayList<>());
    }
    boolean any = false;
    for (Segment s : plan.innerSegments()) {
      Table a = plan.find(s.a());
      Table b = plan.find(s.b());
      if (a != null && b != null && up.test(s)) {
        neighbors.get(a.index).add(new Hop(b, s));
        neighbors.get(b.index).add(new Hop(a, s));
        any = true;
      }
    }
    empty = !any;
    ways = new AtomicReferenceArray<>(plan.tables().size());
  }

  /** The shortest way; null where there is none. */
  @Nullable Way way(Table from, Table to) {
    if (from == to) {
      return new Way(0, from, null);
    }
    @Nullable Way[] row = row(from);
    return row == null ? null : row[to.index];
  }

  /**
   * The shortest way to a table's address on one segment, where inner routing knows that: whoever
   * is at the near end tells inside how far the segment is.
   */
  @Nullable Way way(Table from, Table to, @Nullable Segment on) {
    if (on == null || on.igpCost() == 0 || from == to) {
      return way(from, to);
    }
    if (on.other(to.id()).equals(from.id())) {
      return new Way(0, to, on);
    }
    Way near = near(from, on.other(to.id()));
    return near == null ? null : new Way(near.cost + on.igpCost(), near.next, near.segment);
  }

  private @Nullable Way near(Table from, VrfId border) {
    @Nullable Way[] row = row(from);
    Table at = plan.find(border);
    return row == null || at == null ? null : row[at.index];
  }

  /** Whether the ways from a table are the same in both. */
  boolean sameWays(Igp other, Table from) {
    return Arrays.equals(row(from), other.row(from));
  }

  private @Nullable Way @Nullable [] row(Table from) {
    if (empty || neighbors.get(from.index).isEmpty()) {
      return null;
    }
    @Nullable Way[] row = ways.get(from.index);
    if (row == null) {
      row = shortest(from);
      ways.set(from.index, row);
    }
    return row;
  }

  private @Nullable Way[] shortest(Table from) {
    @Nullable Way[] row = new Way[neighbors.size()];
    boolean[] done = new boolean[neighbors.size()];
    PriorityQueue<Open> open =
        new PriorityQueue<>(
            (x, y) -> {
              int c = Integer.compare(x.cost, y.cost);
              if (c == 0) {
                c = Integer.compare(x.at.index, y.at.index);
              }
              return c != 0 ? c : Integer.compare(x.way.next.index, y.way.next.index);
            });
    done[from.index] = true;
    for (Hop h : neighbors.get(from.index)) {
      open.add(new Open(h.segment.igpCost(), h.to, new Way(h.segment.igpCost(), h.to, h.segment)));
    }
    while (!open.isEmpty()) {
      Open o = open.poll();
      if (done[o.at.index]) {
        continue;
      }
      done[o.at.index] = true;
      row[o.at.index] = o.way;
      Asn asn = o.at.vrf.asn();
      if (asn != null && !asn.equals(from.vrf.asn())) {
        continue;
      }
      for (Hop h : neighbors.get(o.at.index)) {
        if (!done[h.to.index]) {
          int cost = o.cost + h.segment.igpCost();
          open.add(new Open(cost, h.to, new Way(cost, o.way.next, o.way.segment)));
        }
      }
    }
    return row;
  }
}
