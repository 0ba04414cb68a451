package mcx.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcx.bench.Drawn;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.format.McxFiles;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of placing: everything has a place, children in their holders, siblings apart. */
class PlacementsTest {

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("samples"))) {
      return files.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aDesignWithoutPlacesIsLaidOut(Path file) throws Exception {
    Design design = McxFiles.read(file).design();
    Diagram diagram = Placements.complete(design, Diagram.EMPTY);
    wellPlaced(design, diagram);
    assertEquals(diagram, Placements.complete(design, Diagram.EMPTY));
    assertEquals(diagram, Placements.complete(design, diagram));
  }

  /** Fifty sites side by side could not be looked at. */
  @Test
  void manySitesStandInSeveralRows() {
    Design design = Drawn.fiftySites();
    Diagram diagram = Placements.complete(design, Diagram.EMPTY);
    wellPlaced(design, diagram);
    List<Rect> places =
        design.children(null).stream()
            .map(e -> diagram.bounds(e.id()))
            .filter(Objects::nonNull)
            .toList();
    Rect all = places.stream().reduce(Rect::union).orElseThrow();
    assertTrue(all.width() < 3.6 * all.height(), all.toString());
    Set<Double> rows = new TreeSet<>();
    design.all(Premises.class).forEach(p -> rows.add(diagram.bounds(p.id()).y()));
    assertTrue(rows.size() > 2 && rows.size() < 8, rows.toString());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anElementWhosePlaceIsLostFindsOne(Path file) throws Exception {
    Document document = McxFiles.read(file);
    Design design = document.design();
    for (Element e : design.elements().values()) {
      if (Shapes.of(design, e) != Shape.NONE && design.descendants(e.id()).isEmpty()) {
        Diagram without = document.diagram().without(List.of(e.id()));
        Diagram again = Placements.complete(design, without);
        Rect place = again.bounds(e.id());
        assertNotNull(place, e.id() + " has a place");
        held(design, again, e);
        for (Element other : design.children(e.parent())) {
          Rect r = again.bounds(other.id());
          if (r != null
              && other != e
              && Shapes.of(design, e) != Shape.PILL
              && Shapes.of(design, other) != Shape.PILL) {
            assertTrue(!r.intersects(place), e.id() + " covers " + other.id());
          }
        }
      }
    }
  }

  private static void wellPlaced(Design design, Diagram diagram) {
    for (Element e : design.elements().values()) {
      if (Shapes.of(design, e) == Shape.NONE) {
        continue;
      }
      Rect r = diagram.bounds(e.id());
      assertNotNull(r, e.id() + " has a place");
      held(design, diagram, e);
      for (Element other : design.children(e.parent())) {
        Rect o = diagram.bounds(other.id());
        boolean pill = Shapes.of(design, e) == Shape.PILL || Shapes.of(design, other) == Shape.PILL;
        if (o != null && other != e && !pill) {
          assertTrue(!o.intersects(r), e.id() + " covers " + other.id());
        }
      }
      if (e instanceof Premises) {
        for (Element below : design.all(mcx.design.Cloud.class)) {
          Rect cloud = diagram.bounds(below.id());
          assertTrue(cloud != null && r.bottom() < cloud.y(), "clouds stand below " + e.id());
        }
      }
    }
    List<Circuit> circuits = design.all(Circuit.class);
    for (Circuit a : circuits) {
      for (Circuit b : circuits) {
        Rect ra = diagram.bounds(a.id());
        Rect rb = diagram.bounds(b.id());
        assertTrue(
            a == b || ra == null || rb == null || !ra.intersects(rb), a.id() + " covers " + b.id());
      }
    }
  }

  private static void held(Design design, Diagram diagram, Element e) {
    Rect r = diagram.bounds(e.id());
    Element border = Shapes.border(design, e);
    if (border != null) {
      Rect holder = diagram.bounds(border.id());
      assertTrue(
          r != null
              && holder != null
              && holder.grown(1).contains(r.center())
              && !holder.grown(-1).contains(r.center()),
          e.id() + " sits on the border of " + border.id());
    } else if (e.parent() != null) {
      Rect holder = diagram.bounds(e.parent());
      assertTrue(r != null && holder != null && holder.contains(r), e.id() + " is in its holder");
    }
  }

  @Test
  void whatIsDroppedStandsWhereItWasLetGo() {
    Design design = Design.of("", List.of(Drawings.router("a", null)), List.of(), List.of());
    Diagram diagram =
        Placements.place(
            design, Diagram.EMPTY, List.of(Id.of("a")), Id.of("a"), new Point(303, 201));
    Rect r = diagram.bounds(Id.of("a"));
    assertNotNull(r);
    assertTrue(r.center().distance(new Point(303, 201)) < 10, r.toString());
  }

  @Test
  void whatIsDroppedOnAnotherStandsBesideItAndTheHolderGrows() {
    Design design =
        Design.of(
            "",
            List.of(
                Drawings.datacenter("dc"), Drawings.router("a", "dc"), Drawings.router("b", "dc")),
            List.of(),
            List.of());
    Diagram before =
        Diagram.EMPTY
            .withBounds(Id.of("dc"), new Rect(0, 0, 160, 150))
            .withBounds(Id.of("a"), new Rect(30, 50, 90, 60));
    Diagram after =
        Placements.place(design, before, List.of(Id.of("b")), Id.of("b"), new Point(75, 80));
    Rect a = after.bounds(Id.of("a"));
    Rect b = after.bounds(Id.of("b"));
    Rect dc = after.bounds(Id.of("dc"));
    assertTrue(a != null && b != null && dc != null);
    assertTrue(!a.intersects(b), "beside the other");
    assertTrue(dc.contains(b), "inside its holder");
    assertEquals(before.bounds(Id.of("a")), a);
  }

  @Test
  void aNeighbourMakesRoomForAHolderThatGrows() {
    Design design =
        Design.of(
            "",
            List.of(
                Drawings.datacenter("dc"),
                Drawings.router("a", "dc"),
                Drawings.router("b", "dc"),
                Drawings.datacenter("next"),
                Drawings.router("n", "next")),
            List.of(),
            List.of());
    Diagram before =
        Diagram.EMPTY
            .withBounds(Id.of("dc"), new Rect(0, 0, 150, 150))
            .withBounds(Id.of("a"), new Rect(30, 50, 90, 60))
            .withBounds(Id.of("next"), new Rect(200, 0, 150, 150))
            .withBounds(Id.of("n"), new Rect(230, 50, 90, 60));
    Diagram after =
        Placements.place(design, before, List.of(Id.of("b")), Id.of("b"), new Point(140, 80));
    Rect dc = after.bounds(Id.of("dc"));
    Rect next = after.bounds(Id.of("next"));
    Rect n = after.bounds(Id.of("n"));
    assertTrue(dc != null && next != null && n != null);
    assertTrue(!dc.intersects(next), dc + " and " + next);
    assertTrue(next.contains(n), "it takes along what it holds");
  }

  @Test
  void aPillIsPutOnTheNearestBorder() {
    Rect cloud = new Rect(0, 0, 400, 300);
    assertEquals(
        new Point(200, 0), Placements.onBorder(new Rect(120, 20, 160, 32), cloud).center());
    assertEquals(
        new Point(400, 150), Placements.onBorder(new Rect(290, 134, 160, 32), cloud).center());
    Rect there = Placements.onBorder(new Rect(120, 20, 160, 32), cloud);
    assertEquals(there, Placements.onBorder(there, cloud));
  }
}
