package mcx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import mcx.bench.Drawn;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.change.Joints;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.diagram.Placements;
import mcx.editor.Edit;
import mcx.editor.Edits;
import mcx.editor.Viewport;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {

  private static final int SITES = 46;

  private final Catalog catalog = CatalogLoader.builtIn();
  private final Document fifty = Drawn.fiftySitesPlaced();

  /** However many sketches lie between: what is finished is what a fresh scene would be. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aFinishedSketchIsTheSameAsAFreshScene(long seed) {
    Random random = new Random(seed);
    Document document = fifty;
    Scene sketch = Scene.of(document, catalog);
    for (int i = 0; i < 12; i++) {
      document = edited(document, random);
      sketch = sketch.sketch(document);
      if (random.nextInt(3) == 0) {
        Scene whole = sketch.update(document);
        assertFalse(whole.isSketched());
        assertSameDrawing(Scene.of(document, catalog), whole);
        sketch = random.nextBoolean() ? whole : sketch;
      }
    }
    assertSameDrawing(Scene.of(document, catalog), sketch.update(document));
  }

  private static void assertSameDrawing(Scene expected, Scene actual) {
    assertEquals(expected.boxes(), actual.boxes());
    assertEquals(expected.lines(), actual.lines());
    assertEquals(expected.vrfs(), actual.vrfs());
    assertEquals(expected.patches(), actual.patches());
    assertEquals(expected.bounds(), actual.bounds());
  }

  /** A site moved, a link added or deleted, a site renamed. */
  private Document edited(Document now, Random random) {
    int site = 1 + random.nextInt(SITES);
    Id id = Id.of("site-" + site);
    Edit edit =
        switch (random.nextInt(4)) {
          case 0 ->
              Edits.move(now, List.of(id), 16 * random.nextInt(-9, 9), 8 * random.nextInt(-9, 9));
          case 1 -> {
            Id router = Id.of("ce-" + site + "-1");
            Id edge = Id.of("pe-" + (1 + random.nextInt(12)));
            List<Joints.Offer> offers =
                Joints.between(now.design(), catalog, router, edge).offers();
            yield Edits.join(catalog, router, edge, offers.getFirst());
          }
          case 2 -> {
            List<Id> links = List.copyOf(now.design().links().keySet());
            Id gone = links.get(random.nextInt(links.size()));
            yield Edits.delete(now, List.of(gone));
          }
          default -> Edits.rename(now, id, "Renamed " + site);
        };
    return edit.change().apply(now).document();
  }

  /** Where only what differs is drawn again, the picture is that of drawing all of it. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.25, 0.5, 0.9, 1.3})
  void whatDiffersIsAllThatHasToBeDrawnAgain(double zoom) {
    Random random = new Random(Math.round(zoom * 100));
    Viewport view = new Viewport(zoom, 300 - 900 * zoom, 250 - 700 * zoom);
    Document document = fifty;
    Scene scene = Scene.of(document, catalog);
    BufferedImage picture = new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB);
    paint(picture, scene, view, WHOLE);
    int less = 0;
    for (int i = 0; i < 25; i++) {
      document = edited(document, random);
      Scene next = random.nextBoolean() ? scene.sketch(document) : scene.update(document);
      Rect differs = ScenePainter.difference(scene, next, zoom);
      Rect part = differs == null ? null : Viewport.wholePixels(view.toView(differs), WHOLE);
      if (part != null) {
        paint(picture, next, view, part);
      }
      less += part == null || part.width() * part.height() < 0.5 * 600 * 500 ? 1 : 0;
      BufferedImage whole = new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB);
      paint(whole, next, view, WHOLE);
      assertSamePixels(whole, picture);
      scene = next;
    }
    assertTrue(less > 5, "mostly it is a small part, here " + less + " times of 25");
  }

  private static final Rect WHOLE = new Rect(0, 0, 600, 500);

  private static void paint(BufferedImage on, Scene scene, Viewport view, Rect part) {
    Graphics2D graphics = on.createGraphics();
    GraphicsPen pen = new GraphicsPen(graphics);
    pen.translate(view.panX(), view.panY());
    pen.scale(view.zoom());
    ScenePainter.paint(
        pen,
        scene,
        Theme.LIGHT,
        view.toDiagram(part),
        view.zoom(),
        new ScenePainter.Options(true, true, true, true));
    graphics.dispose();
  }

  /** Rounding aside: the sides of clips and outlines are worked out from other numbers. */
  private static void assertSamePixels(BufferedImage expected, BufferedImage actual) {
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 600; x++) {
        int one = expected.getRGB(x, y);
        int other = actual.getRGB(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          int off = Math.abs((one >> shift & 255) - (other >> shift & 255));
          int atX = x;
          int atY = y;
          assertTrue(off <= 3, () -> "another colour at " + atX + ", " + atY + ", by " + off);
        }
      }
    }
  }

  @Test
  void aSceneDiffersFromItselfInNothing() {
    Scene scene = Scene.of(fifty, catalog);
    assertNull(ScenePainter.difference(scene, Scene.of(fifty, catalog), 1));
    Scene renamed =
        scene.sketch(fifty.withDesign(Drawn.set(fifty.design(), "site-7", "name", "Another name")));
    Rect differs = ScenePainter.difference(scene, renamed, 1);
    assertTrue(
        differs != null && differs.contains(scene.box(Id.of("site-7")).bounds()),
        () -> "the site is drawn again: " + differs);
    assertTrue(differs.width() < scene.bounds().width() / 4);
  }

  @Test
  void whatMovesNothingIsNoSketch() {
    Scene scene = Scene.of(fifty, catalog);
    Document renamed =
        fifty.withDesign(Drawn.set(fifty.design(), "site-7", "name", "Another name"));
    Scene next = scene.sketch(renamed);
    assertFalse(next.isSketched());
    assertSameDrawing(Scene.of(renamed, catalog), next);
    assertSame(next, next.update(renamed));
  }

  @Test
  void aSketchIsFinishedThoughItsDocumentIsTheSame() {
    Scene scene = Scene.of(fifty, catalog);
    Document moved =
        fifty.withDiagram(
            Placements.moved(fifty.design(), fifty.diagram(), Id.of("site-13"), 140, 60));
    Scene sketch = scene.sketch(moved);
    assertTrue(sketch.isSketched());
    assertFalse(sketch.update(moved).isSketched());
  }
}
