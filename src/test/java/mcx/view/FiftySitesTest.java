package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import mcx.bench.Drawn;
import mcx.design.Id;
import mcx.editor.Edits;
import mcx.format.McxFiles;
import mcx.paint.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on a design of 50 sites: what it shows, and what it leaves alone. */
class FiftySitesTest {

  @TempDir Path folder;

  private Robot opened() throws Exception {
    Path file = folder.resolve("fifty.mcx");
    McxFiles.save(Drawn.fiftySitesPlaced(), file);
    Robot robot = Robot.start();
    Robot.fx(() -> robot.window().open(file));
    robot.until("the file is open", () -> !robot.session().document().design().links().isEmpty());
    untilFresh(robot);
    return robot;
  }

  /** Until all but the failures is about the newest document: those take long. */
  private static void untilFresh(Robot robot) {
    robot.until("the analysis is fresh", () -> robot.window().live().state().current());
  }

  private static void open(Robot robot, String tab) {
    Robot.fx(() -> robot.window().analysis().open(tab));
    robot.settle();
  }

  private static Overlay overlay(Robot robot) {
    return Robot.fx(() -> robot.window().canvas().overlay());
  }

  private static void rename(Robot robot, String site, String name) {
    Robot.fx(
        () -> robot.session().apply(Edits.rename(robot.session().document(), Id.of(site), name)));
    untilFresh(robot);
  }

  private static List<String> headers(Robot robot) {
    TableView<?> matrix = (TableView<?>) robot.find("separation-matrix");
    return Robot.fx(() -> matrix.getColumns().stream().map(c -> c.getText()).toList());
  }

  @Test
  void aTabThatNobodySeesCatchesUpWhenItComesToTheFront() throws Exception {
    try (Robot robot = opened()) {
      open(robot, "separation");
      assertTrue(headers(robot).contains("Site 7"), headers(robot)::toString);
      open(robot, "adverts");
      rename(robot, "site-7", "Amsterdam");
      open(robot, "separation");
      assertTrue(headers(robot).contains("Amsterdam"), headers(robot)::toString);
      assertFalse(headers(robot).contains("Site 7"));
      rename(robot, "site-7", "Utrecht");
      assertTrue(headers(robot).contains("Utrecht"), headers(robot)::toString);
    }
  }

  @Test
  void cardsOfFindingsThatReadTheSameStay() throws Exception {
    try (Robot robot = opened()) {
      open(robot, "findings");
      Map<Object, Node> before = cards(robot);
      assertFalse(before.isEmpty());
      rename(robot, "site-40", "Nowhere in particular");
      Map<Object, Node> after = cards(robot);
      int same = 0;
      for (var e : after.entrySet()) {
        Node old = before.get(e.getKey());
        if (old != null
            && ((FindingCard) old).finding() == ((FindingCard) e.getValue()).finding()) {
          assertSame(old, e.getValue());
          same++;
        }
      }
      assertTrue(same > 0, "no card stayed");
      // What stays is about the newest result: its fixes are those of the newest design.
      List<?> newest = Robot.fx(() -> robot.window().live().state().analysis().review().findings());
      for (Node card : after.values()) {
        assertTrue(newest.stream().anyMatch(f -> f == ((FindingCard) card).finding()));
      }
    }
  }

  private static Map<Object, Node> cards(Robot robot) {
    VBox box = (VBox) robot.find("findings");
    return Robot.fx(
        () -> {
          Map<Object, Node> cards = new HashMap<>();
          for (Node n : box.getChildren()) {
            if (n instanceof FindingCard c) {
              cards.put(c.finding().key(), c);
            }
          }
          return cards;
        });
  }

  @Test
  void routesOfOneOriginOrOfAllFlowWithoutClutter() throws Exception {
    try (Robot robot = opened()) {
      robot.click("flow-all");
      Overlay all = overlay(robot);
      assertFalse(all.flows().isEmpty());
      for (Overlay.Flow f : all.flows()) {
        assertEquals(null, f.chip());
        assertTrue(f.stop() == null || f.stop().callout() == null);
      }
      long lines = all.flows().stream().map(Overlay.Flow::line).distinct().count();
      assertEquals(all.flows().size(), lines);
      robot.picture("fifty-adverts-all-light");
      robot.click("flow-all");
      assertTrue(overlay(robot).flows().isEmpty());
      ComboBox<?> origins = (ComboBox<?>) robot.find("origin-filter");
      Robot.fx(() -> origins.getSelectionModel().select(1));
      robot.settle();
      assertFalse(overlay(robot).flows().isEmpty());
      robot.picture("fifty-adverts-one-light");
    }
  }

  @Test
  void whatBelongsToVrfsIsShownOnTheCanvas() throws Exception {
    try (Robot robot = opened()) {
      open(robot, "separation");
      Node partners = robot.find("vrf-partners");
      Node corporate = robot.find("vrf-corporate");
      Robot.fx(
          () -> {
            partners.getOnMouseClicked().handle(null);
            corporate.getOnMouseClicked().handle(null);
          });
      assertEquals(List.of(Id.of("partners"), Id.of("corporate")), overlay(robot).vrfs());
      robot.picture("fifty-vrfs-light");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("fifty-vrfs-dark");
      Robot.fx(() -> corporate.getOnMouseClicked().handle(null));
      assertEquals(List.of(Id.of("partners")), overlay(robot).vrfs());
      Robot.fx(() -> partners.getOnMouseClicked().handle(null));
      assertEquals(List.of(), overlay(robot).vrfs());
      // One that is selected in the outline is shown as well.
      Robot.fx(() -> robot.session().select(List.of(Id.of("clouds"))));
      robot.settle();
      assertEquals(List.of(Id.of("clouds")), overlay(robot).vrfs());
    }
  }

  @Test
  void everyTabInBothThemes() throws Exception {
    try (Robot robot = opened()) {
      for (String theme : List.of("light", "dark")) {
        for (String tab :
            List.of("adverts", "separation", "fallback", "intents", "findings", "routes")) {
          open(robot, tab);
          robot.picture("fifty-" + tab + "-" + theme);
          assertNotNull(robot.find("analysis-panel"));
        }
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      }
      assertEquals(List.of(), robot.warnings());
    }
  }
}
