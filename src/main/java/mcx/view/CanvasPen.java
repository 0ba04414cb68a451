package mcx.view;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import mcx.geometry.Rect;
import mcx.paint.Color;
import mcx.paint.Fonts;
import mcx.paint.Path;
import mcx.paint.Pen;
import mcx.paint.Stroke;
import mcx.paint.TextStyle;
import org.jspecify.annotations.Nullable;

/** Draws on a JavaFX canvas. */
final class CanvasPen implements Pen {

  private static final int MOST_FONTS = 200;
  private static final Map<TextStyle.Face, String> NAMES = new EnumMap<>(TextStyle.Face.class);
  private static final Map<TextStyle, Font> FONTS = new HashMap<>();
  private static final Map<Color, javafx.scene.paint.Color> COLORS = new HashMap<>();

  private final GraphicsContext gc;

  CanvasPen(GraphicsContext gc) {
    this.gc = gc;
    gc.setTextBaseline(VPos.BASELINE);
    gc.setFontSmoothingType(FontSmoothingType.GRAY);
    gc.setLineJoin(StrokeLineJoin.ROUND);
  }

  @Override
  public void save() {
    gc.save();
  }

  @Override
  public void restore() {
    gc.restore();
  }

  @Override
  public void translate(double dx, double dy) {
    gc.translate(dx, dy);
  }

  @Override
  public void scale(double factor) {
    gc.scale(factor, factor);
  }

  @Override
  public void clip(Rect area) {
    gc.beginPath();
    gc.rect(area.x(), area.y(), area.width(), area.height());
    gc.clip();
  }

  @Override
  public void alpha(double factor) {
    gc.setGlobalAlpha(gc.getGlobalAlpha() * factor);
  }

  @Override
  public void fill(Rect area, double radius, Color color) {
    gc.setFill(paint(color));
    if (radius <= 0) {
      gc.fillRect(area.x(), area.y(), area.width(), area.height());
    } else {
      gc.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * radius, 2 * radius);
    }
  }

  @Override
  public void stroke(Rect area, double radius, Color color, Stroke stroke) {
    use(color, stroke);
    if (radius <= 0) {
      gc.strokeRect(area.x(), area.y(), area.width(), area.height());
    } else {
      gc.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * radius, 2 * radius);
    }
  }

  @Override
  public void fill(Path path, Color color) {
    trace(path);
    gc.setFill(paint(color));
    gc.fill();
  }

  @Override
  public void stroke(Path path, Color color, Stroke stroke) {
    trace(path);
    use(color, stroke);
    gc.stroke();
  }

  @Override
  public void text(
      String text, double x, double y, TextStyle style, Color color, @Nullable Color halo) {
    gc.setFont(font(style));
    if (halo != null) {
      gc.setStroke(paint(halo));
      gc.setLineWidth(2 * HALO);
      gc.setLineDashes((double[]) null);
      gc.setLineCap(StrokeLineCap.ROUND);
      gc.strokeText(text, x, y);
    }
    gc.setFill(paint(color));
    gc.fillText(text, x, y);
  }

  private void trace(Path path) {
    gc.beginPath();
    for (Path.Step step : path.steps()) {
      switch (step) {
        case Path.Move m -> gc.moveTo(m.x(), m.y());
        case Path.Line l -> gc.lineTo(l.x(), l.y());
        case Path.Curve c -> gc.bezierCurveTo(c.x1(), c.y1(), c.x2(), c.y2(), c.x(), c.y());
        case Path.Close c -> gc.closePath();
      }
    }
  }

  private void use(Color color, Stroke stroke) {
    gc.setStroke(paint(color));
    gc.setLineWidth(stroke.width());
    gc.setLineCap(stroke.roundCaps() ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
    if (stroke.dashes().isEmpty()) {
      gc.setLineDashes((double[]) null);
    } else {
      gc.setLineDashes(stroke.dashes().stream().mapToDouble(Double::doubleValue).toArray());
      gc.setLineDashOffset(stroke.dashOffset());
    }
  }

  private static Paint paint(Color c) {
    return COLORS.computeIfAbsent(
        c, k -> javafx.scene.paint.Color.rgb(k.red(), k.green(), k.blue(), k.alpha()));
  }

  private static Font font(TextStyle style) {
    if (FONTS.size() > MOST_FONTS) {
      FONTS.clear();
    }
    return FONTS.computeIfAbsent(style, s -> new Font(name(s.face()), s.size()));
  }

  /** The full name under which JavaFX knows a bundled font; loading it makes it known. */
  private static String name(TextStyle.Face face) {
    return NAMES.computeIfAbsent(
        face,
        f -> {
          Font loaded = Font.loadFont(Fonts.class.getResourceAsStream(f.resource()), 12);
          if (loaded == null) {
            throw new IllegalStateException("The font " + f.resource() + " cannot be read");
          }
          return loaded.getName();
        });
  }
}
