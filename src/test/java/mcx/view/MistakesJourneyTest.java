package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.design.Router;
import mcx.diagram.Document;
import org.junit.jupiter.api.Test;

/**
 * Mistakes that an expert would spot in a VPN that backs up a circuit, made by hand in the
 * inspector: each is told before all else, with the reason, and mended by two clicks.
 */
class MistakesJourneyTest {

  private static final Path SAMPLE = Path.of("samples/vpn-backup-of-expressroute.mcx");

  @Test
  void aMoreSpecificPrefixOverTheVpn() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(SAMPLE);
      findings(robot);
      for (String connection : List.of("er-primary", "er-secondary")) {
        robot.selectInOutline(Id.of(connection));
        robot.openSection("BGP at MSEE " + (connection.endsWith("primary") ? 1 : 2));
        robot.fill("field-session.b.exportPolicy#exportOnly", "10.1.11.0/25");
      }
      robot.selectInOutline(Id.of("dc"));
      robot.fill("field-networks", "10.1.11.0/25\n10.1.11.0/26");
      robot.untilAnalysed();
      Document mistaken = robot.session().document();
      assertEquals(PathKind.VPN, kind(robot, "hub", "dc"), "the longer prefix has the traffic");
      toldFirst(robot, "PATH-01", "specific");
      mend(robot, mistaken, "specific");
      assertEquals(PathKind.DIRECT, kind(robot, "hub", "dc"));
    }
  }

  @Test
  void aPeerThatSpeaksOnlyIkev1() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(SAMPLE);
      findings(robot);
      robot.selectInOutline(Id.of("ce"));
      robot.openSection("VPN");
      robot.tick("field-ikeVersions", "IKEv1");
      robot.untilAnalysed();
      Document mistaken = robot.session().document();
      toldFirst(robot, "VPN-02", "ikev1");
      assertEquals(
          1, robot.texts("findings").stream().filter("New"::equals).count(), "of the last edit");
      mend(robot, mistaken, "ikev1");
    }
  }

  @Test
  void oneRouterForBothConnections() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(SAMPLE);
      findings(robot);
      Document asDrawn = robot.session().document();
      toldFirst(robot, "RED-02", "one-router");
      assertFalse(robot.texts("findings").contains("New"), "the file was just opened");
      mend(robot, asDrawn, "one-router");
      assertEquals(2, robot.session().document().design().all(Router.class).size());

      // Somebody leads the second connection back to the port of the first router.
      robot.selectInOutline(Id.of("metro"));
      String crossConnects = robot.text("field-crossConnects");
      assertFalse(crossConnects.isBlank());
      robot.fill("field-crossConnects", "port-ce 110 port-ms-1 110\nport-ce 111 port-ms-2 111");
      robot.untilAnalysed();
      String gap = firstCard(robot).finding().title();
      assertTrue(gap.contains("no router has VLAN 111 on an access link to “Port 1”"), gap);
      robot.picture("mistake-one-router-gap");
      robot.selectInOutline(Id.of("ce-metro"));
      robot.clickText("Add VLAN");
      Document mistaken = robot.session().document();
      toldFirst(robot, "RED-02", "one-router-again");
      mend(robot, mistaken, "one-router-again");
    }
  }

  /** The VPN is deleted, the promise of surviving a failure is made: the way out is offered. */
  @Test
  void aPromiseThatTheOneCircuitCannotKeep() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(SAMPLE);
      for (String id : List.of("vpn-gw", "internet")) {
        robot.selectInOutline(Id.of(id));
        Robot.fx(() -> robot.window().canvas().requestFocus());
        robot.press(KeyCode.DELETE);
      }
      robot.clickText("Intents");
      robot.click("intent-field");
      robot.type("Amsterdam reaches Hub surviving 1 failure");
      robot.press(KeyCode.ENTER);
      robot.until("the intent is judged", () -> robot.texts("intents").contains("broken"));
      robot.untilAnalysed();
      Document promised = robot.session().document();
      findings(robot);
      toldFirst(robot, "INTENT", "promise");
      mend(robot, promised, "promise");
      robot.clickText("Intents");
      robot.until("it holds", () -> robot.texts("intents").contains("holds"));
      assertEquals(PathKind.DIRECT, kind(robot, "hub", "dc"), "the VPN only stands by");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("mistake-promise-dark");
    }
  }

  private static void findings(Robot robot) {
    robot.clickText("Findings");
  }

  /** The first card of the pane is this rule's, and a click lights it up on the canvas. */
  private static void toldFirst(Robot robot, String rule, String picture) {
    Finding first = firstCard(robot).finding();
    robot.picture("mistake-" + picture);
    assertEquals(rule, first.rule(), () -> robot.texts("findings").toString());
    assertTrue(robot.texts("findings").contains(first.text()), "it says why");
    robot.clickText(first.title());
    robot.settle();
    assertFalse(robot.window().canvas().overlay().evidence().isEmpty(), "it is lit up");
  }

  private static FindingCard firstCard(Robot robot) {
    return Robot.fx(
        () ->
            (FindingCard)
                ((javafx.scene.layout.VBox) robot.find("findings"))
                    .getChildren().stream()
                        .filter(FindingCard.class::isInstance)
                        .findFirst()
                        .orElseThrow());
  }

  /** Tries the fix of the first card, applies it, and takes it back and forth once. */
  private static void mend(Robot robot, Document mistaken, String picture) {
    FindingCard card = firstCard(robot);
    Finding finding = card.finding();
    assertFalse(finding.fixes().isEmpty(), finding.title());
    Node button = Robot.fx(() -> card.lookup(".fix-button"));
    robot.click(button);
    robot.until(
        "the outcome is told",
        () -> robot.texts("findings").stream().anyMatch(t -> t.startsWith("Solves ")));
    assertEquals(mistaken, robot.session().document(), "only tried");
    assertTrue(robot.texts("findings").stream().anyMatch(t -> t.startsWith("Causes no new")));
    robot.picture("mistake-" + picture + "-fix");
    robot.clickText("Apply");
    robot.untilAnalysed();
    assertTrue(
        robot.window().live().state().analysis().findings().stream()
            .noneMatch(f -> f.key().equals(finding.key())));
    assertFalse(robot.texts("findings").contains(finding.title()));
    assertTrue(robot.window().canvas().overlay().evidence().isEmpty(), "nothing left to show");
    robot.picture("mistake-" + picture + "-mended");
    Document mended = robot.session().document();
    Robot.fx(() -> robot.window().canvas().requestFocus());
    robot.press(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(mistaken, robot.session().document(), "one undo");
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertEquals(mended, robot.session().document());
    robot.untilAnalysed();
  }

  private static PathKind kind(Robot robot, String from, String to) {
    SitePath path =
        robot.window().live().state().analysis().separation().path(Id.of(from), Id.of(to));
    return path.kind();
  }
}
