package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.diagram.Document;
import mcx.editor.Edit;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
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

  @Test
  void whatIsTypedWrongStaysInTheFieldAndIsUndoneInOneStep() throws Exception {
    try (Robot robot = Robot.start()) {
      Document document = robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Id vpn = Id.of("vpn");
      robot.selectInOutline(vpn);
      robot.openSection("More settings");
      robot.fill("field-settings#mssClamp", "much");
      assertEquals(document, robot.session().document(), "nothing wrong enters the design");
      assertEquals("much", robot.text("field-settings#mssClamp"), "and nothing is lost");
      assertTrue(
          robot
              .texts("inspector")
              .contains("MSS clamp takes a number from 500 to 9000, not “much”."),
          robot.texts("inspector").toString());
      robot.picture("settings-wrong");
      robot.fill("field-settings#mssClamp", "1350");
      assertEquals(
          1350, robot.session().document().design().link(vpn).settings().number(Setting.MSS_CLAMP));
      Robot.fx(() -> robot.window().canvas().requestFocus());
      robot.press(KeyCode.CONTROL, KeyCode.Z);
      assertEquals(document, robot.session().document());
      assertEquals("", robot.text("field-settings#mssClamp"));
    }
  }

  @Test
  void whatIsSetStandsUnfoldedWhateverWasSelectedBefore() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Id spoke = Id.of("spoke");
      Robot.fx(
          () ->
              robot
                  .session()
                  .apply(
                      new Edit(
                          "",
                          document ->
                              document.withDesign(
                                  document
                                      .design()
                                      .with(
                                          Objects.requireNonNull(
                                                  document
                                                      .design()
                                                      .element(spoke, VirtualNetwork.class))
                                              .with(
                                                  Setting.SERVICE_ENDPOINTS,
                                                  List.of(Prefix.of("20.60.0.0/16"))))))));
      robot.selectInOutline(Id.of("hub"));
      assertFalse(settings(robot).isExpanded(), "nothing is set there");
      robot.selectInOutline(spoke);
      assertTrue(settings(robot).isExpanded());
      robot.picture("service-endpoints");
    }
  }

  @Test
  void anotherOfTheSameKindIsShownInTheSameFields() throws Exception {
    try (Robot robot = Robot.start()) {
      Document document = robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Id hub = Id.of("hub");
      Id spoke = Id.of("spoke");
      robot.selectInOutline(hub);
      Node field = robot.find("field-prefixes");
      assertEquals(prefixes(document, hub), robot.text("field-prefixes"));
      robot.fill("field-prefixes", "nonsense");
      assertEquals(document, robot.session().document());
      robot.selectInOutline(spoke);
      assertSame(field, robot.find("field-prefixes"), "new controls would take long");
      assertEquals(prefixes(document, spoke), robot.text("field-prefixes"), "nothing is left");
      assertFalse(field.getStyleClass().contains("field-bad"));
      robot.fill("field-prefixes", prefixes(document, spoke) + "\n10.77.0.0/16");
      Document edited = robot.session().document();
      assertEquals(prefixes(document, hub), prefixes(edited, hub));
      assertEquals(prefixes(document, spoke) + "\n10.77.0.0/16", prefixes(edited, spoke));
      Robot.fx(() -> robot.session().select(List.of()));
      robot.settle();
      robot.selectInOutline(hub);
      assertEquals(prefixes(edited, hub), robot.text("field-prefixes"));
    }
  }

  @Test
  void fieldsAreKeptWhileThingsOfOtherKindsAreSelected() throws Exception {
    try (Robot robot = Robot.start()) {
      Document document = robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      robot.selectInOutline(Id.of("hub"));
      Node field = robot.find("field-prefixes");
      robot.openSection("More settings");
      robot.fill("field-prefixes", "nonsense");
      robot.selectInOutline(Id.of("vpn"));
      assertFalse(robot.texts("inspector").contains("nonsense"), "what is kept is out of sight");
      assertTrue(settings(robot).isExpanded(), "what somebody unfolded stays so");
      Robot.fx(() -> settings(robot).setExpanded(false));
      robot.selectInOutline(Id.of("spoke"));
      assertSame(field, robot.find("field-prefixes"));
      assertEquals(prefixes(document, Id.of("spoke")), robot.text("field-prefixes"));
      assertFalse(settings(robot).isExpanded(), "and what somebody folded");
      assertEquals(document, robot.session().document());
    }
  }

  private static String prefixes(Document document, Id network) {
    return document.design().element(network, VirtualNetwork.class).prefixes().stream()
        .map(PrefixRange::toString)
        .collect(Collectors.joining("\n"));
  }

  private static TitledPane settings(Robot robot) {
    return Robot.fx(
        () ->
            robot.find("inspector").lookupAll(".titled-pane").stream()
                .map(TitledPane.class::cast)
                .filter(p -> p.getText().equals("More settings"))
                .findFirst()
                .orElseThrow());
  }
}
