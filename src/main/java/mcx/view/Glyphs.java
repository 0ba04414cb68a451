package mcx.view;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small pictures of the window's own controls; pictograms of elements come from paint. */
final class Glyphs {

  private Glyphs() {}

  /** A glyph of 16 pixels in the colour of the text around it. */
  static FontIcon of(Ikon ikon, String... styleClasses) {
    FontIcon icon = FontIcon.of(ikon, 16);
    icon.getStyleClass().add("glyph");
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
