package mcx.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.paint.Scene;
import org.junit.jupiter.api.Test;

/** What lies under the mouse on a scene: a datacenter with a router, joined to a bare router. */
class HitTestTest {

  private static final Scene SCENE = scene();

  private static Scene scene() {
    Diagram diagram =
        Diagram.EMPTY
            .withBounds(Id.of("dc"), new Rect(0, 0, 300, 200))
            .withBounds(Id.of("ce"), new Rect(40, 60, 90, 60))
            .withBounds(Id.of("far"), new Rect(500, 60, 90, 60))
            .withNotes(
                new java.util.TreeMap<>(
                    java.util.Map.of(
                        Id.of("n"), new Diagram.Note(new Rect(10, 130, 80, 40), "x"))));
    Design design =
        Design.of(
            "",
            List.of(
                Drawings.datacenter("dc"),
                Drawings.router("ce", "dc"),
                Drawings.router("far", null)),
            List.of(Drawings.link("l", "ce", "far")),
            List.of());
    return Scene.of(
        Document.EMPTY.withDesign(design).withDiagram(diagram), CatalogLoader.builtIn());
  }

  private static Hit at(double x, double y) {
    return SCENE.hitTest().at(new Point(x, y), 4);
  }

  @Test
  void aCardIsAboveItsContainer() {
    assertEquals(new Hit(Hit.Kind.ELEMENT, Id.of("ce"), -1), at(80, 90));
    assertEquals(new Hit(Hit.Kind.ELEMENT, Id.of("dc"), -1), at(250, 150));
  }

  @Test
  void theBorderIsToldFromTheInside() {
    assertEquals(new Hit(Hit.Kind.BORDER, Id.of("ce"), -1), at(42, 110));
    assertEquals(new Hit(Hit.Kind.BORDER, Id.of("dc"), -1), at(299, 180));
  }

  @Test
  void aLineIsHitWithinTheTolerance() {
    assertEquals(new Hit(Hit.Kind.LINK, Id.of("l"), 0), at(400, 92));
    assertNull(at(400, 100));
  }

  @Test
  void aLineIsAboveTheContainerItCrosses() {
    assertEquals(Hit.Kind.LINK, at(220, 90).kind());
  }

  @Test
  void aNoteIsOnTop() {
    assertEquals(new Hit(Hit.Kind.NOTE, Id.of("n"), -1), at(50, 150));
  }

  @Test
  void nothingIsNothing() {
    assertNull(at(700, 400));
  }

  @Test
  void aRubberBandTakesWhatItHoldsInFull() {
    assertEquals(
        List.of(Id.of("l"), Id.of("far")), SCENE.hitTest().within(new Rect(120, 50, 600, 100)));
  }

  @Test
  void belowTheTopmostThereIsMore() {
    List<Hit> all = SCENE.hitTest().all(new Point(80, 90), 4);
    assertEquals(List.of(Id.of("ce"), Id.of("dc")), all.stream().map(Hit::id).toList());
  }
}
