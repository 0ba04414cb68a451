package mcx.app;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import mcx.editor.Preferences;
import mcx.editor.RecentFiles;
import mcx.format.AtomicFile;

/**
 * Keeps preferences in a text file in the user's settings folder.
 *
 * @param file which need not exist yet
 */
record PreferencesFile(Path file) implements Preferences.Store {

  private static final Logger LOG = Logger.getLogger(PreferencesFile.class.getName());

  @Override
  public Preferences load() {
    Properties p = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        p.load(in);
      } catch (IOException | IllegalArgumentException e) {
        LOG.log(Level.FINE, "preferences are not readable, and taken as unset", e);
        return Preferences.DEFAULT;
      }
    }
    Preferences unset = Preferences.DEFAULT;
    return new Preferences(
        new RecentFiles(recent(p)),
        p.getProperty("theme", unset.theme()),
        Boolean.parseBoolean(p.getProperty("reduced-motion", "false")),
        p.getProperty("catalog-folder", unset.catalogFolder()),
        number(p, "window-width"),
        number(p, "window-height"));
  }

  private static List<Path> recent(Properties p) {
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= RecentFiles.MOST; i++) {
      String name = p.getProperty("recent-" + i);
      if (name != null) {
        try {
          files.add(Path.of(name));
        } catch (InvalidPathException e) {
          LOG.log(Level.FINE, "a recent file of another system", e);
        }
      }
    }
    return files;
  }

  private static double number(Properties p, String key) {
    try {
      double value = Double.parseDouble(p.getProperty(key, "0"));
      return value >= 0 && value < 100_000 ? value : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public void save(Preferences preferences) {
    TreeMap<String, String> entries = new TreeMap<>();
    entries.put("theme", preferences.theme());
    entries.put("reduced-motion", String.valueOf(preferences.reducedMotion()));
    entries.put("catalog-folder", preferences.catalogFolder());
    entries.put("window-width", String.valueOf(preferences.windowWidth()));
    entries.put("window-height", String.valueOf(preferences.windowHeight()));
    List<Path> recent = preferences.recent().files();
    for (int i = 0; i < recent.size(); i++) {
      entries.put("recent-" + (i + 1), recent.get(i).toString());
    }
    Properties p = new Properties();
    p.putAll(entries);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      StringWriter text = new StringWriter();
      p.store(text, "What MCX remembers");
      AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(Level.FINE, "preferences cannot be kept", e);
    }
  }
}
