package mcx.view;

import java.nio.file.Path;
import java.util.List;

/** What the program remembers between two runs. Where and how is the launcher's business. */
public interface Settings {

  /** Whether the window is light, dark, or as the desktop is. */
  ThemeChoice theme();

  /** Remembers the theme. */
  void theme(ThemeChoice choice);

  /** The files opened or saved last, the latest first; at most ten. */
  List<Path> recentFiles();

  /** Remembers the files, the latest first. */
  void recentFiles(List<Path> files);

  /** Settings that last as long as this object: for tests and one-off windows. */
  static Settings inMemory() {
    return new Settings() {
      private ThemeChoice theme = ThemeChoice.LIGHT;
      private List<Path> recent = List.of();

      @Override
      public ThemeChoice theme() {
        return theme;
      }

      @Override
      public void theme(ThemeChoice choice) {
        theme = choice;
      }

      @Override
      public List<Path> recentFiles() {
        return recent;
      }

      @Override
      public void recentFiles(List<Path> files) {
        recent = List.copyOf(files);
      }
    };
  }
}
