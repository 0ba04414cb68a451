package mcx.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.SitePath;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.paint.Overlay;
import mcx.paint.Scene;
import mcx.paint.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws every sample in both themes, as it is laid out and as it would lay itself out, and with
 * what the analysis shows on it. The pictures are left in {@code target/pictures} to be looked at.
 */
class PicturesTest {

  private static final Path FOLDER = Path.of("target", "pictures");
  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final PngExport.Options PLAIN = PngExport.Options.DEFAULT.withScale(1.25);

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      return files.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsDrawn(Path file) throws Exception {
    Document document = McxFiles.read(file);
    String name = file.getFileName().toString().replace(".mcx", "");
    BufferedImage light = draw(document, PLAIN, name);
    BufferedImage dark = draw(document, PLAIN.withTheme(Theme.DARK), name + "-dark");
    assertEquals(light.getWidth(), dark.getWidth());
    assertEquals(rgb(Theme.LIGHT.canvas()), light.getRGB(1, 1) & 0xffffff);
    assertEquals(rgb(Theme.DARK.canvas()), dark.getRGB(1, 1) & 0xffffff);
    draw(document.withDiagram(Diagram.EMPTY), PLAIN, name + "-auto");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theAnalysisIsShownOnEverySample(Path file) throws Exception {
    Document document = McxFiles.read(file);
    String name = file.getFileName().toString().replace(".mcx", "");
    Scene scene = Scene.of(document, CATALOG);
    Analysis analysis = Analyzer.analyze(document.design(), CATALOG);
    for (Id site : analysis.separation().sites()) {
      Overlay routes = Overlay.ofOrigin(scene, analysis.advertisements(), site);
      assertTrue(!routes.flows().isEmpty(), "the routes of " + site + " are shown");
      draw(document, PLAIN.withOverlay(routes), name + "-from-" + site);
    }
    for (SitePath path : analysis.separation().paths()) {
      Overlay way = Overlay.ofPath(scene, path);
      String which = name + "-path-" + path.from() + "-" + path.to();
      draw(document, PLAIN.withOverlay(way).withTheme(Theme.DARK), which);
    }
    Fallback fallback = Analyzer.fallback(analysis, () -> false);
    for (Fallback.Pair pair : fallback.pairs().stream().limit(1).toList()) {
      for (Fallback.Outcome outcome : pair.outcomes().stream().limit(3).toList()) {
        Overlay shown = Overlay.ofOutcome(scene, pair, outcome);
        draw(
            document,
            PLAIN.withOverlay(shown),
            name + "-fail-" + outcome.failed().value().replace('/', '_'));
      }
    }
  }

  private static int rgb(mcx.paint.Color c) {
    return c.red() << 16 | c.green() << 8 | c.blue();
  }

  private static BufferedImage draw(Document document, PngExport.Options options, String name)
      throws IOException {
    Files.createDirectories(FOLDER);
    BufferedImage image = PngExport.draw(document, CATALOG, options);
    ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
    return image;
  }
}
