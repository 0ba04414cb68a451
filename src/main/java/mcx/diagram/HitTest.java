package mcx.diagram;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Finds what lies under a point.
 *
 * @param targets all that can be hit, the lowest first
 */
public record HitTest(List<Target> targets) {

  public HitTest {
    targets = List.copyOf(targets);
  }

  /** Something that can be hit. */
  public sealed interface Target {
    Id id();
  }

  /**
   * An element.
   *
   * @param container whether it holds others
   */
  public record Box(Id id, Rect bounds, boolean container) implements Target {}

  /**
   * A link.
   *
   * @param bends the corners that can be dragged
   */
  public record Wire(Id id, Polyline line, List<Point> bends) implements Target {
    public Wire {
      bends = List.copyOf(bends);
    }
  }

  /** A link's label. */
  public record Label(Id id, Rect bounds) implements Target {}

  /** A note. */
  public record Paper(Id id, Rect bounds) implements Target {}

  /**
   * The topmost thing at the point. The inside of a container is hit only where nothing on it is.
   *
   * @param tolerance how far off a line or border may be, in diagram units; divide by the zoom
   */
  public @Nullable Hit at(Point point, double tolerance) {
    List<Hit> all = all(point, tolerance);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** All things at the point, the topmost first. */
  public List<Hit> all(Point point, double tolerance) {
    List<Hit> hits = new ArrayList<>();
    for (Target target : targets.reversed()) {
      Hit hit = hit(target, point, tolerance);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }

  private static @Nullable Hit hit(Target target, Point p, double tolerance) {
    return switch (target) {
      case Box b -> {
        if (!b.bounds.grown(tolerance).contains(p)) {
          yield null;
        }
        // Zoomed out, a small box must still have a middle by which it can be moved.
        double band = Math.min(tolerance, Math.min(b.bounds.width(), b.bounds.height()) / 4);
        Rect inner = b.bounds.grown(-band);
        boolean border = !inner.contains(p);
        yield new Hit(border ? Hit.Kind.BORDER : Hit.Kind.ELEMENT, b.id, -1);
      }
      case Wire w -> {
        for (int i = 0; i < w.bends.size(); i++) {
          if (w.bends.get(i).distance(p) <= tolerance * 1.5) {
            yield new Hit(Hit.Kind.BEND, w.id, i);
          }
        }
        yield segment(w, p, tolerance);
      }
      case Label l -> l.bounds.contains(p) ? new Hit(Hit.Kind.LABEL, l.id, -1) : null;
      case Paper n -> n.bounds.contains(p) ? new Hit(Hit.Kind.NOTE, n.id, -1) : null;
    };
  }

  private static @Nullable Hit segment(Wire wire, Point p, double tolerance) {
    List<Point> points = wire.line.points();
    int best = -1;
    double nearest = tolerance;
    for (int i = 1; i < points.size(); i++) {
      double d = new Polyline(List.of(points.get(i - 1), points.get(i))).distance(p);
      if (d <= nearest) {
        nearest = d;
        best = i - 1;
      }
    }
    return best < 0 ? null : new Hit(Hit.Kind.LINK, wire.id, best);
  }

  /** All elements, links and notes that the rectangle holds in full, the lowest first. */
  public List<Id> within(Rect area) {
    List<Id> inside = new ArrayList<>();
    for (Target target : targets) {
      boolean in =
          switch (target) {
            case Box b -> area.contains(b.bounds);
            case Wire w -> area.contains(w.line.bounds());
            case Label l -> false;
            case Paper n -> area.contains(n.bounds);
          };
      if (in) {
        inside.add(target.id());
      }
    }
    return inside;
  }
}
