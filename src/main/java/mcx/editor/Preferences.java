package mcx.editor;

/**
 * What is remembered from one start of the program to the next.
 *
 * @param recent the files that were open
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param reducedMotion whether flows stand still
 * @param catalogFolder where the user's own catalog files are; empty for none
 * @param windowWidth in pixels; 0 where not known yet
 * @param windowHeight in pixels; 0 where not known yet
 */
public record Preferences(
    RecentFiles recent,
    String theme,
    boolean reducedMotion,
    String catalogFolder,
    double windowWidth,
    double windowHeight) {

  public static final Preferences DEFAULT =
      new Preferences(RecentFiles.NONE, "system", false, "", 0, 0);

  public Preferences withRecent(RecentFiles files) {
    return new Preferences(files, theme, reducedMotion, catalogFolder, windowWidth, windowHeight);
  }

  public Preferences withTheme(String name) {
    return new Preferences(recent, name, reducedMotion, catalogFolder, windowWidth, windowHeight);
  }

  public Preferences withWindow(double width, double height) {
    return new Preferences(recent, theme, reducedMotion, catalogFolder, width, height);
  }

  /** Where they are kept. Failing to read or write them is never worth an interruption. */
  public interface Store {
    /** What was kept; the default where there is nothing or it cannot be read. */
    Preferences load();

    /** Keeps them, as far as the system lets it. */
    void save(Preferences preferences);
  }
}
