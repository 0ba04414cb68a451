package mcx.app;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the program finds around it.
 *
 * @param hasDisplay whether a window can be shown
 * @param configFolder where the user's settings and own catalog files are
 * @param samples where the designs are that come with the program
 * @param window opens the designer's window
 */
record Surroundings(
    BooleanSupplier hasDisplay, Path configFolder, SampleFolder samples, Window window) {

  /** Opens the designer's window. */
  interface Window {
    /**
     * Returns when the window is closed.
     *
     * @param file the design to open; null for the gallery of samples
     */
    void open(@Nullable Path file);
  }

  static Surroundings ofThisMachine() {
    return new Surroundings(
        Surroundings::isDisplayThere,
        configFolder(
            System.getProperty("os.name", ""),
            System.getenv(),
            System.getProperty("user.home", "")),
        SampleFolder.ofThisProgram(),
        file -> Desktop.open(file));
  }

  private static boolean isDisplayThere() {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return isSet("DISPLAY")
          || isSet("WAYLAND_DISPLAY")
          || "Headless".equals(System.getProperty("glass.platform"));
    }
    return !GraphicsEnvironment.isHeadless();
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }

  /** The folder for settings, where each system's programs have it. */
  static Path configFolder(String system, Map<String, String> environment, String home) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      String appData = environment.get("APPDATA");
      return appData == null || appData.isBlank()
          ? Path.of(home, "AppData", "Roaming", "mcx")
          : Path.of(appData, "mcx");
    }
    if (lower.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "mcx");
    }
    String xdg = environment.get("XDG_CONFIG_HOME");
    // A relative path there is to be ignored (XDG Base Directory Specification).
    return xdg == null || !xdg.startsWith("/")
        ? Path.of(home, ".config", "mcx")
        : Path.of(xdg, "mcx");
  }

  /** Where the user's own catalog files are, for all designs. */
  Path catalogFolder() {
    return configFolder.resolve("catalog");
  }
}
