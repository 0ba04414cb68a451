package mcx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.bench.Drawn;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.diagram.Placements;
import mcx.diagram.Shape;
import mcx.format.McxFiles;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn, seen through a pen that writes down what it is told. */
class ScenePainterTest {

  /** Remembers the texts it is given. */
  private static final class Notebook implements Pen {
    final List<String> texts = new ArrayList<>();
    int depth;

    @Override
    public void save() {
      depth++;
    }

    @Override
    public void restore() {
      depth--;
    }

    @Override
    public void translate(double dx, double dy) {}

    @Override
    public void scale(double factor) {}

    @Override
    public void clip(Rect area) {}

    @Override
    public void alpha(double factor) {}

    @Override
    public void fill(Rect area, double radius, Color color) {}

    @Override
    public void stroke(Rect area, double radius, Color color, Stroke stroke) {}

    @Override
    public void fill(mcx.paint.Path path, Color color) {}

    @Override
    public void stroke(mcx.paint.Path path, Color color, Stroke stroke) {}

    @Override
    public void text(
        String text, double x, double y, TextStyle style, Color color, @Nullable Color halo) {
      texts.add(text);
    }
  }

  private static Scene sample(String name) throws Exception {
    Document document = McxFiles.read(Path.of("samples", name + ".mcx"));
    return Scene.of(document, CatalogLoader.builtIn());
  }

  private static List<String> texts(Scene scene, double zoom, ScenePainter.Options options) {
    Notebook pen = new Notebook();
    ScenePainter.paint(pen, scene, Theme.LIGHT, scene.bounds().grown(20), zoom, options);
    assertEquals(0, pen.depth, "every save has its restore");
    return pen.texts;
  }

  @Test
  void detailGrowsWithTheZoom() throws Exception {
    Scene scene = sample("layer-3-provider-vrf-per-cloud");
    int before = 0;
    for (double zoom : new double[] {0.2, 0.4, 0.6, 0.8, 1.5}) {
      int now = texts(scene, zoom, ScenePainter.Options.ALL).size();
      assertTrue(now > before || zoom == 0.2, now + " texts at " + zoom);
      before = now;
    }
    assertEquals(
        Set.of(
            "Amsterdam", "Meridian IP VPN", "Azure West Europe", "AWS Frankfurt", "Google Cloud"),
        Set.copyOf(texts(scene, 0.3, ScenePainter.Options.ALL)),
        "from afar only the containers are named");
    assertEquals(5, texts(scene, 0.15, ScenePainter.Options.ALL).size());
    assertEquals(List.of(), texts(scene, 0.1, ScenePainter.Options.ALL));
  }

  @Test
  void labelsAndVrfsCanBeLeftOut() throws Exception {
    Scene scene = sample("layer-3-provider-vrf-per-cloud");
    assertTrue(texts(scene, 1, ScenePainter.Options.ALL).contains("VLAN 100, 200, 300"));
    assertTrue(texts(scene, 1, ScenePainter.Options.ALL).contains("VRF-AZ"));
    ScenePainter.Options bare = new ScenePainter.Options(false, false, false, true);
    assertTrue(!texts(scene, 1, bare).contains("VLAN 100, 200, 300"));
    assertTrue(!texts(scene, 1, bare).contains("VRF-AZ"));
    assertTrue(texts(scene, 1, bare).contains("Meridian IP VPN"));
  }

  @Test
  void nothingIsDrawnOutsideTheVisiblePart() throws Exception {
    Scene scene = sample("layer-3-provider-one-vrf");
    Rect all = scene.bounds().grown(20);
    BufferedImage image =
        new BufferedImage((int) all.width(), (int) all.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    Pen pen = new GraphicsPen(graphics);
    pen.translate(-all.x(), -all.y());
    Rect visible = new Rect(all.center().x() - 150, all.center().y() - 100, 300, 200);
    ScenePainter.paint(pen, scene, Theme.LIGHT, visible, 1, ScenePainter.Options.ALL);
    graphics.dispose();
    Rect inside = visible.moved(-all.x(), -all.y()).grown(1);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (!inside.contains(new Point(x, y))) {
          assertEquals(0, image.getRGB(x, y) >>> 24, "at " + x + ", " + y);
        }
      }
    }
    int middle = image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
    assertEquals(0xff, middle >>> 24);
  }

  static List<Path> samples() throws IOException {
    try (var files = java.nio.file.Files.list(Path.of("samples"))) {
      return files.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noLineRunsThroughALabelAndNoLabelCoversACard(Path file) throws Exception {
    Scene scene = Scene.of(McxFiles.read(file), CatalogLoader.builtIn());
    for (Scene.Line line : scene.lines()) {
      for (Scene.EndLabel label : line.ends()) {
        double width = Fonts.width(label.text(), ScenePainter.END_LABEL);
        Rect r = new Rect(label.at().x(), label.at().y() - 7, width, 7);
        for (Scene.Line other : scene.lines()) {
          assertTrue(!crosses(other.route(), r), other.id() + " runs through " + label);
        }
        for (Scene.Box box : scene.boxes()) {
          assertTrue(
              box.shape() == Shape.CONTAINER || !box.bounds().intersects(r),
              label + " covers " + box.id());
        }
      }
    }
  }

  private static boolean crosses(Polyline line, Rect r) {
    for (int i = 1; i < line.points().size(); i++) {
      if (Rect.between(line.points().get(i - 1), line.points().get(i)).intersects(r)) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anUpdatedSceneIsThatOfAFreshStart(Path file) throws Exception {
    Document document = McxFiles.read(file);
    Scene scene = Scene.of(document, CatalogLoader.builtIn());
    for (Id id : List.copyOf(document.design().elements().keySet())) {
      Document moved =
          document.withDiagram(
              Placements.moved(document.design(), document.diagram(), id, 20, -10));
      Scene updated = scene.update(moved);
      Scene fresh = Scene.of(moved, CatalogLoader.builtIn());
      assertEquals(fresh.lines(), updated.lines(), "after moving " + id);
      assertEquals(fresh.boxes(), updated.boxes(), "after moving " + id);
    }
  }

  /** What is drawn at the same places keeps its lines, and has its new words. */
  @ParameterizedTest
  @MethodSource("samples")
  void aSceneWithOtherWordsIsThatOfAFreshStart(Path file) throws Exception {
    Document document = McxFiles.read(file);
    Scene scene = Scene.of(document, CatalogLoader.builtIn());
    Design design = document.design();
    for (Id id : List.copyOf(design.elements().keySet())) {
      Document renamed = document.withDesign(Drawn.set(design, id.value(), "name", "Another name"));
      Scene updated = scene.update(renamed);
      Scene fresh = Scene.of(renamed, CatalogLoader.builtIn());
      assertEquals(fresh.lines(), updated.lines(), "after renaming " + id);
      assertEquals(fresh.boxes(), updated.boxes(), "after renaming " + id);
      assertEquals(scene.routes(), updated.routes());
    }
  }

  @Test
  void vendorsColoursCanBeReadInEveryTheme() {
    CatalogLoader.builtIn()
        .vendors()
        .values()
        .forEach(
            vendor -> {
              for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                double contrast = theme.readable(Color.of(vendor.color())).contrast(theme.card());
                assertTrue(contrast >= 4.4, vendor.key() + " has a contrast of " + contrast);
              }
            });
  }
}
