package mcx.paint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;

/** Draws what the analysis shows on top of a scene. */
public final class OverlayPainter {

  static final TextStyle CALLOUT_TITLE = new TextStyle(TextStyle.Face.SEMIBOLD, 12);

  private static final double FLOW_WIDTH = 3;

  private static final double ARROW = 11;

  private static final List<Double> DASHES = List.of(10.0, 7.0);

  private final Pen pen;
  private final Scene scene;
  private final Overlay overlay;
  private final Theme theme;
  private final double zoom;
  private final double phase;

  private OverlayPainter(
      Pen pen, Scene scene, Overlay overlay, Theme theme, double zoom, double phase) {
    this.pen = pen;
    this.scene = scene;
    this.overlay = overlay;
    this.theme = theme;
    this.zoom = zoom;
    this.phase = phase;
  }

  /**
   * Draws the overlay in diagram units, as {@link ScenePainter} does.
   *
   * @param phase how far moving dashes have moved, in diagram units; any number that grows with
   *     time
   */
  public static void paint(
      Pen pen, Scene scene, Overlay overlay, Theme theme, double zoom, double phase) {
    if (!overlay.isEmpty()) {
      new OverlayPainter(pen, scene, overlay, theme, zoom, phase).paint();
    }
  }

  /** What the overlay covers, its callouts among it; the scene's own bounds for an empty one. */
  public static Rect bounds(Scene scene, Overlay overlay) {
    Rect all = scene.bounds();
    for (Overlay.Flow f : overlay.flows()) {
      all = all.union(f.line().bounds().grown(ARROW));
      Overlay.Stop stop = f.stop();
      Rect callout = stop == null ? null : stop.callout();
      all = callout == null ? all : all.union(callout);
      Overlay.Chip chip = f.chip();
      all = chip == null ? all : all.union(chip.place());
    }
    return all;
  }

  private void paint() {
    if (!overlay.vrfs().isEmpty()) {
      new VrfPainter(pen, scene, theme, zoom).paint(overlay.vrfs());
    }
    overlay.evidence().forEach(this::evidence);
    for (Overlay.Flow f : overlay.flows()) {
      flow(f);
    }
    if (!overlay.flows().isEmpty()) {
      ScenePainter.paintAbove(pen, scene, theme, zoom);
    }
    overlay.failed().forEach(this::failed);
    for (Overlay.Flow f : overlay.flows()) {
      if (f.chip() != null && zoom >= ScenePainter.TEXT_FROM) {
        chip(f.chip(), color(f));
      }
    }
    for (Overlay.Flow f : overlay.flows()) {
      if (f.stop() != null) {
        stop(f.stop());
      }
    }
  }

  private Color color(Overlay.Flow f) {
    return switch (f.role()) {
      case ROUTES -> f.tint() == null ? theme.accent() : theme.readable(f.tint());
      case STOPPED, LOST -> theme.error();
      case TRAFFIC -> theme.accent();
      case FALLBACK -> theme.good();
    };
  }

  // ---- flows

  private void flow(Overlay.Flow f) {
    Color color = color(f);
    Polyline line = f.line();
    boolean stopped = f.stop() != null;
    Polyline body = f.arrow() && !stopped ? shortened(line, ARROW - 2) : line;
    boolean traffic = f.role() == Overlay.Role.TRAFFIC || f.role() == Overlay.Role.FALLBACK;
    Path path = Path.rounded(body, ScenePainter.CORNER);
    double bold = bold(zoom);
    if (traffic) {
      pen.stroke(path, color.withAlpha(0.22), Stroke.solid(9).withRoundCaps().times(bold));
    } else {
      pen.stroke(
          path, theme.card().withAlpha(0.75), Stroke.solid(FLOW_WIDTH + 2.5).times(bold));
    }
    pen.stroke(path, color, new Stroke(FLOW_WIDTH, DASHES, -phase / bold, true).times(bold));
    if (f.arrow() && !stopped) {
      arrow(line, color);
    }
  }

