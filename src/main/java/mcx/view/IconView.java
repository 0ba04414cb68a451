package mcx.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import mcx.paint.Color;
import mcx.paint.Icons;
import mcx.paint.Theme;
import org.jspecify.annotations.Nullable;

/** A pictogram of an element in the window's controls, in the theme's colours. */
final class IconView extends Canvas {

  private final @Nullable String icon;
  private final @Nullable Color tint;
  private final ObservableBooleanValue dark;

  /**
   * @param tint its colour, the same in every theme; null for that of text
   */
  IconView(@Nullable String icon, double size, @Nullable Color tint, ObservableBooleanValue dark) {
    super(size, size);
    this.icon = icon;
    this.tint = tint;
    this.dark = dark;
    dark.subscribe(now -> draw());
  }

  private void draw() {
    Theme theme = dark.get() ? Theme.DARK : Theme.LIGHT;
    getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    Icons.draw(new CanvasPen(getGraphicsContext2D()), icon, 0, 0, getWidth(), theme.readable(tint));
  }
}
