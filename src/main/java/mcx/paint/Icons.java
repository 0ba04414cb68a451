package mcx.paint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictograms of the folder {@code icons/}, for drawing at any size and in any colour. */
public final class Icons {

  private Icons() {}

  /** The names of all pictograms, in order. */
  public static List<String> names() {
    return List.of();
  }

  /**
   * Draws a pictogram.
   *
   * @param name as the file, without {@code .svg}; an unknown one draws nothing
   * @param x its left side
   * @param y its top side
   * @param size its width and height
   */
  public static void draw(
      Pen pen, @Nullable String name, double x, double y, double size, Color color) {}
}
