package mcx.diagram;

import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** A place on a selected element's border by which it is resized. */
public enum Handle {
  NORTH_WEST(0, 0),
  NORTH(0.5, 0),
  NORTH_EAST(1, 0),
  EAST(1, 0.5),
  SOUTH_EAST(1, 1),
  SOUTH(0.5, 1),
  SOUTH_WEST(0, 1),
  WEST(0, 0.5);

  private final double x;
  private final double y;

  Handle(double x, double y) {
    this.x = x;
    this.y = y;
  }

  /** Where it is on this rectangle. */
  public Point on(Rect bounds) {
    return new Point(bounds.x() + bounds.width() * x, bounds.y() + bounds.height() * y);
  }

  /** The handle of this rectangle at the point; null where there is none. */
  public static @Nullable Handle at(Rect bounds, Point point, double tolerance) {
    for (Handle h : values()) {
      Point p = h.on(bounds);
      if (Math.abs(p.x() - point.x()) <= tolerance && Math.abs(p.y() - point.y()) <= tolerance) {
        return h;
      }
    }
    return null;
  }

  /** The rectangle after this handle was dragged by so much; never smaller than the least size. */
  public Rect resized(Rect bounds, double dx, double dy, double leastWidth, double leastHeight) {
    double left = bounds.x();
    double top = bounds.y();
    double right = bounds.right();
    double bottom = bounds.bottom();
    if (x == 0) {
      left = Math.min(left + dx, right - leastWidth);
    } else if (x == 1) {
      right = Math.max(right + dx, left + leastWidth);
    }
    if (y == 0) {
      top = Math.min(top + dy, bottom - leastHeight);
    } else if (y == 1) {
      bottom = Math.max(bottom + dy, top + leastHeight);
    }
    return new Rect(left, top, right - left, bottom - top);
  }
}
