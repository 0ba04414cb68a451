package mcx.paint;

import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * A surface that can be drawn on: the screen, a picture. It has a transformation, a clip and an
 * alpha, which {@link #save} and {@link #restore} keep; everything else is said with each call.
 */
public interface Pen {

  /** Remembers transformation, clip and alpha until the matching {@link #restore}. */
  void save();

  void restore();

  void translate(double dx, double dy);

  void scale(double factor);

  /** Draws nothing outside the rectangle (and outside the clip there was) from now on. */
  void clip(Rect area);

  /** Multiplies the alpha of all that follows. */
  void alpha(double factor);

  /**
   * Fills a rectangle.
   *
   * @param radius of its corners; 0 for sharp ones
   */
  void fill(Rect area, double radius, Color color);

  /** Draws a rectangle's outline, the middle of the line on its sides. */
  void stroke(Rect area, double radius, Color color, Stroke stroke);

  void fill(Path path, Color color);

  void stroke(Path path, Color color, Stroke stroke);

  /**
   * Draws text in one line.
   *
   * @param x where it begins
   * @param y its baseline
   * @param halo a colour to put round the letters, so that no line runs through them; null for none
   */
  void text(String text, double x, double y, TextStyle style, Color color, @Nullable Color halo);

  /** How far round its letters a halo reaches, in diagram units. */
  double HALO = 2.5;
}
