package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import mcx.design.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All places of one city are failed with one choice in the failure bar, played, and restored. */
class FailTogetherTest {

  @TempDir Path folder;

  @Test
  void allPlacesOfACityFailAndAreRestoredAsOne() throws Exception {
    String drawn =
        Files.readString(Path.of("src/test/resources/mcx/rules/base/path-two-circuits.mcx"));
    Path file = folder.resolve("one-city.mcx");
    Files.writeString(
        file,
        drawn
            .replace("\"metro\": \"Amsterdam\"", "\"metro\": \"Randstad\"")
            .replace("\"metro\": \"Frankfurt\"", "\"metro\": \"Randstad\""));
    try (Robot robot = Robot.start()) {
      robot.open(file);
      robot.click("add-failure");
      robot.type("all in rand");
      robot.picture("fail-together-search");
      robot.press(KeyCode.ENTER);
      robot.untilAnalysed();
      assertEquals(Set.of(Id.of("loc1"), Id.of("loc2")), robot.window().failing().ids());
      List<String> bar = robot.texts("failure-bar");
      assertTrue(bar.contains("All in Randstad"), bar.toString());
      assertTrue(robot.text("failure-summary").contains("lost"), robot.text("failure-summary"));
      robot.click("play-steps");
      robot.until("the first step is told", () -> robot.find("steps").isVisible());
      robot.picture("fail-together");
      assertTrue(
          robot.texts("advertisements").contains("down: Amsterdam has failed."),
          "by name: " + robot.texts("advertisements"));
      robot.clickText("All in Randstad");
      robot.untilAnalysed();
      assertEquals(Set.of(), robot.window().failing().ids());
    }
  }
}
