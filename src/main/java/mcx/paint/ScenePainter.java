package mcx.paint;

import mcx.geometry.Rect;

/** Draws a scene: grid, containers, links, cards, labels. */
public final class ScenePainter {

  private ScenePainter() {}

  /**
   * What to show.
   *
   * @param labels whether links show their labels
   * @param vrfs whether VRFs are shown on their providers and links
   * @param grid whether the canvas shows its grid
   * @param ground whether the canvas has a ground, or stays transparent
   */
  public record Options(boolean labels, boolean vrfs, boolean grid, boolean ground) {
    public static final Options ALL = new Options(true, true, true, true);
  }

  /** No text is drawn below this zoom. */
  public static final double TEXT_FROM = 0.35;

  /**
   * Draws the scene in diagram units: the pen is already scaled by the zoom and moved.
   *
   * @param visible the part to draw
   * @param zoom 1 for 100 %; decides the detail
   */
  public static void paint(
      Pen pen, Scene scene, Theme theme, Rect visible, double zoom, Options options) {
    if (options.ground()) {
      pen.fill(visible, 0, theme.canvas());
    }
    for (Scene.Line line : scene.lines()) {
      pen.stroke(Path.along(line.route()), theme.faint(), Stroke.solid(1.5));
    }
    for (Scene.Box box : scene.boxes()) {
      pen.fill(box.bounds(), 8, theme.card());
      pen.stroke(box.bounds(), 8, theme.line(), Stroke.solid(1));
      pen.text(box.title(), box.bounds().x() + 8, box.bounds().y() + 18, TextStyle.NAME, theme.text(), null);
    }
  }
}
