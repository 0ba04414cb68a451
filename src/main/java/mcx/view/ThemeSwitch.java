package mcx.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import mcx.paint.Fonts;
import mcx.paint.TextStyle;

/** The window's colours: light, dark, or as the desktop is. */
final class ThemeSwitch {

  /** As the desktop's own setting is, and following it. */
  static final String SYSTEM = "system";

  static final String LIGHT = "light";
  static final String DARK = "dark";

  private final Memory memory;
  private final Scene scene;
  private final BooleanProperty dark;
  private boolean following;

  /**
   * @param dark is kept the same as the window's colours, in both directions
   */
  ThemeSwitch(Memory memory, Scene scene, BooleanProperty dark) {
    this.memory = memory;
    this.scene = scene;
    this.dark = dark;
    loadFonts();
    follow();
    dress();
    dark.subscribe(
        now -> {
          if (!following) {
            memory.change(p -> p.withTheme(now ? DARK : LIGHT));
          }
          dress();
        });
    Platform.getPreferences().colorSchemeProperty().subscribe(this::follow);
  }

  private static void loadFonts() {
    for (TextStyle.Face face : TextStyle.Face.values()) {
      Font.loadFont(Fonts.class.getResourceAsStream(face.resource()), 12);
    }
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(ThemeSwitch.class.getResource(name), name).toExternalForm();
  }

  /** The choice: {@link #SYSTEM}, {@link #LIGHT} or {@link #DARK}. */
  String choice() {
    return memory.now().theme();
  }

  /** Changes the choice, and remembers it. */
  void choose(String choice) {
    memory.change(p -> p.withTheme(choice));
    follow();
  }

  private void follow() {
    following = true;
    dark.set(
        switch (choice()) {
          case LIGHT -> false;
          case DARK -> true;
          default -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
    following = false;
  }

  private void dress() {
    boolean night = dark.get();
    Application.setUserAgentStylesheet(
        (night ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(sheet(night ? "dark.css" : "light.css"), sheet("controlsfx.css"), sheet("mcx.css"));
    scene.getPreferences().setColorScheme(night ? ColorScheme.DARK : ColorScheme.LIGHT);
  }
}
