package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import mcx.design.Intent;
import org.junit.jupiter.api.Test;

/** Intents are typed as sentences, judged at every edit, and show what breaks them. */
class IntentsPaneTest {

  @Test
  void anIntentIsTypedKeptJudgedAndShownBroken() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().open("intents"));
      robot.settle();
      robot.picture("intents-empty");
      robot.click("intent-field");
      robot.type("Amsterdam reaches Spoke over private links, surviving 1 failure");
      robot.press(KeyCode.ENTER);
      robot.until("the intent is judged", () -> robot.texts("intents").contains("broken"));
      List<Intent> kept = List.copyOf(robot.session().document().design().intents().values());
      assertEquals(1, kept.size());
      assertTrue(kept.getFirst().privateOnly());
      assertEquals(1, kept.getFirst().survives());
      robot.clickText("Amsterdam reaches Spoke over private links, surviving 1 failure");
      robot.settle();
      assertFalse(robot.window().canvas().overlay().isEmpty());
      robot.picture("intents");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("intents-dark");
    }
  }

  @Test
  void whatIsNoSentenceIsToldAndNothingIsLost() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().open("intents"));
      robot.click("intent-field");
      robot.type("Amsterdam reaches Rotterdam");
      robot.picture("intents-offers");
      robot.press(KeyCode.ENTER);
      robot.settle();
      assertEquals("Amsterdam reaches Rotterdam", robot.text("intent-field"));
      assertTrue(robot.session().document().design().intents().isEmpty());
      robot.picture("intents-problem");
    }
  }

  @Test
  void whatHoldsIsProposedAndKept() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/layer-3-provider-vrf-per-cloud.mcx"));
      Robot.fx(() -> robot.window().analysis().open("intents"));
      robot.click("propose-intents");
      robot.until("proposals", () -> robot.texts("intent-proposals").contains("Keep"));
      robot.picture("proposals");
      robot.click(robot.find("intent-proposals").lookup(".button"));
      robot.until("one is kept", () -> robot.session().document().design().intents().size() == 1);
      robot.until("it holds", () -> robot.texts("intents").contains("holds"));
    }
  }
}
