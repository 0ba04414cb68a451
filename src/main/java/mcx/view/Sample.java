package mcx.view;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import org.jspecify.annotations.Nullable;

/**
 * A design that comes with the program.
 *
 * @param title what it is called
 * @param description what it shows, in a sentence
 */
record Sample(String title, String description, Document document) {

  /** Beside the samples: a line for each, {@code file name without .mcx = what it shows}. */
  static final String DESCRIPTIONS = "descriptions.properties";

  private static final Logger LOG = Logger.getLogger(Sample.class.getName());

  /**
   * The samples of a folder, in the order of their file names. One that cannot be read is left out.
   *
   * @param folder where they are; null for none
   */
  static List<Sample> in(@Nullable Path folder) {
    List<Sample> samples = new ArrayList<>();
    if (folder == null || !Files.isDirectory(folder)) {
      return samples;
    }
    try (Stream<Path> files = Files.list(folder)) {
      Properties descriptions = descriptions(folder);
      for (Path file :
          files.filter(f -> f.toString().endsWith(McxFiles.EXTENSION)).sorted().toList()) {
        try {
          Document document = McxFiles.read(file);
          String key = file.getFileName().toString().replaceFirst("\\.mcx$", "");
          String name = document.design().name();
          samples.add(
              new Sample(
                  name.isEmpty() ? key : name,
                  descriptions.getProperty(
                      key,
                      Texts.get(
                          "gallery.size",
                          document.design().elements().size(),
                          document.design().links().size())),
                  document));
        } catch (IOException | McxFormatException e) {
          LOG.log(Level.WARNING, "sample " + file, e);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "samples in " + folder, e);
    }
    return samples;
  }

  private static Properties descriptions(Path folder) throws IOException {
    Properties all = new Properties();
    Path file = folder.resolve(DESCRIPTIONS);
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        all.load(in);
      }
    }
    return all;
  }
}