  /** How much broader lines are drawn so that they are still seen when all is small. */
  static double bold(double zoom) {
    return Math.clamp(0.4 / zoom, 1, 3);
  }

  /** The line without so much of its end. */
  private static Polyline shortened(Polyline line, double by) {
    List<Point> points = line.points();
    Point end = points.getLast();
    Point before = points.get(points.size() - 2);
    double length = before.distance(end);
    if (length <= by + 1) {
      return line;
    }
    double t = (length - by) / length;
    Point cut =
        new Point(before.x() + (end.x() - before.x()) * t, before.y() + (end.y() - before.y()) * t);
    List<Point> result = new java.util.ArrayList<>(points.subList(0, points.size() - 1));
    result.add(cut);
    return new Polyline(result);
  }

  private void arrow(Polyline line, Color color) {
    List<Point> points = line.points();
    Point end = points.getLast();
    Point before = points.get(points.size() - 2);
    double length = Math.max(0.001, before.distance(end));
    double ux = (end.x() - before.x()) / length;
    double uy = (end.y() - before.y()) / length;
    double half = ARROW * 0.55;
    Point tail = end.plus(-ux * ARROW, -uy * ARROW);
    pen.fill(
        Path.builder()
            .move(end.x(), end.y())
            .line(tail.x() - uy * half, tail.y() + ux * half)
            .line(tail.x() + uy * half, tail.y() - ux * half)
            .close()
            .build(),
        color);
  }

  private void chip(Overlay.Chip chip, Color color) {
    Rect r = chip.place();
    pen.fill(r, r.height() / 2, theme.card());
    pen.stroke(r, r.height() / 2, color, Stroke.solid(1));
    double width = Fonts.width(chip.text(), TextStyle.CODE);
    pen.text(
        chip.text(),
        r.center().x() - width / 2,
        r.center().y() + Fonts.capHeight(TextStyle.CODE) / 2,
        TextStyle.CODE,
        theme.muted(),
        null);
  }

  private void stop(Overlay.Stop stop) {
    Point at = stop.at();
    Rect callout = zoom >= ScenePainter.TEXT_FROM ? stop.callout() : null;
    if (callout != null) {
      double x = callout.center().x() >= at.x() ? callout.x() : callout.right();
      double y = Math.clamp(at.y(), callout.y() + 8, callout.bottom() - 8);
      pen.stroke(
          Path.builder().move(at.x(), at.y()).line(x, y).build(), theme.error(), Stroke.solid(1));
    }
    octagon(at);
    if (callout != null) {
      callout(stop, callout);
    }
  }

  private void octagon(Point at) {
    double r = 11;
    double k = r * 0.4142;
    pen.fill(
        Path.builder()
            .move(at.x() - k, at.y() - r)
            .line(at.x() + k, at.y() - r)
            .line(at.x() + r, at.y() - k)
            .line(at.x() + r, at.y() + k)
            .line(at.x() + k, at.y() + r)
            .line(at.x() - k, at.y() + r)
            .line(at.x() - r, at.y() + k)
            .line(at.x() - r, at.y() - k)
            .close()
            .build(),
        theme.error());
    cross(at, 4, Color.WHITE, 2);
  }

  private void cross(Point at, double r, Color color, double width) {
    pen.stroke(
        Path.builder()
            .move(at.x() - r, at.y() - r)
            .line(at.x() + r, at.y() + r)
            .move(at.x() + r, at.y() - r)
            .line(at.x() - r, at.y() + r)
            .build(),
        color,
        Stroke.solid(width).withRoundCaps());
  }

  private void callout(Overlay.Stop stop, Rect r) {
    pen.fill(r, 8, theme.errorGround());
    pen.stroke(r, 8, theme.error(), Stroke.solid(1));
    double x = r.x() + 12;
    double y = r.y() + 19;
    pen.text(stop.title(), x, y, CALLOUT_TITLE, theme.error(), null);
    if (!stop.code().isBlank()) {
      y += 17;
      pen.text(stop.code(), x, y, TextStyle.CODE, theme.text(), null);
    }
    for (String line : stop.reason()) {
      y += 15.5;
      pen.text(line, x, y, TextStyle.SMALL, theme.muted(), null);
    }
  }

