package mcx.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import org.jspecify.annotations.Nullable;

/**
 * A design that comes with the program.
 *
 * @param title what it is called
 * @param description what it shows: its first note, or how large it is
 */
record Sample(String title, String description, Document document) {

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
      for (Path file :
          files.filter(f -> f.toString().endsWith(McxFiles.EXTENSION)).sorted().toList()) {
        try {
          Document document = McxFiles.read(file);
          samples.add(of(document, file.getFileName().toString()));
        } catch (IOException | McxFormatException e) {
          LOG.log(Level.WARNING, "sample " + file, e);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "samples in " + folder, e);
    }
    return samples;
  }

  private static Sample of(Document document, String fileName) {
    String name = document.design().name();
    return new Sample(
        name.isEmpty() ? fileName.replaceFirst("\\.mcx$", "") : name,
        document.diagram().notes().values().stream()
            .findFirst()
            .map(Diagram.Note::text)
            .orElseGet(
                () ->
                    Texts.get(
                        "gallery.size",
                        document.design().elements().size(),
                        document.design().links().size())),
        document);
  }
}
