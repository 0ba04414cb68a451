package mcx.paint;

/** Draws what is under way on the canvas. */
public final class InteractionPainter {

  private InteractionPainter() {}

  /** Draws the interaction in diagram units, as {@link ScenePainter} does. */
  public static void paint(
      Pen pen, Scene scene, Interaction interaction, Theme theme, double zoom) {}
}
