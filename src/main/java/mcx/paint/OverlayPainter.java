package mcx.paint;

/** Draws what the analysis shows on top of a scene. */
public final class OverlayPainter {

  private OverlayPainter() {}

  /** What the overlay covers, beyond the scene: its callouts. */
  public static mcx.geometry.Rect bounds(Scene scene, Overlay overlay) {
    return scene.bounds();
  }

  /**
   * Draws the overlay in diagram units, as {@link ScenePainter} does.
   *
   * @param phase how far moving dashes have moved, in diagram units; any number that grows with time
   */
  public static void paint(
      Pen pen, Scene scene, Overlay overlay, Theme theme, double zoom, double phase) {}
}