  // ---- failures and evidence

  private void failed(Id id) {
    Scene.Line line = scene.line(id.owner());
    if (line != null) {
      failed(line);
      return;
    }
    Scene.Box box = scene.box(id.owner());
    if (box == null) {
      return;
    }
    Rect r = box.bounds();
    if (!id.owner().equals(id)) {
      // A part of an element: marked, for the rest of it is up.
      mark(new Point(r.right() - 10, r.y()));
      return;
    }
    double radius = ScenePainter.radiusOf(box);
    pen.fill(r, radius, theme.errorGround().withAlpha(theme.dark() ? 0.55 : 0.6));
    pen.stroke(r.grown(0.5), radius, theme.error(), Stroke.dashed(2, 6, 4));
    mark(new Point(r.right() - 2, r.y() + 2));
    for (Id inside : linksOf(id)) {
      Scene.Line l = scene.line(inside);
      if (l != null && !overlay.failed().contains(inside)) {
        pen.stroke(
            Path.rounded(l.route(), ScenePainter.CORNER),
            theme.error().withAlpha(0.55),
            Stroke.dashed(2, 3, 4));
      }
    }
  }

  /** The links that go down with an element: its own, and those of what it holds. */
  private Set<Id> linksOf(Id id) {
    Design design = scene.document().design();
    Set<Id> elements = new TreeSet<>(design.descendants(id));
    elements.add(id);
    Set<Id> links = new TreeSet<>();
    for (var l : design.links().values()) {
      if (elements.contains(l.a()) || elements.contains(l.b())) {
        links.add(l.id());
      }
    }
    return links;
  }

  private void failed(Scene.Line line) {
    Path path = Path.rounded(line.route(), ScenePainter.CORNER);
    pen.stroke(path, theme.card(), Stroke.solid(4));
    pen.stroke(path, theme.error(), Stroke.dashed(2, 3, 4));
    Rect card = line.card();
    Point at = line.route().at(0.5);
    mark(card == null ? at : new Point(card.right() - 4, card.y() + 2));
  }

  private void mark(Point at) {
    pen.fill(Path.circle(at.x(), at.y(), 9), theme.card());
    pen.fill(Path.circle(at.x(), at.y(), 7.5), theme.error());
    cross(at, 2.8, Color.WHITE, 1.6);
  }

  private void evidence(Id id) {
    Scene.Line line = scene.line(id.owner());
    if (line != null) {
      Path path = Path.rounded(line.route(), ScenePainter.CORNER);
      pen.stroke(path, theme.warning().withAlpha(0.3), Stroke.solid(9).withRoundCaps());
      pen.stroke(path, theme.warning(), Stroke.solid(2));
      return;
    }
    Scene.Box box = scene.box(id.owner());
    if (box != null) {
      outline(box);
      return;
    }
    // A VRF has no box: its provider edges and tracks stand for it.
    Element e = scene.document().design().element(id.owner());
    if (e != null) {
      for (Scene.VrfMark mark : scene.vrfs()) {
        if (mark.vrf().equals(e.id())) {
          mark.tracks()
              .forEach(
                  t ->
                      pen.stroke(Path.along(t), theme.warning().withAlpha(0.35), Stroke.solid(11)));
          for (Id edge : mark.edges()) {
            Scene.Box pe = scene.box(edge);
            if (pe != null) {
              outline(pe);
            }
          }
        }
      }
    }
  }

  private void outline(Scene.Box box) {
    double radius = ScenePainter.radiusOf(box);
    Rect r = box.bounds();
    pen.stroke(r.grown(3), radius + 3, theme.warning().withAlpha(0.3), Stroke.solid(5));
    pen.stroke(r, radius, theme.warning(), Stroke.solid(2));
  }
}
