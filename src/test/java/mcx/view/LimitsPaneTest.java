package mcx.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Limits with what they count, and what growth comes to. */
class LimitsPaneTest {

  @Test
  void limitsStandWithTheirCountsAndGrowthIsTried() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/layer-3-provider-one-vrf.mcx"));
      robot.click("show-limits");
      robot.settle();
      TableView<?> table = (TableView<?>) robot.find("limits");
      assertTrue(table.getItems().size() > 3);
      double row = Robot.fx(() -> table.lookup(".table-row-cell").getBoundsInParent().getHeight());
      assertTrue(row < 90, () -> "rows are as high as their text: " + row);
      Robot.fx(() -> table.getSelectionModel().select(0));
      robot.settle();
      assertFalse(robot.window().canvas().overlay().evidence().isEmpty());
      Robot.fx(
          () -> {
            @SuppressWarnings("unchecked")
            Spinner<Integer> more = (Spinner<Integer>) robot.find("growth").lookup(".spinner");
            more.getValueFactory().setValue(200);
          });
      robot.clickText("Try");
      robot.until(
          "the growth is told",
          () -> robot.texts("growth").stream().anyMatch(t -> t.contains("and the limit is 100")));
      robot.picture("limits");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("limits-dark");
    }
  }
}
