package mcx.paint;

import java.util.List;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Handle;
import mcx.diagram.Snapping;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Draws what is under way on the canvas. What is thin or small keeps its size at every zoom. */
public final class InteractionPainter {

  private static final double HANDLE = 8;

  private final Pen pen;
  private final Scene scene;
  private final Interaction interaction;
  private final Theme theme;

  /** A pixel on the screen, in diagram units. */
  private final double pixel;

  private InteractionPainter(
      Pen pen, Scene scene, Interaction interaction, Theme theme, double zoom) {
    this.pen = pen;
    this.scene = scene;
    this.interaction = interaction;
    this.theme = theme;
    this.pixel = 1 / zoom;
  }

  /** Draws the interaction in diagram units, as {@link ScenePainter} does. */
  public static void paint(
      Pen pen, Scene scene, Interaction interaction, Theme theme, double zoom) {
    new InteractionPainter(pen, scene, interaction, theme, zoom).paint();
  }

  private void paint() {
    for (Id id : sorted(interaction.dimmed())) {
      dim(id);
    }
    Id hovered = interaction.hovered();
    if (hovered != null && !interaction.selected().contains(hovered)) {
      outline(hovered, theme.accent().withAlpha(0.55), 1.5);
    }
    for (Id id : sorted(interaction.selected())) {
      outline(id, theme.accent(), 2);
    }
    if (interaction.handles()) {
      for (Id id : sorted(interaction.selected())) {
        handles(id);
      }
    }
    drop(interaction.drop());
    for (Interaction.Ghost g : interaction.ghosts()) {
      ghost(g);
    }
    for (Snapping.Guide g : interaction.guides()) {
      guide(g);
    }
    halfLink(interaction.link());
    Rect band = interaction.rubberBand();
    if (band != null) {
      pen.fill(band, 0, theme.accent().withAlpha(0.08));
      pen.stroke(band, 0, theme.accent(), Stroke.solid(pixel));
    }
  }

  private static List<Id> sorted(java.util.Set<Id> ids) {
    return ids.stream().sorted().toList();
  }

  /** The bounds of an element or note; null for others. */
  private @Nullable Rect bounds(Id id) {
    Scene.Box box = scene.box(id);
    Diagram.Note note = scene.diagram().notes().get(id);
    return box != null ? box.bounds() : note != null ? note.bounds() : null;
  }

  private double radius(Id id) {
    Scene.Box box = scene.box(id);
    return box == null ? 6 : ScenePainter.radiusOf(box);
  }

  private void outline(Id id, Color color, double width) {
    Rect r = bounds(id);
    if (r != null) {
      pen.stroke(r, radius(id), color, Stroke.solid(width * Math.max(1, pixel)));
      return;
    }
    Scene.Line line = scene.line(id);
    if (line != null) {
      Path path = Path.rounded(line.route(), ScenePainter.CORNER);
      pen.stroke(path, color.withAlpha(color.alpha() * 0.25), Stroke.solid(8 * pixel));
      pen.stroke(path, color, Stroke.solid(width * Math.max(1, pixel)));
      Rect card = line.card();
      if (card != null) {
        ScenePainter.paintCard(pen, scene, theme, 1 / pixel, line);
        pen.stroke(card, 8, color, Stroke.solid(width * Math.max(1, pixel)));
      }
    }
  }

  private void handles(Id id) {
    Rect r = bounds(id);
    if (r != null) {
      for (Handle h : Handle.values()) {
        handle(h.on(r), false);
      }
      return;
    }
    Scene.Line line = scene.line(id);
    if (line != null) {
      List<Point> bends = scene.diagram().bends().getOrDefault(id, List.of());
      bends.forEach(p -> handle(p, true));
      handle(line.route().start(), true);
      handle(line.route().end(), true);
    }
  }

  private void handle(Point at, boolean round) {
    double s = HANDLE * pixel;
    Rect r = new Rect(at.x() - s / 2, at.y() - s / 2, s, s);
    double radius = round ? s / 2 : 1.5 * pixel;
    pen.fill(r, radius, theme.card());
    pen.stroke(r, radius, theme.accent(), Stroke.solid(1.5 * pixel));
  }

