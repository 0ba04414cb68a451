package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import mcx.design.Id;
import mcx.diagram.Document;
import org.junit.jupiter.api.Test;

/** What may be set of a thing beyond its own fields stands in the inspector. */
class SettingsPictureTest {

  @Test
  void theInspectorShowsWhatMayBeSet() throws Exception {
    try (Robot robot = Robot.start()) {
      Document document = robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.session().select(List.of(Id.of("vpn"))));
      robot.settle();
      Robot.fx(
          () -> {
            for (Node node : robot.find("inspector").lookupAll(".titled-pane")) {
              TitledPane pane = (TitledPane) node;
              pane.setExpanded(pane.getText().equals("More settings"));
            }
          });
      robot.settle();
      List<String> shown = robot.texts("inspector");
      assertTrue(shown.containsAll(List.of("MTU", "MSS clamp", "Latency")), shown.toString());
      assertEquals(document, robot.session().document(), "looking changes nothing");
      robot.picture("settings");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("settings-dark");
    }
  }
}
