package mcx.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mcx.geometry.Point;

/**
 * Finds the cheapest line along the axes between two sides of boxes, on a grid of the places where
 * a line may usefully turn. Cost is length, turns, and tolls.
 */
final class PathFinder {

  /** What a turn costs, in units of length. */
  private static final double TURN = 45;

  /** Lines in the middle of a gap are this much cheaper, so that they run there. */
  private static final double MIDDLE = 0.96;

  /** How far a line stays off boxes. */
  static final double MARGIN = 12;

  /** Where a line may begin or end: outside a side of a box, and what it costs to be there. */
  record Door(Side side, double along, Point at, double cost) {}

  /** A line found: the doors it uses and the points between them. */
  record Way(Door from, Door to, List<Point> points) {}

  private final double[] xs;
  private final double[] ys;
  private final int nx;
  private final int ny;

  /** What each unit of the edge to the right of (or below) a node costs beyond its length. */
  private final double[] tollH;

  private final double[] tollV;
  private final double[] guesses;
  private final double[] factorX;
  private final double[] factorY;

  /**
   * @param xs where lines may run up and down, any order
   * @param ys where lines may run across
   * @param middleX those of {@code xs} to prefer
   * @param middleY those of {@code ys} to prefer
   */
  PathFinder(
      double[] xs, double[] ys, double[] middleX, double[] middleY, List<Obstacles.Toll> tolls) {
    this.xs = sorted(xs);
    this.ys = sorted(ys);
    nx = this.xs.length;
    ny = this.ys.length;
    tollH = new double[nx * ny];
    tollV = new double[nx * ny];
    guesses = new double[nx * ny];
    factorX = factors(this.xs, middleX);
    factorY = factors(this.ys, middleY);
    for (Obstacles.Toll t : tolls) {
      charge(t);
    }
  }

  private static double[] sorted(double[] given) {
    double[] s = given.clone();
    Arrays.sort(s);
    int n = 0;
    for (double v : s) {
      if (n == 0 || v - s[n - 1] > 0.01) {
        s[n++] = v;
      }
    }
    return Arrays.copyOf(s, n);
  }

  private static double[] factors(double[] all, double[] middle) {
    double[] f = new double[all.length];
    Arrays.fill(f, 1);
    for (double m : middle) {
      int i = nearest(all, m);
      if (i >= 0) {
        f[i] = MIDDLE;
      }
    }
    return f;
  }

  private static int nearest(double[] all, double v) {
    int i = Arrays.binarySearch(all, v);
    if (i >= 0) {
      return i;
    }
    int after = -i - 1;
    if (after < all.length && all[after] - v <= 0.02) {
      return after;
    }
    return after > 0 && v - all[after - 1] <= 0.02 ? after - 1 : -1;
  }

  private void charge(Obstacles.Toll t) {
    double left = t.area().x();
    double right = t.area().right();
    double top = t.area().y();
    double bottom = t.area().bottom();
    int i0 = Math.max(0, firstFrom(xs, left) - 1);
    int j0 = Math.max(0, firstFrom(ys, top) - 1);
    for (int j = j0; j < ny && ys[j] < bottom; j++) {
      for (int i = i0; i < nx && xs[i] < right; i++) {
        if (ys[j] > top && i + 1 < nx && xs[i + 1] > left) {
          tollH[j * nx + i] += t.cost() * (Math.min(right, xs[i + 1]) - Math.max(left, xs[i]));
        }
        if (xs[i] > left && j + 1 < ny && ys[j + 1] > top) {
          tollV[j * nx + i] += t.cost() * (Math.min(bottom, ys[j + 1]) - Math.max(top, ys[j]));
        }
      }
    }
  }

  private static int firstFrom(double[] all, double v) {
    int i = Arrays.binarySearch(all, v);
    return i >= 0 ? i : -i - 1;
  }

  /** The cheapest way from one of these doors to one of those. */
  Way find(List<Door> starts, List<Door> goals) {
    Arrays.fill(guesses, -1);
    int states = nx * ny * 2;
    double[] cost = new double[states];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    int[] before = new int[states];
    Arrays.fill(before, -1);
    boolean[] done = new boolean[states];
    Heap open = new Heap();
    for (Door d : starts) {
      int s = state(d);
      if (d.cost() < cost[s]) {
        cost[s] = d.cost();
        open.push(d.cost() + guess(s, goals), s);
      }
    }
    double[] goalCost = new double[states];
    Arrays.fill(goalCost, Double.POSITIVE_INFINITY);
    for (Door d : goals) {
      int s = state(d);
      goalCost[s] = Math.min(goalCost[s], d.cost());
      int across = s ^ 1;
      goalCost[across] = Math.min(goalCost[across], d.cost() + TURN);
    }
    double best = Double.POSITIVE_INFINITY;
    int end = -1;
    while (!open.isEmpty() && open.least() < best) {
      int s = open.pop();
      if (done[s]) {
        continue;
      }
      done[s] = true;
      if (cost[s] + goalCost[s] < best) {
        best = cost[s] + goalCost[s];
        end = s;
      }
      int node = s >> 1;
      int i = node % nx;
      int j = node / nx;
      boolean down = (s & 1) == 1;
      relax(s, i, j, i + 1, j, down ? TURN : 0, goals, cost, before, done, open);
      relax(s, i, j, i - 1, j, down ? TURN : 0, goals, cost, before, done, open);
      relax(s, i, j, i, j + 1, down ? 0 : TURN, goals, cost, before, done, open);
      relax(s, i, j, i, j - 1, down ? 0 : TURN, goals, cost, before, done, open);
    }
    List<Point> points = new ArrayList<>();
    int first = end;
    for (int s = end; s >= 0; s = before[s]) {
      points.add(new Point(xs[(s >> 1) % nx], ys[(s >> 1) / nx]));
      first = s;
    }
    return new Way(door(starts, first, cost), goal(goals, end), points.reversed());
  }