  private void dim(Id id) {
    Rect r = bounds(id);
    if (r != null) {
      pen.fill(r.grown(1), radius(id), theme.canvas().withAlpha(0.6));
    }
  }

  private Color color(Interaction.State state) {
    return switch (state) {
      case OPEN -> theme.accent();
      case ALLOWED -> theme.good();
      case WARNED -> theme.warning();
      case REFUSED -> theme.error();
    };
  }

  private void drop(Interaction.@Nullable Drop drop) {
    if (drop == null) {
      return;
    }
    Id target = drop.target();
    Rect r = target == null ? null : bounds(target);
    Color color = drop.state() == Interaction.State.ALLOWED ? theme.accent() : color(drop.state());
    if (r != null && target != null) {
      pen.fill(r, radius(target), color.withAlpha(0.06));
      pen.stroke(r.grown(2), radius(target) + 2, color, Stroke.dashed(2, 6, 4));
      if (!drop.label().isEmpty()) {
        say(drop.label(), new Point(r.center().x(), r.bottom() + 16 * pixel), color);
      }
    }
  }

  private void ghost(Interaction.Ghost g) {
    Rect r = g.bounds();
    double radius = Math.min(8, r.height() / 2);
    pen.fill(r, radius, theme.accent().withAlpha(0.08));
    pen.stroke(r, radius, theme.accent(), Stroke.dashed(1.5, 5, 4));
    double icon = Math.min(22, r.height() - 8);
    double width = Fonts.width(g.label(), TextStyle.NAME);
    boolean drawn = g.icon() != null && icon > 8;
    double x = r.center().x() - (width + (drawn ? icon + 6 : 0)) / 2;
    if (drawn) {
      Icons.draw(pen, g.icon(), x, r.center().y() - icon / 2, icon, theme.accent());
      x += icon + 6;
    }
    double y = r.center().y() + Fonts.capHeight(TextStyle.NAME) / 2;
    pen.text(g.label(), x, y, TextStyle.NAME, theme.accent(), null);
  }

  private void guide(Snapping.Guide g) {
    Path path =
        Path.builder().move(g.from().x(), g.from().y()).line(g.to().x(), g.to().y()).build();
    pen.stroke(path, theme.accent().withAlpha(0.8), Stroke.dashed(pixel, 4 * pixel, 3 * pixel));
  }

  private void halfLink(Interaction.@Nullable HalfLink link) {
    if (link == null) {
      return;
    }
    Color color = color(link.state());
    Polyline line = link.line();
    pen.stroke(Path.rounded(line, ScenePainter.CORNER), color, Stroke.dashed(2, 7, 4));
    Point end = line.end();
    pen.fill(Path.circle(line.start().x(), line.start().y(), 4 * pixel), color);
    pen.fill(Path.circle(end.x(), end.y(), 5 * pixel), color);
    if (!link.label().isEmpty()) {
      say(link.label(), new Point(end.x() + 14 * pixel, end.y() + 22 * pixel), color);
    }
  }

  /** Words beside the mouse, as large on the screen at every zoom. */
  private void say(String text, Point at, Color color) {
    TextStyle style = TextStyle.SMALL;
    List<String> lines = ScenePainter.wrapped(text, style, 280);
    double width = 0;
    for (String l : lines) {
      width = Math.max(width, Fonts.width(l, style));
    }
    pen.save();
    pen.translate(at.x(), at.y());
    pen.scale(pixel);
    Rect r = new Rect(0, -12, width + 18, lines.size() * 15 + 9);
    pen.fill(r, 6, theme.card());
    pen.stroke(r, 6, color, Stroke.solid(1));
    double y = 4;
    for (String l : lines) {
      pen.text(l, 9, y, style, color.equals(theme.accent()) ? theme.text() : color, null);
      y += 15;
    }
    pen.restore();
  }
}
