package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import mcx.diagram.Shape;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Finds places for what an overlay says, over as little of the scene as can be. */
final class Callouts {

  private static final double[] SHARES = {0.5, 0.35, 0.65, 0.2, 0.8};

  /** The width that reasons are wrapped to. */
  private static final double TEXT_WIDTH = 230;

  private static final int MOST_REASONS = 3;

  private final List<Rect> boxes = new ArrayList<>();
  private final List<Rect> lines = new ArrayList<>();
  private final List<Rect> taken = new ArrayList<>();

  Callouts(Scene scene) {
    for (Scene.Box b : scene.boxes()) {
      boxes.add(b.shape() == Shape.CONTAINER ? ScenePainter.headerText(b) : b.bounds());
    }
    for (Scene.Line l : scene.lines()) {
      Rect card = l.card();
      if (card != null) {
        boxes.add(card);
      }
      List<Point> points = l.route().points();
      for (int i = 1; i < points.size(); i++) {
        lines.add(Rect.between(points.get(i - 1), points.get(i)));
      }
    }
  }

  /** Keeps what is placed from now on off this line, where that can be. */
  void avoid(Polyline line) {
    List<Point> points = line.points();
    for (int i = 1; i < points.size(); i++) {
      lines.add(Rect.between(points.get(i - 1), points.get(i)).grown(2));
    }
  }

  /**
   * A stop with its words.
   *
   * @param places where the words find their place; null for a mark without words
   */
  static Overlay.Stop stop(
      Point at, String title, String code, List<String> reasons, @Nullable Callouts places) {
    List<String> lines = new ArrayList<>();
    for (String reason : reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
      lines.addAll(ScenePainter.wrapped(reason, TextStyle.SMALL, TEXT_WIDTH));
    }
    double width =
        Math.max(
            Fonts.width(title, OverlayPainter.CALLOUT_TITLE), Fonts.width(code, TextStyle.CODE));
    for (String line : lines) {
      width = Math.max(width, Fonts.width(line, TextStyle.SMALL));
    }
    double height = 31 + (code.isBlank() ? 0 : 17) + lines.size() * 15.5;
    Rect callout = places == null ? null : places.near(at, Math.ceil(width) + 26, height);
    return new Overlay.Stop(at, callout, title, code, lines);
  }

  /** A place beside the line, near its middle; null where all is taken. */
  @Nullable Rect beside(Polyline line, double width, double height) {
    Rect best = null;
    double least = 1e5;
    for (int s = 0; s < SHARES.length; s++) {
      Point p = line.at(SHARES[s]);
      for (double[] way : new double[][] {{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        double x = p.x() + way[0] * (width / 2 + 10);
        double y = p.y() + way[1] * (height / 2 + 10);
        Rect r = new Rect(x - width / 2, y - height / 2, width, height);
        double cost = cost(r) + s * 3 + (way[0] > 0 ? 1 : 0) + (way[1] != 0 ? 2 : 0);
        if (cost < least) {
          least = cost;
          best = r;
        }
      }
    }
    if (best != null) {
      taken.add(best);
    }
    return best;
  }

  /** A place for a larger card near a point: to its right if it is free there. */
  Rect near(Point p, double width, double height) {
    Rect best = new Rect(p.x() + 60, p.y() - height / 2, width, height);
    double least = Double.POSITIVE_INFINITY;
    for (double away = 50; away <= 330; away += 40) {
      for (int turn = -4; turn <= 4; turn++) {
        double dy = turn * 40;
        for (int side : new int[] {1, -1}) {
          double x = side > 0 ? p.x() + away : p.x() - away - width;
          Rect r = new Rect(x, p.y() + dy - height / 2, width, height);
          double cost = 8 * cost(r) + away * 0.6 + Math.abs(dy) * 0.8 + (side > 0 ? 0 : 15);
          if (cost < least) {
            least = cost;
            best = r;
          }
        }
      }
    }
    taken.add(best);
    return best;
  }

  /** What a place costs: what it covers. */
  private double cost(Rect r) {
    double cost = 0;
    for (Rect t : taken) {
      cost += t.grown(3).intersects(r) ? 5000 : 0;
    }
    for (Rect b : boxes) {
      if (b.intersects(r)) {
        cost += 40 + overlap(b, r) / 100;
      }
    }
    for (Rect l : lines) {
      cost += l.intersects(r) ? 9 : 0;
    }
    return cost;
  }

  private static double overlap(Rect a, Rect b) {
    double w = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double h = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return Math.max(0, w) * Math.max(0, h);
  }
}
