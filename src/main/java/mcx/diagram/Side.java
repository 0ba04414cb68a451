package mcx.diagram;

import mcx.geometry.Point;
import mcx.geometry.Rect;

/** A side of a box. */
enum Side {
  TOP(true, -1),
  BOTTOM(true, 1),
  LEFT(false, -1),
  RIGHT(false, 1);

  /** Whether lines leave it up or down. */
  final boolean vertical;

  /** Which way is out along that axis. */
  final int out;

  Side(boolean vertical, int out) {
    this.vertical = vertical;
    this.out = out;
  }

  /** The side's own place across it: y of a top side, x of a left one. */
  double edge(Rect r) {
    return switch (this) {
      case TOP -> r.y();
      case BOTTOM -> r.bottom();
      case LEFT -> r.x();
      case RIGHT -> r.right();
    };
  }

  /** The point on the side, or {@code off} outside it. */
  Point at(Rect r, double along, double off) {
    double across = edge(r) + out * off;
    return vertical ? new Point(along, across) : new Point(across, along);
  }

  double low(Rect r) {
    return vertical ? r.x() : r.y();
  }

  double high(Rect r) {
    return vertical ? r.right() : r.bottom();
  }

  double middle(Rect r) {
    return vertical ? r.center().x() : r.center().y();
  }

  /** Whether this side of one box looks towards that side of another. */
  boolean faces(Side other) {
    return vertical == other.vertical && out == -other.out;
  }

  /**
   * Whether lines side by side keep their order (left to right, top to bottom) from this side to
   * that one without crossing.
   */
  boolean keepsOrder(Side other) {
    return vertical == other.vertical ? out != other.out : out == other.out;
  }
}
