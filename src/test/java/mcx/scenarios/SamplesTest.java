package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.diagram.Shape;
import mcx.diagram.Shapes;
import mcx.format.McxFiles;
import mcx.geometry.Rect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sample files: they hold the reference designs, and are laid out with care. */
class SamplesTest {

  private static final Path FOLDER = Path.of("samples");

  /** The room that a container keeps for its name. */
  private static final double HEADER = 44;

  /** A file that differs was edited by hand, or its design was: run SampleWriter. */
  @TestFactory
  Stream<DynamicTest> filesHoldTheReferenceDesigns() {
    return each(
        (name, document) -> {
          try {
            assertEquals(McxFiles.write(document), Files.readString(FOLDER.resolve(name)), name);
            assertEquals(document, McxFiles.read(FOLDER.resolve(name)));
          } catch (Exception e) {
            throw new AssertionError(name, e);
          }
        });
  }

  @Test
  void noFileIsWithoutADesign() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new TreeSet<>(Samples.all().keySet()),
          new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
  }

  @TestFactory
  Stream<DynamicTest> aVendorWouldRefuseNothing() {
    return each((name, document) -> Results.of(document.design()).noErrors());
  }

  /** The gallery shows the title and the first note. */
  @TestFactory
  Stream<DynamicTest> eachSaysWhatToLookAt() {
    return each(
        (name, document) -> {
          assertFalse(document.design().name().isBlank());
          assertFalse(document.diagram().notes().firstEntry().getValue().text().isBlank());
        });
  }

  @TestFactory
  Stream<DynamicTest> everyElementHasItsPlaceInsideItsHolder() {
    return each(
        (name, document) -> {
          Design design = document.design();
          for (Element e : design.elements().values()) {
            Shape shape = Shapes.of(design, e);
            Rect r = document.diagram().bounds(e.id());
            assertEquals(shape.drawn(), r != null, e.id().value());
            if (r == null || shape == Shape.PILL || e.parent() == null) {
              continue;
            }
            Rect holder = Objects.requireNonNull(document.diagram().bounds(e.parent()));
            Rect inner =
                new Rect(holder.x(), holder.y() + HEADER, holder.width(), holder.height() - HEADER);
            assertTrue(inner.contains(r), e.id() + " sticks out of " + e.parent());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> circuitsStraddleTheirCloudsBorder() {
    return each(
        (name, document) -> {
          Design design = document.design();
          for (Element e : design.elements().values()) {
            Element cloud = Shapes.border(design, e);
            if (cloud == null) {
              continue;
            }
            Rect pill = Objects.requireNonNull(document.diagram().bounds(e.id()));
            Rect r = Objects.requireNonNull(document.diagram().bounds(cloud.id()));
            double x = pill.center().x();
            double y = pill.center().y();
            assertTrue(
                y == r.y() || x == r.x() || x == r.right(), e.id() + " is off its cloud's border");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nothingOverlaps() {
    return each(
        (name, document) -> {
          Design design = document.design();
          List<Element> drawn = new ArrayList<>(design.elements().values());
          drawn.removeIf(e -> !Shapes.of(design, e).drawn());
          for (Element a : drawn) {
            for (Element b : drawn) {
              if (a.id().compareTo(b.id()) < 0
                  && !design.descendants(a.id()).contains(b.id())
                  && !design.descendants(b.id()).contains(a.id())
                  && !straddles(design, a, b)
                  && !straddles(design, b, a)) {
                Rect ra = bounds(document, a.id());
                Rect rb = bounds(document, b.id());
                assertFalse(ra.intersects(rb), a.id() + " overlaps " + b.id());
              }
            }
          }
          for (var note : document.diagram().notes().values()) {
            for (Element e : drawn) {
              assertFalse(
                  note.bounds().intersects(bounds(document, e.id())), "the note covers " + e.id());
            }
          }
        });
  }

  /** Corners of containers stand on the grid of ten; cards and pills on half of it. */
  @TestFactory
  Stream<DynamicTest> everythingStandsOnTheGrid() {
    return each(
        (name, document) ->
            document
                .diagram()
                .bounds()
                .forEach(
                    (id, r) -> {
                      Element e = Objects.requireNonNull(document.design().element(id));
                      double grid = Shapes.of(document.design(), e) == Shape.CONTAINER ? 10 : 5;
                      assertEquals(0, r.x() % grid, id + " x");
                      assertEquals(0, r.y() % grid, id + " y");
                      assertEquals(0, r.width() % 10, id + " width");
                      assertEquals(0, r.height() % 10, id + " height");
                    }));
  }

  /** A pill may lie over whatever border it straddles, but over nothing else. */
  private static boolean straddles(Design design, Element pill, Element holder) {
    Element border = Shapes.border(design, pill);
    return border != null && border.id().equals(holder.id());
  }

  private static Rect bounds(Document document, Id id) {
    Rect r = document.diagram().bounds(id);
    assertNotNull(r, id.value());
    return Objects.requireNonNull(r);
  }

  private static Stream<DynamicTest> each(BiConsumer<String, Document> test) {
    return Samples.all().entrySet().stream()
        .map(s -> dynamicTest(s.getKey(), () -> test.accept(s.getKey(), s.getValue())));
  }
}
