package mcx.geometry;

import java.util.List;

/**
 * A line through points, in order.
 *
 * @param points two or more
 */
public record Polyline(List<Point> points) {

  public Polyline {
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("A polyline needs two points or more");
    }
  }

  public Point start() {
    return points.getFirst();
  }

  public Point end() {
    return points.getLast();
  }

  public double length() {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += points.get(i - 1).distance(points.get(i));
    }
    return sum;
  }

  /** The point at this share (0 to 1) of the length. */
  public Point at(double share) {
    double left = Math.clamp(share, 0, 1) * length();
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      double step = a.distance(b);
      if (left <= step && step > 0) {
        double t = left / step;
        return new Point(a.x() + (b.x() - a.x()) * t, a.y() + (b.y() - a.y()) * t);
      }
      left -= step;
    }
    return end();
  }

  /** The distance from the point to the nearest point of the line. */
  public double distance(Point p) {
    double best = Double.MAX_VALUE;
    for (int i = 1; i < points.size(); i++) {
      best = Math.min(best, distance(p, points.get(i - 1), points.get(i)));
    }
    return best;
  }

  private static double distance(Point p, Point a, Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = dx * dx + dy * dy;
    double t =
        square == 0 ? 0 : Math.clamp(((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / square, 0, 1);
    return p.distance(new Point(a.x() + t * dx, a.y() + t * dy));
  }

  public Polyline reversed() {
    return new Polyline(points.reversed());
  }

  public Rect bounds() {
    Rect r = Rect.between(points.getFirst(), points.get(1));
    for (Point p : points) {
      r = r.union(new Rect(p.x(), p.y(), 0, 0));
    }
    return r;
  }
}
