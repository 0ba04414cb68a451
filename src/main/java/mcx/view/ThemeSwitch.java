package mcx.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/** The window's colours: light, dark, or as the desktop is. */
final class ThemeSwitch {

  private static final String SHEET = sheet("mcx.css");
  private static final String CONTROLSFX = sheet("controlsfx.css");
  private static final String LIGHT = sheet("light.css");
  private static final String DARK = sheet("dark.css");

  private final Settings settings;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final List<String> sheets;
  private final Scene scene;

  ThemeSwitch(Settings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
    this.sheets = scene.getStylesheets();
    Platform.getPreferences().colorSchemeProperty().subscribe(this::refresh);
    refresh();
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(ThemeSwitch.class.getResource(name), name).toExternalForm();
  }

  /** Whether the window is dark now. */
  ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  boolean isDark() {
    return dark.get();
  }

  /** Changes the choice, and remembers it. */
  void choose(ThemeChoice choice) {
    settings.theme(choice);
    refresh();
  }

  /** From light to dark or back. */
  void toggle() {
    choose(isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  private void refresh() {
    boolean now =
        switch (settings.theme()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        (now ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    sheets.setAll(now ? DARK : LIGHT, CONTROLSFX, SHEET);
    scene.getPreferences().setColorScheme(now ? ColorScheme.DARK : ColorScheme.LIGHT);
    dark.set(now);
  }
}
