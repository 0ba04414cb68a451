package mcx.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for the labels of links where no line runs through them and they cover nothing. A
 * label that finds none is not drawn.
 */
final class Labels {

  /** How far a label beside a line stays off it: as far as a flow beside the line needs. */
  private static final double BESIDE = 10;

  /** How far a label above or below a line stays off it. */
  private static final double ABOVE = 4;

  /** The side of a square of the index, in diagram units. */
  private static final double SQUARE = 128;

  /** Whose line something is that is no line. */
  private static final int NOBODY = -1;

  /** Something that no label may cover; a line's own labels may cover the line. */
  private record Thing(Rect rect, int line) {}

  private final List<Rect> solid;

  /** What reaches into each square. */
  private final Map<Point, List<Thing>> squares = new HashMap<>();

  /**
   * @param solid what no label may cover
   * @param lines the lines of all links
   */
  Labels(List<Rect> solid, List<Polyline> lines) {
    this.solid = List.copyOf(solid);
    solid.forEach(r -> put(r, NOBODY));
    for (int i = 0; i < lines.size(); i++) {
      List<Point> points = lines.get(i).points();
      for (int k = 1; k < points.size(); k++) {
        put(Rect.between(points.get(k - 1), points.get(k)), i);
      }
    }
  }

  private void put(Rect rect, int line) {
    Thing thing = new Thing(rect, line);
    for (Point square : squares(rect)) {
      squares.computeIfAbsent(square, s -> new ArrayList<>(4)).add(thing);
    }
  }

  private static List<Point> squares(Rect rect) {
    List<Point> all = new ArrayList<>();
    double right = Math.floor(rect.right() / SQUARE);
    double bottom = Math.floor(rect.bottom() / SQUARE);
    for (double x = Math.floor(rect.x() / SQUARE); x <= right; x++) {
      for (double y = Math.floor(rect.y() / SQUARE); y <= bottom; y++) {
        all.add(new Point(x, y));
      }
    }
    return all;
  }

  /** A place for a card on the line, at the middle of one of its longer parts. */
  @Nullable Rect card(int line, Polyline along, double width, double height) {
    List<Point> points = along.points();
    Rect fallback = null;
    for (int k : longestFirst(points)) {
      Point p = points.get(k - 1);
      Point q = points.get(k);
      for (double share : SHARES) {
        Rect r = around(p, q, share, width, height);
        if (isFree(r, line)) {
          put(r, NOBODY);
          return r;
        }
        if (fallback == null && solid.stream().noneMatch(r::intersects)) {
          fallback = r;
        }
      }
    }
    if (fallback != null) {
      put(fallback, NOBODY);
    }
    return fallback;
  }

  /** A place on the line where nothing else is; null where there is none. */
  @Nullable Rect free(int line, Polyline along, double width, double height) {
    List<Point> points = along.points();
    for (int k : longestFirst(points)) {
      Point p = points.get(k - 1);
      Point q = points.get(k);
      boolean level = Math.abs(p.y() - q.y()) < 0.01;
      if (p.distance(q) < (level ? width : height) + 20) {
        continue;
      }
      for (double share : SHARES) {
        Rect r = around(p, q, share, width, height);
        if (isFree(r, line)) {
          put(r, NOBODY);
          return r;
        }
      }
    }
    return null;
  }

  private static final double[] SHARES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};

  private static List<Integer> longestFirst(List<Point> points) {
    return IntStream.range(1, points.size())
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -points.get(k - 1).distance(points.get(k))))
        .toList();
  }

  private static Rect around(Point p, Point q, double share, double width, double height) {
    double x = p.x() + (q.x() - p.x()) * share;
    double y = p.y() + (q.y() - p.y()) * share;
    return new Rect(x - width / 2, y - height / 2, width, height);
  }

  /** Takes the place if nothing is there. */
  boolean take(Rect place) {
    if (!isFree(place, NOBODY)) {
      return false;
    }
    put(place, NOBODY);
    return true;
  }

  /**
   * A place for text beside the first part of the line, seen from its start.
   *
   * @param half how far the drawn line reaches to either side
   */
  @Nullable Rect end(Polyline from, double width, double height, double half) {
    List<Point> points = from.points();
    Point p = points.getFirst();
    Point q = points.get(1);
    boolean vertical = Math.abs(p.x() - q.x()) < 0.01;
    double length = p.distance(q);
    double way = vertical ? Math.signum(q.y() - p.y()) : Math.signum(q.x() - p.x());
    for (double off = 6; off + (vertical ? height : width) <= length + 2; off += 6) {
      double near = (vertical ? p.y() : p.x()) + way * off;
      double far = near + way * (vertical ? height : width);
      double low = Math.min(near, far);
      List<Rect> candidates =
          vertical
              ? List.of(
                  new Rect(p.x() + half + BESIDE, low, width, height),
                  new Rect(p.x() - half - BESIDE - width, low, width, height))
              : List.of(
                  new Rect(low, p.y() - half - ABOVE - height, width, height),
                  new Rect(low, p.y() + half + ABOVE, width, height));
      for (Rect r : candidates) {
        if (take(r)) {
          return r;
        }
      }
      if (off > 60) {
        break;
      }
    }
    return null;
  }

  /**
   * Whether nothing is there.
   *
   * @param ownLine the line that may be
   */
  private boolean isFree(Rect r, int ownLine) {
    Rect wide = r.grown(2);
    for (Point square : squares(wide)) {
      for (Thing thing : squares.getOrDefault(square, List.of())) {
        if ((thing.line() == NOBODY || thing.line() != ownLine) && thing.rect().intersects(wide)) {
          return false;
        }
      }
    }
    return true;
  }
}
