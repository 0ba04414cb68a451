package mcx.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.geometry.Point;
import mcx.geometry.Rect;

/** Moves parts of lines that run on top of each other side by side. */
final class Lanes {

  /** The room between two lanes, where there is room. */
  static final double WIDTH = 12;

  /** How far a lane stays off the sides of boxes. */
  private static final double CLEARANCE = 6;

  /** The least length of the parts before and after one that is moved. */
  private static final double STUB = 6;

  private static final int ROUNDS = 2;

  /** A straight part of a line, seen with its axis as x: it runs at {@code place}. */
  private static final class Part {
    final int line;
    final int index;
    final double from;
    final double to;

    /** Which way the line goes on at either end: -1, 1, or 0 where it ends. */
    final int atFrom;

    final int atTo;
    double low;
    double high;
    double place;
    final boolean fixed;

    Part(
        int line,
        int index,
        double from,
        double to,
        int atFrom,
        int atTo,
        double low,
        double high,
        double place,
        boolean fixed) {
      this.line = line;
      this.index = index;
      this.from = from;
      this.to = to;
      this.atFrom = atFrom;
      this.atTo = atTo;
      this.low = low;
      this.high = high;
      this.place = place;
      this.fixed = fixed;
    }

    boolean beside(Part other) {
      return from < other.to + STUB && other.from < to + STUB;
    }
  }

  private Lanes() {}

  /**
   * Replaces lines by ones in lanes.
   *
   * @param fixed which lines stay as they are
   */
  static void separate(List<List<Point>> lines, List<Boolean> fixed, Obstacles obstacles) {
    for (int round = 0; round < ROUNDS; round++) {
      boolean moved = separate(lines, fixed, obstacles, true);
      moved |= separate(lines, fixed, obstacles, false);
      if (!moved) {
        return;
      }
    }
  }

