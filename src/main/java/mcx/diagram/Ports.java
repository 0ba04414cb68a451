package mcx.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcx.geometry.Rect;

/** Spreads the ends of links along the sides of boxes, so that no two share a place. */
final class Ports {

  /** The room between two ends on one side, where there is room. */
  static final double SPACING = 16;

  private static final int ROUNDS = 8;

  /**
   * One end of a link.
   *
   * <p>Mutable while places are found.
   */
  static final class End {
    final int link;
    final Obstacles.Box box;
    final Obstacles.Box other;
    final Side side;
    final Side otherSide;

    /** Where it would like to be, along the side. */
    double wanted;

    double place;

    /** Whether the line to the other end is straight, so that both should be at one place. */
    final boolean straight;

    /** Whether the architect's bends say where it is. */
    final boolean fixed;

    End(
        int link,
        Obstacles.Box box,
        Obstacles.Box other,
        Side side,
        Side otherSide,
        double wanted,
        boolean straight,
        boolean fixed) {
      this.link = link;
      this.box = box;
      this.other = other;
      this.side = side;
      this.otherSide = otherSide;
      this.wanted = wanted;
      this.place = wanted;
      this.straight = straight;
      this.fixed = fixed;
    }
  }

  private Ports() {}

  /** The part of a side that lines may end at: not its round corners. */
  static double[] range(Obstacles.Box box, Side side) {
    Rect r = box.rect();
    double low = side.low(r);
    double high = side.high(r);
    double inset =
        box.shape() == Shape.PILL
            ? Math.min(r.height(), r.width()) / 2
            : Math.min(12, (high - low) / 3);
    if (box.shape() == Shape.PILL && !side.vertical) {
      inset = (high - low) / 2;
    }
    return new double[] {low + inset, high - inset};
  }

  /** Gives every end its place. The ends of link {@code n} are at 2n and 2n + 1. */
  static void spread(List<End> ends, int[] pairs) {
    Map<String, List<End>> sides = new TreeMap<>();
    for (End e : ends) {
      sides.computeIfAbsent(e.box.id() + " " + e.side, k -> new ArrayList<>()).add(e);
    }
    sides.values().forEach(Ports::order);
    for (int round = 0; round < ROUNDS; round++) {
      for (List<End> side : sides.values()) {
        settle(side);
      }
      for (int i = 0; i < ends.size(); i++) {
        End a = ends.get(i);
        End b = ends.get(pairs[i]);
        if (a.straight && i < pairs[i]) {
          double shared = (a.place + b.place) / 2;
          a.wanted = shared;
          b.wanted = shared;
        }
      }
    }
    for (int i = 0; i < ends.size(); i++) {
      End a = ends.get(i);
      End b = ends.get(pairs[i]);
      if (a.straight && i < pairs[i] && Math.abs(a.place - b.place) > 0.01) {
        join(a, b, sides);
      }
    }
  }

  /** Puts both ends of a straight line at one place, if a neighbour does not stand there. */
  private static void join(End a, End b, Map<String, List<End>> sides) {
    for (End[] pair : new End[][] {{a, b}, {b, a}}) {
      End from = pair[0];
      End to = pair[1];
      double[] range = range(to.box, to.side);
      boolean free = from.place >= range[0] && from.place <= range[1];
      for (End n : sides.getOrDefault(to.box.id() + " " + to.side, List.of())) {
        free &= n == to || Math.abs(n.place - from.place) >= SPACING / 2;
      }
      if (free) {
        to.place = from.place;
        return;
      }
    }
  }

  private static void order(List<End> side) {
    side.sort(
        Comparator.comparingDouble(Ports::along)
            .thenComparingDouble(Ports::depth)
            .thenComparingInt(e -> e.side.keepsOrder(e.otherSide) ? e.link : firstOf(e)));
  }

  /** At one of its two ends a bundle that cannot keep its order is turned round. */
  private static int firstOf(End e) {
    return e.box.id().compareTo(e.other.id()) < 0 ? e.link : -e.link;
  }

  private static double along(End e) {
    if (e.straight || e.fixed) {
      return e.wanted;
    }
    // Whatever leads past the end of this side goes to its edge, however far away it is.
    return e.side.middle(e.other.rect());
  }

  /** Of lines that turn the same way, the one that turns first is outermost. */
  private static double depth(End e) {
    double away =
        e.side.out * (crosswise(e.other.rect(), e.side) - crosswise(e.box.rect(), e.side));
    return e.side.middle(e.other.rect()) >= e.side.middle(e.box.rect()) ? -away : away;
  }

  private static double crosswise(Rect r, Side side) {
    return side.vertical ? r.center().y() : r.center().x();
  }

  /**
   * The places nearest to the wanted ones that keep order and room: pool adjacent violators on the
   * wanted places less the room that each needs.
   */
  private static void settle(List<End> side) {
    int n = side.size();
    double[] range = range(side.getFirst().box, side.getFirst().side);
    double room = n < 2 ? 0 : Math.min(SPACING, (range[1] - range[0]) / (n - 1));
    double[] mean = new double[n];
    int[] count = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      mean[blocks] = side.get(i).wanted - i * room;
      count[blocks] = 1;
      blocks++;
      while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
        double sum = mean[blocks - 2] * count[blocks - 2] + mean[blocks - 1] * count[blocks - 1];
        count[blocks - 2] += count[blocks - 1];
        mean[blocks - 2] = sum / count[blocks - 2];
        blocks--;
      }
    }
    int i = 0;
    for (int b = 0; b < blocks; b++) {
      for (int k = 0; k < count[b]; k++, i++) {
        double place = Math.clamp(mean[b], range[0], Math.max(range[0], range[1] - (n - 1) * room));
        End e = side.get(i);
        e.place = e.fixed ? e.wanted : place + i * room;
      }
    }
  }
}
