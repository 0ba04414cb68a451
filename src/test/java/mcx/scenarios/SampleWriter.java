package mcx.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mcx.diagram.Document;
import mcx.format.McxFiles;

/** Writes the samples from the designs and layouts of this package. */
final class SampleWriter {

  private SampleWriter() {}

  /** Writes all samples into the folder named by the only argument, {@code samples} if none. */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "samples"));
    for (Map.Entry<String, Document> sample : Samples.all().entrySet()) {
      McxFiles.save(sample.getValue(), folder.resolve(sample.getKey()));
    }
  }
}