  private Door door(List<Door> starts, int state, double[] cost) {
    for (Door d : starts) {
      if (state(d) == state && d.cost() <= cost[state]) {
        return d;
      }
    }
    return starts.getFirst();
  }

  private Door goal(List<Door> goals, int state) {
    Door best = goals.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Door d : goals) {
      int s = state(d);
      if ((s >> 1) == (state >> 1)) {
        double c = d.cost() + (s == state ? 0 : TURN);
        if (c < least) {
          least = c;
          best = d;
        }
      }
    }
    return best;
  }

  private int state(Door d) {
    int i = nearest(xs, d.at().x());
    int j = nearest(ys, d.at().y());
    if (i < 0 || j < 0) {
      throw new IllegalStateException("A door is not on the grid: " + d);
    }
    return (j * nx + i) * 2 + (d.side().vertical ? 1 : 0);
  }

  /** At least what is still to pay from a state; worked out once for each node. */
  private double guess(int s, List<Door> goals) {
    double known = guesses[s >> 1];
    if (known >= 0) {
      return known;
    }
    double x = xs[(s >> 1) % nx];
    double y = ys[(s >> 1) / nx];
    double least = Double.POSITIVE_INFINITY;
    for (Door d : goals) {
      double dx = Math.abs(x - d.at().x());
      double dy = Math.abs(y - d.at().y());
      double turns = dx > 0.02 && dy > 0.02 ? TURN : 0;
      least = Math.min(least, (dx + dy) * MIDDLE + turns + d.cost());
    }
    guesses[s >> 1] = least;
    return least;
  }

  private void relax(
      int s,
      int i,
      int j,
      int i2,
      int j2,
      double turn,
      List<Door> goals,
      double[] cost,
      int[] before,
      boolean[] done,
      Heap open) {
    if (i2 < 0 || j2 < 0 || i2 >= nx || j2 >= ny) {
      return;
    }
    boolean across = j == j2;
    double step;
    if (across) {
      int left = Math.min(i, i2);
      step = (xs[left + 1] - xs[left]) * factorY[j] + tollH[j * nx + left];
    } else {
      int top = Math.min(j, j2);
      step = (ys[top + 1] - ys[top]) * factorX[i] + tollV[top * nx + i];
    }
    int t = (j2 * nx + i2) * 2 + (across ? 0 : 1);
    double c = cost[s] + step + turn;
    if (!done[t] && c < cost[t] - 1e-9) {
      cost[t] = c;
      before[t] = s;
      open.push(c + guess(t, goals), t);
    }
  }

  /** A heap of states by cost; of equals, the smaller state first. */
  private static final class Heap {
    private double[] keys = new double[256];
    private int[] values = new int[256];
    private int size;

    boolean isEmpty() {
      return size == 0;
    }

    double least() {
      return keys[0];
    }

    void push(double key, int value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      int i = size++;
      while (i > 0) {
        int up = (i - 1) >> 1;
        if (!before(key, value, keys[up], values[up])) {
          break;
        }
        keys[i] = keys[up];
        values[i] = values[up];
        i = up;
      }
      keys[i] = key;
      values[i] = value;
    }

    int pop() {
      int result = values[0];
      size--;
      if (size > 0) {
        double key = keys[size];
        int value = values[size];
        int i = 0;
        while (true) {
          int child = 2 * i + 1;
          if (child >= size) {
            break;
          }
          if (child + 1 < size
              && before(keys[child + 1], values[child + 1], keys[child], values[child])) {
            child++;
          }
          if (!before(keys[child], values[child], key, value)) {
            break;
          }
          keys[i] = keys[child];
          values[i] = values[child];
          i = child;
        }
        keys[i] = key;
        values[i] = value;
      }
      return result;
    }

    private static boolean before(double k1, int v1, double k2, int v2) {
      return k1 < k2 || (k1 == k2 && v1 < v2);
    }
  }
}