  private static boolean separate(
      List<List<Point>> lines, List<Boolean> fixed, Obstacles obstacles, boolean across) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Point> points = lines.get(i);
      for (int k = 0; k + 1 < points.size(); k++) {
        Point p = points.get(k);
        Point q = points.get(k + 1);
        boolean level = Math.abs(p.y() - q.y()) < 0.01;
        if (level == across && p.distance(q) > 0.01) {
          parts.add(part(i, k, points, across, fixed.get(i)));
        }
      }
    }
    parts.sort(
        Comparator.<Part>comparingDouble(p -> p.place)
            .thenComparingInt(p -> p.line)
            .thenComparingInt(p -> p.index));
    boolean moved = false;
    boolean[] taken = new boolean[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      if (!taken[i]) {
        List<Part> group = group(parts, i, taken);
        if (group.size() > 1 && crowded(group)) {
          for (Part p : group) {
            limit(p, obstacles, across);
          }
          spread(group);
          moved |= apply(group, lines, across);
        }
      }
    }
    return moved;
  }

  private static Part part(int line, int k, List<Point> points, boolean across, boolean fixed) {
    Point p = points.get(k);
    Point q = points.get(k + 1);
    double start = across ? p.x() : p.y();
    double end = across ? q.x() : q.y();
    double place = across ? p.y() : p.x();
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    int[] turns = {0, 0};
    boolean pinned = fixed;
    for (int side = 0; side < 2; side++) {
      int n = side == 0 ? k - 1 : k + 2;
      if (n < 0 || n >= points.size()) {
        pinned = true;
        continue;
      }
      double there = across ? points.get(n).y() : points.get(n).x();
      turns[side] = there > place ? 1 : -1;
      // The first and last parts must still leave their boxes; others may change as they like.
      boolean outer = n == 0 || n == points.size() - 1;
      double stub = outer ? STUB : 0.5;
      if (there > place) {
        high = Math.min(high, there - stub);
      } else {
        low = Math.max(low, there + stub);
      }
    }
    boolean forward = start <= end;
    return new Part(
        line,
        k,
        Math.min(start, end),
        Math.max(start, end),
        forward ? turns[0] : turns[1],
        forward ? turns[1] : turns[0],
        low,
        high,
        place,
        pinned);
  }

  /** The parts that touch this one's lane, or that of one that does. */
  private static List<Part> group(List<Part> parts, int first, boolean[] taken) {
    List<Part> group = new ArrayList<>();
    List<Integer> open = new ArrayList<>(List.of(first));
    taken[first] = true;
    while (!open.isEmpty()) {
      int i = open.removeLast();
      Part p = parts.get(i);
      group.add(p);
      for (int step : new int[] {-1, 1}) {
        for (int j = i + step; j >= 0 && j < parts.size(); j += step) {
          Part q = parts.get(j);
          if (Math.abs(q.place - p.place) >= WIDTH - 0.5) {
            break;
          }
          if (!taken[j] && q.line != p.line && p.beside(q)) {
            taken[j] = true;
            open.add(j);
          }
        }
      }
    }
    return group;
  }

  private static boolean crowded(List<Part> group) {
    for (Part p : group) {
      if (!p.fixed) {
        return true;
      }
    }
    return false;
  }

  /** Keeps the part between the sides of boxes that it runs between now. */
  private static void limit(Part p, Obstacles obstacles, boolean across) {
    double reach = 80;
    Rect strip =
        across
            ? new Rect(p.from, p.place - reach, p.to - p.from, 2 * reach)
            : new Rect(p.place - reach, p.from, 2 * reach, p.to - p.from);
    double low = Math.max(p.low, p.place - reach);
    double high = Math.min(p.high, p.place + reach);
    for (Obstacles.Box b : obstacles.in(strip)) {
      Rect r = b.rect();
      double[] sides = across ? new double[] {r.y(), r.bottom()} : new double[] {r.x(), r.right()};
      for (double side : sides) {
        if (side <= p.place) {
          low = Math.max(low, side + CLEARANCE);
        } else {
          high = Math.min(high, side - CLEARANCE);
        }
      }
    }
    p.low = Math.min(low, p.place);
    p.high = Math.max(high, p.place);
  }

  /** Puts the parts of a group in order and side by side, as near to where they were as can be. */
  private static void spread(List<Part> group) {
    List<Part> order = ordered(group);
    int n = order.size();
    double[] place = new double[n];
    for (double width = WIDTH; width >= 3; width -= 3) {
      if (fits(order, place, width)) {
        break;
      }
    }
    for (int i = 0; i < n; i++) {
      if (!order.get(i).fixed) {
        order.get(i).place = place[i];
      }
    }
  }

  /** Whether the parts fit at this distance; if so, or as well as may be, where they are then. */
  private static boolean fits(List<Part> order, double[] place, double width) {
    int n = order.size();
    double[] least = new double[n];
    double[] most = new double[n];
    boolean fits = true;
    for (int i = 0; i < n; i++) {
      Part p = order.get(i);
      least[i] = p.fixed ? p.place : p.low;
      for (int j = 0; j < i; j++) {
        if (apart(order.get(j), p)) {
          least[i] = Math.max(least[i], least[j] + width);
        }
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      Part p = order.get(i);
      most[i] = p.fixed ? p.place : p.high;
      for (int j = i + 1; j < n; j++) {
        if (apart(p, order.get(j))) {
          most[i] = Math.min(most[i], most[j] - width);
        }
      }
      fits &= least[i] <= most[i] + 0.01;
    }
    // From the top, then from the bottom, and the middle of both: a bundle spreads to both sides.
    double[] down = new double[n];
    double[] up = new double[n];
    for (int i = 0; i < n; i++) {
      down[i] = bounded(order.get(i).place, least[i], most[i]);
      for (int j = 0; j < i; j++) {
        if (apart(order.get(j), order.get(i))) {
          down[i] = Math.max(down[i], down[j] + width);
        }
      }
      down[i] = Math.min(down[i], Math.max(most[i], least[i]));
    }
    for (int i = n - 1; i >= 0; i--) {
      up[i] = bounded(order.get(i).place, least[i], most[i]);
      for (int j = i + 1; j < n; j++) {
        if (apart(order.get(i), order.get(j))) {
          up[i] = Math.min(up[i], up[j] - width);
        }
      }
      up[i] = Math.max(up[i], Math.min(least[i], most[i]));
    }
    for (int i = 0; i < n; i++) {
      Part p = order.get(i);
      place[i] = p.fixed ? p.place : Math.clamp((down[i] + up[i]) / 2, p.low, p.high);
    }
    return fits;
  }

  private static double bounded(double v, double low, double high) {
    return low <= high ? Math.clamp(v, low, high) : (low + high) / 2;
  }

  private static boolean apart(Part a, Part b) {
    return a.line != b.line && a.beside(b) && !(a.fixed && b.fixed);
  }

  /** The order from low to high that makes the fewest crossings. */
  private static List<Part> ordered(List<Part> group) {
    List<Part> order = new ArrayList<>();
    List<Part> given = new ArrayList<>(group);
    given.sort(
        Comparator.<Part>comparingDouble(p -> p.place)
            .thenComparingInt(p -> p.line)
            .thenComparingInt(p -> p.index));
    for (Part p : given) {
      int best = order.size();
      int least = Integer.MAX_VALUE;
      for (int at = order.size(); at >= 0; at--) {
        int crossings = 0;
        for (int i = 0; i < order.size(); i++) {
          crossings += i < at ? cost(order.get(i), p) : cost(p, order.get(i));
        }
        if (crossings < least) {
          least = crossings;
          best = at;
        }
      }
      order.add(best, p);
    }
    return order;
  }

  /** What it costs to have the one on the low side of the other. */
  private static int cost(Part low, Part high) {
    if (low.fixed && high.fixed) {
      return low.place <= high.place ? 0 : 1000;
    }
    if (low.fixed != high.fixed && Math.abs(low.place - high.place) > WIDTH / 2) {
      return low.place < high.place ? 0 : 10;
    }
    int crossings = 0;
    crossings += low.from > high.from && low.from < high.to && low.atFrom > 0 ? 1 : 0;
    crossings += low.to > high.from && low.to < high.to && low.atTo > 0 ? 1 : 0;
    crossings += high.from > low.from && high.from < low.to && high.atFrom < 0 ? 1 : 0;
    crossings += high.to > low.from && high.to < low.to && high.atTo < 0 ? 1 : 0;
    return crossings;
  }

  private static boolean apply(List<Part> group, List<List<Point>> lines, boolean across) {
    boolean moved = false;
    for (Part p : group) {
      if (p.fixed) {
        continue;
      }
      List<Point> points = new ArrayList<>(lines.get(p.line));
      for (int k = p.index; k <= p.index + 1; k++) {
        Point old = points.get(k);
        Point now = across ? new Point(old.x(), p.place) : new Point(p.place, old.y());
        moved |= old.distance(now) > 0.01;
        points.set(k, now);
      }
      lines.set(p.line, List.copyOf(points));
    }
    return moved;
  }
}
