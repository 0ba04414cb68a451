package mcx.paint;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Draws on a Java2D picture. Works without a display. */
public final class GraphicsPen implements Pen {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private record State(AffineTransform transform, @Nullable Shape clip, double alpha) {}

  private final Graphics2D graphics;
  private final Deque<State> saved = new ArrayDeque<>();
  private double alpha = 1;

  /**
   * @param graphics drawn on from now on; its transformation and clip are kept as the start
   */
  public GraphicsPen(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  @Override
  public void save() {
    saved.push(new State(graphics.getTransform(), graphics.getClip(), alpha));
  }

  @Override
  public void restore() {
    State state = saved.pop();
    graphics.setTransform(state.transform);
    graphics.setClip(state.clip);
    alpha = state.alpha;
  }

  @Override
  public void translate(double dx, double dy) {
    graphics.translate(dx, dy);
  }

  @Override
  public void scale(double factor) {
    graphics.scale(factor, factor);
  }

  @Override
  public void clip(Rect area) {
    graphics.clip(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
  }

  @Override
  public void alpha(double factor) {
    alpha *= factor;
  }

  @Override
  public void fill(Rect area, double radius, Color color) {
    use(color);
    graphics.fill(shape(area, radius));
  }

  @Override
  public void stroke(Rect area, double radius, Color color, Stroke stroke) {
    use(color);
    graphics.setStroke(stroke(stroke));
    graphics.draw(shape(area, radius));
  }

  @Override
  public void fill(Path path, Color color) {
    use(color);
    graphics.fill(shape(path));
  }

  @Override
  public void stroke(Path path, Color color, Stroke stroke) {
    use(color);
    graphics.setStroke(stroke(stroke));
    graphics.draw(shape(path));
  }

  @Override
  public void text(
      String text, double x, double y, TextStyle style, Color color, @Nullable Color halo) {
    if (text.isEmpty()) {
      return;
    }
    Font font = Fonts.font(style.face()).deriveFont((float) style.size());
    char[] chars = text.toCharArray();
    GlyphVector glyphs =
        font.layoutGlyphVector(CONTEXT, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
    Shape letters = glyphs.getOutline((float) x, (float) y);
    if (halo != null) {
      use(halo);
      graphics.setStroke(
          new BasicStroke((float) (2 * HALO), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(letters);
    }
    use(color);
    graphics.fill(letters);
  }

  private void use(Color color) {
    graphics.setColor(new java.awt.Color(color.red(), color.green(), color.blue()));
    float opaque = (float) Math.clamp(color.alpha() * alpha, 0, 1);
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opaque));
  }

  private static Shape shape(Rect r, double radius) {
    return radius <= 0
        ? new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height())
        : new RoundRectangle2D.Double(r.x(), r.y(), r.width(), r.height(), 2 * radius, 2 * radius);
  }

  private static Shape shape(Path path) {
    Path2D shape = new Path2D.Double();
    for (Path.Step step : path.steps()) {
      switch (step) {
        case Path.Move m -> shape.moveTo(m.x(), m.y());
        case Path.Line l -> shape.lineTo(l.x(), l.y());
        case Path.Curve c -> shape.curveTo(c.x1(), c.y1(), c.x2(), c.y2(), c.x(), c.y());
        case Path.Close c -> shape.closePath();
      }
    }
    return shape;
  }

  private static BasicStroke stroke(Stroke s) {
    int cap = s.roundCaps() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    if (s.dashes().isEmpty()) {
      return new BasicStroke((float) s.width(), cap, BasicStroke.JOIN_ROUND);
    }
    float[] dashes = new float[s.dashes().size()];
    float sum = 0;
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = s.dashes().get(i).floatValue();
      sum += dashes[i];
    }
    // Java2D takes no negative phase.
    float phase = sum == 0 ? 0 : (float) (s.dashOffset() % sum);
    return new BasicStroke(
        (float) s.width(),
        cap,
        BasicStroke.JOIN_ROUND,
        10,
        dashes,
        phase < 0 ? phase + sum : phase);
  }
}
