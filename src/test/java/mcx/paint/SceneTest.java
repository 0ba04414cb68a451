package mcx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
