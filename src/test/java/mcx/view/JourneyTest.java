package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import mcx.analysis.Analysis;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road, with mouse and keyboard only: from an empty canvas to a picture and a file. */
class JourneyTest {

  @TempDir Path folder;

  @Test
  void drawsOneVrfForThreeCloudsFromAnEmptyCanvas() throws Exception {
    try (Robot robot = Robot.start()) {
      draw(robot);
      robot.untilAnalysed();
      robot.picture("journey-drawn");
      everybodyReachesEverybody(robot);
      thePanelTellsIt(robot);

      Document drawn = robot.session().document();
      failAndRestore(robot);
      undoAndRedo(robot, drawn);
      saveAndReopen(robot, drawn);
      export(robot);
      assertEquals(List.of(), robot.warnings());
    }
  }

  private static void draw(Robot robot) {
    robot.look(new Point(500, 400), 0.4);
    robot.dragStencil("datacenter", new Point(500, 100));
    Id datacenter = only(robot, Premises.class);
    Rect place = robot.place(datacenter);
    robot.dragStencil("router", new Point(place.right() - 20, place.bottom() - 20));
    assertEquals(2, robot.session().document().design().all(Router.class).size());
    robot.dragStencil("layer3-provider", new Point(500, 400));
    robot.dragStencil("cloud.azure", new Point(200, 750));
    robot.dragStencil("cloud.aws", new Point(560, 750));
    robot.dragStencil("cloud.google", new Point(900, 750));
    Id provider = only(robot, Layer3Provider.class);

    for (Router router : robot.session().document().design().all(Router.class)) {
      robot.connect(router.id(), inside(robot, provider));
    }
    for (Cloud cloud : robot.session().document().design().all(Cloud.class)) {
      robot.press(KeyCode.F);
      robot.connect(provider, inside(robot, cloud.id()));
      robot.chooseUsualWay();
    }
    Design design = robot.session().document().design();
    robot.picture("journey-connected");
    assertEquals(
        3, circuits(design), "each cloud has got a circuit: " + design.elements().keySet());
  }

  private static long circuits(Design design) {
    return design.all(Circuit.class).stream()
        .map(c -> design.within(c.id(), Cloud.class))
        .distinct()
        .count();
  }

  /** A point of a container where none of its children stands. */
  private static Point inside(Robot robot, Id container) {
    Rect r = robot.place(container);
    return new Point(r.x() + r.width() / 2, r.y() + 12);
  }

  private static Id only(Robot robot, Class<? extends Element> kind) {
    List<? extends Element> all = robot.session().document().design().all(kind);
    assertEquals(1, all.size(), kind.getSimpleName());
    return all.getFirst().id();
  }

  private static void everybodyReachesEverybody(Robot robot) {
    Analysis analysis = robot.window().live().state().analysis();
    assertEquals(4, analysis.separation().sites().size());
    for (SitePath path : analysis.separation().paths()) {
      assertEquals(
          PathKind.PROVIDER,
          path.kind(),
          path.from() + " to " + path.to() + ": " + path.reason() + " " + path.steps());
    }
  }

  private static void thePanelTellsIt(Robot robot) {
    TableView<?> sessions = (TableView<?>) robot.find("advertisements");
    assertTrue(sessions.getItems().size() >= 10, "sessions: " + sessions.getItems().size());
    List<String> said = robot.texts("advertisements");
    assertTrue(said.stream().anyMatch(t -> t.endsWith("12076")), "Azure's path: " + said);
    robot.clickText("Separation");
    assertTrue(robot.texts("separation-matrix").stream().filter("provider"::equals).count() >= 4);
    robot.picture("journey-separation");
    robot.clickText("Fallback");
    robot.until("pairs stand in the fallback tab", () -> !robot.texts("fallback-pairs").isEmpty());
    robot.picture("journey-fallback");
    robot.clickText("Advertisements");
  }

  private static void failAndRestore(Robot robot) {
    Design design = robot.session().document().design();
    Circuit circuit =
        design.all(Circuit.class).stream()
            .filter(c -> c.product().startsWith("azure"))
            .findFirst()
            .orElseThrow();
    robot.clickCanvas(robot.place(circuit.id()).center());
    assertEquals(List.of(circuit.id()), List.copyOf(robot.session().selection()));
    robot.press(KeyCode.X);
    robot.untilAnalysed();
    assertTrue(robot.text("failure-summary").contains("3 pairs of sites lost"));
    Analysis analysis = robot.window().live().state().analysis();
    assertTrue(analysis.separation().paths().stream().anyMatch(p -> !p.reaches()));
    robot.picture("journey-failed");
    robot.click("restore-all");
    robot.untilAnalysed();
    everybodyReachesEverybody(robot);
    robot.press(KeyCode.ESCAPE);
  }

  private static void undoAndRedo(Robot robot, Document drawn) {
    robot.clickCanvas(new Point(500, -80));
    int steps = 0;
    while (robot.session().canUndoProperty().get() && steps < 100) {
      robot.press(KeyCode.CONTROL, KeyCode.Z);
      steps++;
    }
    assertTrue(steps >= 11, "steps: " + steps);
    assertEquals(Document.EMPTY, robot.session().document());
    while (robot.session().canRedoProperty().get() && steps > 0) {
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      steps--;
    }
    assertEquals(drawn, robot.session().document());
    assertEquals(0, steps);
  }

  private void saveAndReopen(Robot robot, Document drawn) throws Exception {
    Path file = folder.resolve("one-vrf.mcx");
    robot.answers().toSave = file;
    robot.press(KeyCode.CONTROL, KeyCode.S);
    robot.until("the file is saved", () -> !robot.session().dirtyProperty().get());
    assertEquals("Saved", robot.text("status-saved"));
    assertEquals(drawn, McxFiles.read(file));

    robot.press(KeyCode.CONTROL, KeyCode.N);
    robot.until("the canvas is empty", () -> robot.session().document().equals(Document.EMPTY));
    robot.answers().toOpen = file;
    robot.press(KeyCode.CONTROL, KeyCode.O);
    robot.until("the file is open", () -> robot.session().document().equals(drawn));
    assertFalse(robot.session().canUndoProperty().get());
    robot.untilAnalysed();
    everybodyReachesEverybody(robot);
  }

  private void export(Robot robot) throws Exception {
    Path picture = folder.resolve("one-vrf.png");
    robot.answers().toSave = picture;
    robot.press(KeyCode.CONTROL, KeyCode.E);
    robot.picture("journey-export");
    robot.click("export-go");
    robot.until("the picture is written", () -> Files.exists(picture));
    robot.until("it is told", () -> robot.window().toasts().last().contains("one-vrf.png"));
    BufferedImage image = ImageIO.read(picture.toFile());
    assertTrue(image.getWidth() > 1000, "width " + image.getWidth());
    long colors =
        IntStream.range(0, image.getWidth() * image.getHeight())
            .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
            .distinct()
            .limit(50)
            .count();
    assertTrue(colors >= 20, "colours: " + colors);
  }
}
