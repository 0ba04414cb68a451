package mcx.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import mcx.design.Id;
import org.junit.jupiter.api.Test;

/** What changed from a file, and what that changed. */
class CompareTest {

  @Test
  void whatWasDeletedAndWhatThatBreaksIsShown() throws Exception {
    try (Robot robot = Robot.start()) {
      Path file = Path.of("samples/vpn-backup-of-expressroute.mcx");
      robot.open(file);
      robot.answers().toOpen = file;
      Robot.fx(
          () ->
              robot
                  .session()
                  .apply(
                      mcx.editor.Edits.delete(robot.session().document(), List.of(Id.of("vpn")))));
      Robot.fx(() -> robot.window().compare());
      robot.until("the comparison is there", () -> !robot.window().openSheets().isEmpty());
      robot.settle();
      List<String> said = robot.texts("comparison");
      assertTrue(said.stream().anyMatch(t -> t.startsWith("Backup VPN")), said.toString());
      assertTrue(
          said.stream().anyMatch(t -> t.startsWith("new single point of failure")),
          said.toString());
      robot.picture("comparison");
      robot.press(KeyCode.ESCAPE);
    }
  }
}
