package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import mcx.analysis.Fallback;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.editor.Edits;
import mcx.paint.Overlay;
import mcx.paint.Scene;
import org.junit.jupiter.api.Test;

/** What carries the traffic after a failure, how well, and how it gets there. */
class FallbackPaneTest {

  @Test
  void aFailureShowsWhatTakesOverAndIsPlayedThrough() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().open("fallback"));
      robot.until("failures are tried", () -> robot.window().live().state().fallback() != null);
      robot.settle();
      TableView<?> outcomes = (TableView<?>) robot.find("fallback-outcomes");
      Robot.fx(
          () -> {
            for (int i = 0; i < outcomes.getItems().size(); i++) {
              if (((Fallback.Outcome) outcomes.getItems().get(i)).effect() == Fallback.Effect.VPN) {
                outcomes.getSelectionModel().select(i);
                return;
              }
            }
          });
      robot.settle();
      List<String> said = robot.texts("outcome-details");
      assertTrue(said.stream().anyMatch(t -> t.contains("Gbit/s")), said.toString());
      assertTrue(said.stream().anyMatch(t -> t.startsWith("IKE version")), said.toString());
      robot.picture("fallback-details");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("fallback-details-dark");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.clickText("Fail it");
      robot.untilAnalysed();
      robot.click("play-steps");
      robot.until("the steps are found", () -> robot.find("steps").isVisible());
      robot.settle();
      robot.click("next-step");
      robot.settle();
      assertFalse(robot.window().canvas().overlay().evidence().isEmpty());
      robot.picture("steps");
    }
  }

  @Test
  void theWayOfThePairIsShownAnewAfterAnEdit() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().open("fallback"));
      robot.until("failures are tried", () -> robot.window().live().state().fallback() != null);
      robot.settle();
      assertEquals(wayOfFirstPair(robot), flows(robot));
      List<Overlay.Flow> before = flows(robot);
      Robot.fx(
          () ->
              robot
                  .session()
                  .apply(Edits.delete(robot.session().document(), Set.of(Id.of("er-primary")))));
      robot.until("another way is shown", () -> !flows(robot).equals(before));
      robot.until("the analysis is fresh", () -> robot.window().live().state().current());
      robot.until("it is the way that is left", () -> wayOfFirstPair(robot).equals(flows(robot)));
    }
  }

  private static List<Overlay.Flow> flows(Robot robot) {
    return Robot.fx(() -> robot.window().canvas().overlay().flows());
  }

  private static List<Overlay.Flow> wayOfFirstPair(Robot robot) {
    return Robot.fx(
        () -> {
          Fallback.Pair pair = robot.window().live().state().fallback().pairs().getFirst();
          Scene on = robot.window().canvas().finished();
          return Overlay.ofPath(on, pair.now()).plus(Overlay.ofPath(on, pair.back())).flows();
        });
  }

  @Test
  void expectedTrafficIsKeptAsAnIntent() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().open("fallback"));
      robot.until("failures are tried", () -> robot.window().live().state().fallback() != null);
      robot.settle();
      robot.click("demand");
      robot.type("900");
      robot.press(KeyCode.ENTER);
      robot.until("it is kept", () -> !robot.session().document().design().intents().isEmpty());
      Intent kept = robot.session().document().design().intents().values().iterator().next();
      assertEquals(900, kept.bandwidthMbps());
    }
  }

  @Test
  void failuresAreRankedAndTwoAreTriedAtOnce() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().open("fallback"));
      robot.until("failures are tried", () -> robot.window().live().state().fallback() != null);
      robot.settle();
      robot.click("by-failure");
      robot.settle();
      assertTrue(robot.texts("ranking").contains("CE"), robot.texts("ranking").toString());
      robot.click("try-pairs");
      robot.until(
          "pairs are tried",
          () -> robot.texts("pairs-of-failures").stream().anyMatch(t -> t.contains(" lose each")));
      robot.picture("ranking");
    }
  }
}
