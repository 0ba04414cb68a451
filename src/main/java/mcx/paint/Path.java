package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import mcx.geometry.Point;
import mcx.geometry.Polyline;

/**
 * An outline of lines and curves.
 *
 * @param steps in order; the first is a {@link Move}
 */
public record Path(List<Step> steps) {

  public Path {
    steps = List.copyOf(steps);
  }

  /** One step of a path. */
  public sealed interface Step {}

  /** Starts a new part at a point. */
  public record Move(double x, double y) implements Step {}

  /** A straight line to a point. */
  public record Line(double x, double y) implements Step {}

  /** A cubic Bézier curve to a point, with two control points. */
  public record Curve(double x1, double y1, double x2, double y2, double x, double y)
      implements Step {}

  /** A straight line back to where the part started. */
  public record Close() implements Step {}

  public static Builder builder() {
    return new Builder();
  }

  /** The path along a polyline. */
  public static Path along(Polyline line) {
    return rounded(line, 0);
  }

  /** The path along a polyline, its corners rounded by up to this radius. */
  public static Path rounded(Polyline line, double radius) {
    List<Point> points = line.points();
    Builder path = builder().move(points.getFirst().x(), points.getFirst().y());
    for (int i = 1; i < points.size() - 1; i++) {
      Point before = points.get(i - 1);
      Point corner = points.get(i);
      Point after = points.get(i + 1);
      double in = before.distance(corner);
      double out = corner.distance(after);
      double r = Math.min(radius, Math.min(in, out) / 2);
      if (r < 0.01) {
        path.line(corner.x(), corner.y());
        continue;
      }
      Point from = toward(corner, before, r / in);
      Point to = toward(corner, after, r / out);
      Point c1 = toward(from, corner, CIRCLE);
      Point c2 = toward(to, corner, CIRCLE);
      path.line(from.x(), from.y()).curve(c1.x(), c1.y(), c2.x(), c2.y(), to.x(), to.y());
    }
    return path.line(points.getLast().x(), points.getLast().y()).build();
  }

  /** How far the control points of a quarter circle lie towards its corner, as a share. */
  private static final double CIRCLE = 0.5523;

  private static Point toward(Point from, Point to, double share) {
    return new Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  /** The path of a circle. */
  public static Path circle(double cx, double cy, double r) {
    double k = r * CIRCLE;
    return builder()
        .move(cx + r, cy)
        .curve(cx + r, cy + k, cx + k, cy + r, cx, cy + r)
        .curve(cx - k, cy + r, cx - r, cy + k, cx - r, cy)
        .curve(cx - r, cy - k, cx - k, cy - r, cx, cy - r)
        .curve(cx + k, cy - r, cx + r, cy - k, cx + r, cy)
        .close()
        .build();
  }

  /** Collects steps. */
  public static final class Builder {
    private final List<Step> steps = new ArrayList<>();

    private Builder() {}

    public Builder move(double x, double y) {
      steps.add(new Move(x, y));
      return this;
    }

    public Builder line(double x, double y) {
      steps.add(new Line(x, y));
      return this;
    }

    public Builder curve(double x1, double y1, double x2, double y2, double x, double y) {
      steps.add(new Curve(x1, y1, x2, y2, x, y));
      return this;
    }

    public Builder close() {
      steps.add(new Close());
      return this;
    }

    public Path build() {
      return new Path(steps);
    }
  }
}
