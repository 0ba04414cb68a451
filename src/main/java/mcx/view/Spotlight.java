package mcx.view;

import mcx.paint.Overlay;
import mcx.paint.Scene;

/** What a row of the analysis panel shows on the canvas, worked out anew when things move. */
@FunctionalInterface
interface Spotlight {

  /** Nothing but the design. */
  Spotlight NONE = scene -> Overlay.NONE;

  /** What to draw on top of this scene. */
  Overlay on(Scene scene);
}
