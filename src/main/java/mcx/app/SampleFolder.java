package mcx.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcx.format.McxFiles;
import org.jspecify.annotations.Nullable;

/**
 * Finds the designs that come with the program: in a folder {@code samples} beside it or in the
 * working folder, else within the program itself.
 *
 * @param candidates folders, the first that exists is taken
 */
record SampleFolder(List<Path> candidates) {

  /** The sample that a machine without a display is shown. */
  static final String FIRST = "vpn-backup-of-expressroute";

  private static final String RESOURCES = "/mcx/samples";

  static SampleFolder ofThisProgram() {
    List<Path> candidates = new ArrayList<>();
    String home = System.getProperty("mcx.home");
    if (home != null) {
      candidates.add(Path.of(home, "samples"));
    }
    candidates.add(Path.of("samples"));
    return new SampleFolder(candidates);
  }

  /** The folder; null where the program came without samples. */
  @Nullable Path find() {
    for (Path candidate : candidates) {
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    try {
      return unpacked();
    } catch (IOException | URISyntaxException e) {
      return null;
    }
  }

  /** The sample to show first; null where there are none. */
  @Nullable Path first() throws IOException {
    Path folder = find();
    if (folder == null) {
      return null;
    }
    Path usual = folder.resolve(FIRST + McxFiles.EXTENSION);
    if (Files.exists(usual)) {
      return usual;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(McxFiles.EXTENSION))
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  /** A copy of the samples within the program, in a folder that goes when the program ends. */
  private static @Nullable Path unpacked() throws IOException, URISyntaxException {
    URL url = SampleFolder.class.getResource(RESOURCES + "/" + FIRST + McxFiles.EXTENSION);
    if (url == null) {
      return null;
    }
    URI uri = url.toURI();
    if (!uri.getScheme().equals("jar")) {
      return Path.of(uri).getParent();
    }
    Path folder = Files.createTempDirectory("mcx-samples");
    folder.toFile().deleteOnExit();
    try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
        Stream<Path> all = Files.list(jar.getPath(RESOURCES))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file.getFileName().toString());
        try (InputStream in = Files.newInputStream(file)) {
          Files.copy(in, copy);
        }
        copy.toFile().deleteOnExit();
      }
    }
    return folder;
  }
}
