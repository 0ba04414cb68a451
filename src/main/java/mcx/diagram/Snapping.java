package mcx.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mcx.geometry.Point;
import mcx.geometry.Rect;

/** Pulls what is dragged onto the grid, or into line with its neighbours. */
public final class Snapping {

  /** The grid, in diagram units. */
  public static final double GRID = 10;

  private Snapping() {}

  /**
   * A line that shows what something is in line with.
   *
   * @param from one end
   * @param to the other, straight above, below or beside it
   */
  public record Guide(Point from, Point to) {}

  /**
   * How far to move, and why.
   *
   * @param dx to the right
   * @param dy downwards
   * @param guides what it is in line with then; empty where it is on the grid only
   */
  public record Snap(double dx, double dy, List<Guide> guides) {
    public Snap {
      guides = List.copyOf(guides);
    }
  }

  /**
   * The correction that puts a dragged rectangle in line with a neighbour's sides or middle where
   * one is near, and on the grid otherwise; each axis by itself.
   *
   * @param moving where it was dragged to
   * @param neighbours what it may line up with
   * @param tolerance how near is near, in diagram units; divide by the zoom
   */
  public static Snap snap(Rect moving, Collection<Rect> neighbours, double tolerance) {
    double bestX = tolerance;
    double bestY = tolerance;
    double dx = grid(moving.x()) - moving.x();
    double dy = grid(moving.y()) - moving.y();
    boolean alignedX = false;
    boolean alignedY = false;
    double[] own = xs(moving);
    double[] ownY = ys(moving);
    for (Rect n : neighbours) {
      for (double x : xs(n)) {
        for (double o : own) {
          if (Math.abs(x - o) < bestX) {
            bestX = Math.abs(x - o);
            dx = x - o;
            alignedX = true;
          }
        }
      }
      for (double y : ys(n)) {
        for (double o : ownY) {
          if (Math.abs(y - o) < bestY) {
            bestY = Math.abs(y - o);
            dy = y - o;
            alignedY = true;
          }
        }
      }
    }
    Rect there = moving.moved(dx, dy);
    List<Guide> guides = new ArrayList<>();
    if (alignedX) {
      for (double x : xs(there)) {
        addVertical(guides, x, there, neighbours);
      }
    }
    if (alignedY) {
      for (double y : ys(there)) {
        addHorizontal(guides, y, there, neighbours);
      }
    }
    return new Snap(dx, dy, guides);
  }

  /** The value on the grid nearest to this one. */
  public static double grid(double value) {
    return Math.round(value / GRID) * GRID;
  }

  /** The point on the grid nearest to this one. */
  public static Point grid(Point point) {
    return new Point(grid(point.x()), grid(point.y()));
  }

  private static double[] xs(Rect r) {
    return new double[] {r.x(), r.center().x(), r.right()};
  }

  private static double[] ys(Rect r) {
    return new double[] {r.y(), r.center().y(), r.bottom()};
  }

  private static final double SAME = 0.01;

  private static void addVertical(
      List<Guide> guides, double x, Rect there, Collection<Rect> neighbours) {
    double top = there.y();
    double bottom = there.bottom();
    boolean any = false;
    for (Rect n : neighbours) {
      for (double nx : xs(n)) {
        if (Math.abs(nx - x) < SAME) {
          any = true;
          top = Math.min(top, n.y());
          bottom = Math.max(bottom, n.bottom());
        }
      }
    }
    if (any) {
      guides.add(new Guide(new Point(x, top), new Point(x, bottom)));
    }
  }

  private static void addHorizontal(
      List<Guide> guides, double y, Rect there, Collection<Rect> neighbours) {
    double left = there.x();
    double right = there.right();
    boolean any = false;
    for (Rect n : neighbours) {
      for (double ny : ys(n)) {
        if (Math.abs(ny - y) < SAME) {
          any = true;
          left = Math.min(left, n.x());
          right = Math.max(right, n.right());
        }
      }
    }
    if (any) {
      guides.add(new Guide(new Point(left, y), new Point(right, y)));
    }
  }
}
