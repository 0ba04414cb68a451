package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.bench.Drawn;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.RandomDesigns;
import mcx.format.McxFiles;
import mcx.network.Failures;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The kinds of paths, told for all sites at once, are those of the paths themselves. */
class PathKindsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Set<PathKind> seen = EnumSet.noneOf(PathKind.class);

  /** Each kind as told without the path, and as the path says that is followed. */
  private void same(Design design, Failures failures) {
    Analysis analysis = Analyzer.analyze(design, CATALOG, failures);
    Paths paths = new Paths(analysis.design(), analysis.compiled(), analysis.solution());
    for (SitePath told : analysis.separation().paths()) {
      SitePath followed = paths.path(told.from(), told.to());
      assertEquals(followed.kind(), told.kind(), () -> followed + " without " + failures.down());
      assertEquals(followed.steps(), told.steps());
      assertEquals(followed.kind() != PathKind.NONE, told.reason().isEmpty());
      seen.add(told.kind());
    }
  }

  @TestFactory
  Stream<DynamicTest> ofTheSamplesWithEveryFailure() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      all.filter(f -> f.toString().endsWith(".mcx")).sorted().forEach(files::add);
    }
    assertTrue(files.size() > 5);
    return files.stream()
        .map(
            f ->
                dynamicTest(
                    f.getFileName().toString(),
                    () -> {
                      Design design = McxFiles.read(f).design();
                      same(design, Failures.NONE);
                      for (Failable one :
                          Failables.of(
                              design,
                              Analyzer.analyze(design, CATALOG).compiled().network(),
                              Failures.NONE)) {
                        same(design, Failures.of(one.down()));
                      }
                    }));
  }

  @Test
  void ofRandomDesigns() {
    LongStream.range(0, 150).forEach(seed -> same(RandomDesigns.design(seed), Failures.NONE));
    assertTrue(seen.size() > 4, seen.toString());
  }

  @Test
  void ofFiftySites() {
    same(Drawn.fiftySites(), Failures.NONE);
  }
}
