package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Premises;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Draws what belongs to a VRF: the provider edges that it is on, the links that lead into it and
 * the sites and circuits at their other ends, in its colour. Several VRFs are told apart without
 * colours too: each has a pattern of dashes of its own, and its name stands on what belongs to it.
 */
final class VrfPainter {

  /** The dashes of the first VRF shown, the second, and so on; then from the start again. */
  private static final List<Stroke> PATTERNS =
      List.of(
          Stroke.solid(2.5),
          Stroke.dashed(2.5, 9, 4),
          Stroke.dashed(2.5, 2.5, 3.5),
          new Stroke(2.5, List.of(10.0, 3.0, 2.5, 3.0), 0, false));

  private static final double TAG_HEIGHT = 16;

  private final Pen pen;
  private final Scene scene;
  private final Theme theme;
  private final double zoom;

  VrfPainter(Pen pen, Scene scene, Theme theme, double zoom) {
    this.pen = pen;
    this.scene = scene;
    this.theme = theme;
    this.zoom = zoom;
  }

  /** What belongs to a VRF, as far as it is drawn: provider edges, links, sites and circuits. */
  static Set<Id> members(Scene scene, Id vrf) {
    Set<Id> members = new TreeSet<>();
    for (Scene.VrfMark mark : scene.vrfs()) {
      if (mark.vrf().equals(vrf)) {
        members.addAll(mark.edges());
        for (Scene.Line line : linesOf(scene, mark)) {
          members.add(line.id());
          Id end = farEnd(scene, line);
          if (end != null) {
            members.add(end);
          }
        }
      }
    }
    return members;
  }

  void paint(List<Id> vrfs) {
    for (int i = 0; i < vrfs.size(); i++) {
      for (Scene.VrfMark mark : scene.vrfs()) {
        if (mark.vrf().equals(vrfs.get(i))) {
          paint(mark, i);
        }
      }
    }
  }

  private void paint(Scene.VrfMark mark, int index) {
    Color color = theme.readable(mark.tint());
    Stroke pattern = PATTERNS.get(index % PATTERNS.size()).times(OverlayPainter.bold(zoom));
    mark.tracks().forEach(t -> line(t, color, pattern));
    Set<Id> ends = new TreeSet<>(mark.edges());
    for (Scene.Line l : linesOf(scene, mark)) {
      line(strand(l, mark.vrf()), color, pattern);
      Id end = farEnd(scene, l);
      if (end != null) {
        ends.add(end);
      }
    }
    for (Id id : ends) {
      Scene.Box box = scene.box(id);
      if (box != null) {
        box(box, mark, color, pattern, index);
      }
    }
  }

  private void line(Polyline line, Color color, Stroke pattern) {
    Path path = Path.rounded(line, ScenePainter.CORNER);
    pen.stroke(path, color.withAlpha(0.2), Stroke.solid(8).withRoundCaps());
    pen.stroke(path, color, pattern);
  }

  /** Frames of several VRFs lie about each other, their names beside each other. */
  private void box(Scene.Box box, Scene.VrfMark mark, Color color, Stroke pattern, int index) {
    double out = 3 + 5.0 * index;
    Rect r = box.bounds().grown(out);
    double radius = ScenePainter.radiusOf(box) + out;
    pen.stroke(r, radius, color.withAlpha(0.2), Stroke.solid(7));
    pen.stroke(r, radius, color, pattern);
    if (zoom >= ScenePainter.TEXT_FROM && !mark.edges().contains(box.id())) {
      tag(mark.name(), box.bounds().x() + 10, box.bounds().bottom() + 3 + index * 18.0, color);
    }
  }

  private void tag(String name, double x, double y, Color color) {
    TextStyle style = ScenePainter.VRF_NAME;
    Rect r = new Rect(x, y, Fonts.width(name, style) + 12, TAG_HEIGHT);
    pen.fill(r, 4, theme.card());
    pen.stroke(r, 4, color, Stroke.solid(1));
    pen.text(name, x + 6, r.center().y() + Fonts.capHeight(style) / 2, style, color, null);
  }

  private static Polyline strand(Scene.Line line, Id vrf) {
    return line.strands().stream()
        .filter(s -> s.vrf().equals(vrf))
        .map(Scene.Strand::line)
        .findFirst()
        .orElse(line.route());
  }

  private static List<Scene.Line> linesOf(Scene scene, Scene.VrfMark mark) {
    Design design = scene.document().design();
    VrfColors vrfs = new VrfColors(design, scene.catalog());
    VrfOverlay known = new VrfOverlay(design, scene.diagram(), vrfs);
    List<Scene.Line> lines = new ArrayList<>();
    for (Scene.Line l : scene.lines()) {
      Link link = design.link(l.id());
      if (link != null && known.vrfs(link).contains(mark.vrf())) {
        lines.add(l);
      }
    }
    return lines;
  }

  /** The site behind the link, or what stands at its end where that is in none. */
  private static @Nullable Id farEnd(Scene scene, Scene.Line line) {
    Design design = scene.document().design();
    Link link = design.link(line.id());
    if (link == null) {
      return null;
    }
    Element site = design.within(link.a(), Premises.class);
    return site == null ? link.a() : site.id();
  }
}
