package mcx.geometry;

/**
 * A rectangle with its sides along the axes, in diagram units.
 *
 * @param x the left side
 * @param y the top side
 * @param width not negative
 * @param height not negative
 */
public record Rect(double x, double y, double width, double height) {

  public Rect {
    if (!(width >= 0)
        || !(height >= 0)
        || Double.isInfinite(width)
        || Double.isInfinite(height)
        || !Double.isFinite(x)
        || !Double.isFinite(y)) {
      throw new IllegalArgumentException(
          "A rectangle needs a finite place and size: "
              + x
              + ", "
              + y
              + ", "
              + width
              + ", "
              + height);
    }
  }

  /** The smallest rectangle that holds both corners. */
  public static Rect between(Point a, Point b) {
    return new Rect(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.abs(a.x() - b.x()),
        Math.abs(a.y() - b.y()));
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public Point center() {
    return new Point(x + width / 2, y + height / 2);
  }

  public boolean contains(Point p) {
    return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
  }

  public boolean contains(Rect r) {
    return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
  }

  public boolean intersects(Rect r) {
    return r.x <= right() && r.right() >= x && r.y <= bottom() && r.bottom() >= y;
  }

  public Rect union(Rect r) {
    double left = Math.min(x, r.x);
    double top = Math.min(y, r.y);
    return new Rect(
        left, top, Math.max(right(), r.right()) - left, Math.max(bottom(), r.bottom()) - top);
  }

  public Rect moved(double dx, double dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /** This rectangle grown on every side (shrunk where negative, to no less than nothing). */
  public Rect grown(double by) {
    double w = Math.max(0, width + 2 * by);
    double h = Math.max(0, height + 2 * by);
    return new Rect(center().x() - w / 2, center().y() - h / 2, w, h);
  }
}
