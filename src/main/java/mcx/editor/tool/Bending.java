package mcx.editor.tool;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Id;
import mcx.diagram.Hit;
import mcx.diagram.Snapping;
import mcx.editor.Edits;
import mcx.geometry.Point;
import mcx.geometry.Polyline;

/** A corner of a link is moved, or pulled out of the middle of it. */
final class Bending extends ToolState {

  private final Id link;
  private final List<Point> original;
  private final int index;
  private List<Point> corners;

  Bending(Bench bench, Hit hit, PointerEvent start) {
    super(bench);
    this.link = hit.id();
    this.original = bends(bench, link);
    this.corners = original;
    if (hit.kind() == Hit.Kind.BEND) {
      this.index = hit.index();
    } else {
      this.index = place(start.at());
      List<Point> more = new ArrayList<>(original);
      more.add(index, start.at());
      this.corners = more;
    }
  }

  /** The link's corners, in a list of one's own. */
  static List<Point> bends(Bench bench, Id link) {
    return new ArrayList<>(bench.diagram().bends().getOrDefault(link, List.of()));
  }

  /** Where among the corners a new one at this point belongs: in the order along the line. */
  private int place(Point at) {
    Polyline line = bench.scene().routes().line(link);
    if (line == null) {
      return original.size();
    }
    double mine = along(line, at);
    int i = 0;
    while (i < original.size() && along(line, original.get(i)) < mine) {
      i++;
    }
    return i;
  }

  /** How far along the line its nearest point to {@code p} is. */
  private static double along(Polyline line, Point p) {
    double best = Double.MAX_VALUE;
    double at = 0;
    double done = 0;
    for (int i = 1; i < line.points().size(); i++) {
      Point a = line.points().get(i - 1);
      Point b = line.points().get(i);
      Polyline segment = new Polyline(List.of(a, b));
      double length = segment.length();
      double t =
          length == 0
              ? 0
              : Math.clamp(
                  ((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a.y()) * (b.y() - a.y()))
                      / (length * length),
                  0,
                  1);
      double distance = segment.distance(p);
      if (distance < best) {
        best = distance;
        at = done + t * length;
      }
      done += length;
    }
    return at;
  }

  @Override
  Preview preview() {
    return Preview.bending(link, corners);
  }

  @Override
  Cursor cursor() {
    return Cursor.MOVE;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    boolean free = event.has(Modifier.ALT) || !bench.options.snappingProperty().get();
    List<Point> moved = new ArrayList<>(corners);
    moved.set(index, free ? event.at() : Snapping.grid(event.at()));
    corners = moved;
    return this;
  }

  @Override
  ToolState released(PointerEvent event) {
    dragged(event);
    bench.apply(Edits.bend(bench.document(), link, corners));
    return new Idle(bench).moved(event);
  }
}
