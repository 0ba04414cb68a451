package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import mcx.design.BgpPeering;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.design.Vrf;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.inet.Asn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window, used as people use it. */
class WindowTest {

  private static final Path SAMPLES = Path.of("samples");
  private static final Path VRF_PER_CLOUD = SAMPLES.resolve("layer-3-provider-vrf-per-cloud.mcx");

  @TempDir Path folder;

  @Test
  void opensOnTheGalleryInBothThemesWithoutAComplaint() {
    try (Robot robot = Robot.start(SAMPLES)) {
      Robot.fx(() -> robot.window().showGallery());
      robot.until("the samples are there", () -> robot.texts("gallery").size() >= 20);
      robot.picture("gallery-light");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("gallery-dark");
      robot.clickText("Layer-3 provider, a VRF for each cloud");
      robot.until(
          "the sample is open", () -> !robot.session().document().design().elements().isEmpty());
      robot.untilAnalysed();
      assertFalse(robot.find("gallery").isVisible());
      assertEquals("Not saved yet", robot.text("status-saved"));
      robot.picture("sample-dark");
      assertEquals(List.of(), robot.warnings());
    }
  }

  private List<Path> hostileFiles() throws IOException {
    String good = Files.readString(VRF_PER_CLOUD);
    Path big = folder.resolve("big.mcx");
    try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
      file.setLength(200L << 20);
    }
    return List.of(
        written("truncated.mcx", good.substring(0, good.length() / 2)),
        Files.write(folder.resolve("binary.mcx"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}),
        big,
        written("deep.mcx", "[".repeat(100_000)),
        written("future.mcx", good.replaceFirst("\"1\\.[0-9]+\"", "\"99.0\"")),
        written(
            "reference.mcx",
            good.replaceFirst("\"parent\": \"[^\"]+\"", "\"parent\": \"nowhere\"")));
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void filesThatCannotBeReadLeaveWhatIsOpen() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      Document before = robot.session().document();
      for (Path broken : hostileFiles()) {
        Robot.fx(() -> robot.window().open(broken));
        robot.until("it is told", () -> !robot.window().openSheets().isEmpty());
        List<String> said = robot.texts("sheets");
        assertTrue(
            said.stream().anyMatch(t -> t.contains(broken.getFileName().toString())),
            broken + ": " + said);
        if (broken.endsWith("truncated.mcx")) {
          robot.picture("open-failed");
        }
        robot.press(KeyCode.ENTER);
        assertTrue(Robot.fx(() -> robot.window().openSheets().isEmpty()));
        assertEquals(before, robot.session().document(), broken.toString());
        assertEquals(VRF_PER_CLOUD, robot.session().file());
      }
    }
  }

  @Test
  void aTunnelThatNeverComesUpIsMarked() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(SAMPLES.resolve("ikev1-only-cloud.mcx"));
      robot.untilAnalysed();
      VpnConnection refused =
          robot.session().document().design().allLinks(VpnConnection.class).stream()
              .filter(l -> l.name().equals("To the cloud's gateway"))
              .findFirst()
              .orElseThrow();
      assertEquals(
          Set.of(refused.id()), Robot.fx(() -> robot.window().canvas().overlay().failed()));
      robot.picture("dead-tunnel");
    }
  }

  @Test
  void saysWhatOfAFileIsNotShown() throws Exception {
    Path newer =
        written(
            "newer.mcx",
            Files.readString(VRF_PER_CLOUD)
                .replaceFirst(
                    "\"elements\": \\{", "\"elements\": { \"x\": {\"kind\": \"teleporter\"},"));
    try (Robot robot = Robot.start()) {
      Robot.fx(() -> robot.window().open(newer));
      robot.until("it is told", () -> !robot.window().openSheets().isEmpty());
      assertTrue(
          robot.texts("sheets").stream().anyMatch(t -> t.startsWith("One element or link is")),
          robot.texts("sheets").toString());
    }
  }

  @Test
  void asksBeforeChangesAreLost() throws IOException, mcx.format.McxFormatException {
    Path file = folder.resolve("kept.mcx");
    try (Robot robot = Robot.start()) {
      robot.dragStencil("cloud.azure", new Point(200, 300));
      assertEquals("Unsaved changes", robot.text("status-saved"));
      Document drawn = robot.session().document();

      robot.press(KeyCode.CONTROL, KeyCode.N);
      robot.picture("unsaved");
      robot.press(KeyCode.ESCAPE);
      assertEquals(drawn, robot.session().document());

      robot.press(KeyCode.CONTROL, KeyCode.N);
      robot.answers().toSave = null;
      robot.click("unsaved-save");
      assertEquals(drawn, robot.session().document(), "turned away from the file dialog");

      robot.answers().toSave = file;
      robot.press(KeyCode.CONTROL, KeyCode.N);
      robot.click("unsaved-save");
      robot.until("the canvas is empty", () -> robot.session().document().equals(Document.EMPTY));
      assertEquals(drawn, McxFiles.read(file));

      robot.dragStencil("cloud.aws", new Point(200, 300));
      robot.press(KeyCode.CONTROL, KeyCode.N);
      robot.click("unsaved-discard");
      robot.until("the canvas is empty", () -> robot.session().document().equals(Document.EMPTY));
    }
  }

  @Test
  void aValueThatCannotBeStaysInItsFieldAndOutOfTheDesign() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      Id provider = robot.session().document().design().all(Layer3Provider.class).getFirst().id();
      Robot.fx(() -> robot.session().select(List.of(provider)));
      robot.settle();
      Document before = robot.session().document();
      TextField asn = (TextField) robot.find("field-asn");
      assertEquals("64900", asn.getText());

      robot.click(asn);
      robot.press(KeyCode.CONTROL, KeyCode.A);
      robot.type("no number");
      assertEquals(before, robot.session().document());
      assertEquals("no number", asn.getText());
      assertTrue(asn.getStyleClass().contains("field-bad"));
      robot.picture("inspector-invalid");

      robot.press(KeyCode.CONTROL, KeyCode.A);
      robot.type("65001");
      assertFalse(asn.getStyleClass().contains("field-bad"));
      Layer3Provider changed =
          robot.session().document().design().element(provider, Layer3Provider.class);
      assertEquals(Asn.of("65001"), changed.asn());
      robot.untilAnalysed();
      assertTrue(robot.texts("advertisements").stream().anyMatch(t -> t.startsWith("65001 ")));

      Robot.fx(() -> robot.window().canvas().requestFocus());
      robot.press(KeyCode.CONTROL, KeyCode.Z);
      assertEquals(before, robot.session().document(), "what was typed is one step");
      assertEquals("64900", asn.getText());
    }
  }

  @Test
  void aSessionBetweenLoopbacksIsDrawnAndEdited() throws Exception {
    Path file =
        written(
            "loopbacks.mcx",
            """
            {"mcx": {"version": "1.0"},
             "design": {
               "elements": {
                 "r1": {"kind": "router", "name": "Core 1", "asn": 65001, "routerId": "192.0.2.1"},
                 "r2": {"kind": "router", "name": "Core 2", "asn": 65001, "routerId": "192.0.2.2"},
                 "r3": {"kind": "router", "name": "Border", "asn": 65001, "routerId": "192.0.2.3"}},
               "links": {
                 "l1": {"kind": "private-link", "a": "r1", "b": "r2", "routing": "none"},
                 "l2": {"kind": "private-link", "a": "r2", "b": "r3", "routing": "none"},
                 "s": {"kind": "bgp-peering", "a": "r1", "b": "r3"}}},
             "diagram": {
               "bounds": {
                 "r1": [0, 0, 100, 60], "r2": [220, 120, 100, 60], "r3": [440, 0, 100, 60]}}}
            """);
    try (Robot robot = Robot.start()) {
      robot.open(file);
      Id peering = Id.of("s");
      Robot.fx(() -> robot.session().select(List.of(peering)));
      robot.settle();
      robot.clickText("BGP at Core 1");
      assertEquals("192.0.2.1 (router id)", promptOf(robot, "field-session.a.address"));
      robot.openSection("More BGP settings at Core 1");
      TextField limit = (TextField) robot.find("field-session.a.prefixLimit");
      Robot.fx(limit::requestFocus);
      robot.type("1000");
      robot.picture("loopback-session");
      BgpPeering edited = (BgpPeering) robot.session().document().design().link(peering);
      assertEquals(1000, edited.session().a().prefixLimit());
      Robot.fx(() -> robot.window().canvas().requestFocus());
      robot.press(KeyCode.ESCAPE);
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("loopback-session-dark");
    }
  }

  private static String promptOf(Robot robot, String field) {
    TextField control = (TextField) robot.find(field);
    return Robot.fx(control::getPromptText);
  }

  @Test
  void failsAndRestoresFromTheKeyboard() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      robot.click("add-failure");
      robot.type("expressroute");
      robot.press(KeyCode.ENTER);
      Id circuit =
          robot.session().document().design().all(Circuit.class).stream()
              .filter(c -> c.product().startsWith("azure"))
              .findFirst()
              .orElseThrow()
              .id();
      assertTrue(robot.window().failing().isFailed(circuit));
      robot.untilAnalysed();
      assertEquals("1 pair of sites lost", robot.text("failure-summary"));
      assertFalse(robot.session().dirtyProperty().get(), "a failure is no change of the design");
      robot.picture("failed");
      Robot.fx(() -> robot.window().canvas().requestFocus());
      robot.press(KeyCode.SHIFT, KeyCode.X);
      robot.untilAnalysed();
      assertTrue(robot.window().failing().ids().isEmpty());
    }
  }

  @Test
  void drawsFromTheKeyboardAlone() {
    try (Robot robot = Robot.start()) {
      robot.press(KeyCode.SLASH);
      robot.type("layer-3");
      robot.press(KeyCode.ENTER);
      assertEquals(1, robot.session().document().design().all(Layer3Provider.class).size());
      Id provider = robot.session().document().design().all(Layer3Provider.class).getFirst().id();
      assertEquals(List.of(provider), List.copyOf(robot.session().selection()));
      robot.press(KeyCode.F2);
      robot.type("Meridian");
      robot.press(KeyCode.ENTER);
      assertEquals("Meridian", robot.session().document().design().element(provider).name());
      Rect before = robot.place(provider);
      robot.press(KeyCode.RIGHT);
      assertEquals(before.x() + 10, robot.place(provider).x());
      robot.press(KeyCode.DELETE);
      assertTrue(robot.session().document().design().elements().isEmpty());
    }
  }

  @Test
  void theCommandSearchRunsActionsAndGoesToElements() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      robot.press(KeyCode.CONTROL, KeyCode.K);
      robot.type("dark th");
      robot.picture("command-search");
      robot.press(KeyCode.ENTER);
      assertTrue(robot.window().options().darkProperty().get());
      robot.press(KeyCode.CONTROL, KeyCode.K);
      robot.type("meridian");
      robot.press(KeyCode.ENTER);
      Id provider = robot.session().document().design().all(Layer3Provider.class).getFirst().id();
      assertEquals(List.of(provider), List.copyOf(robot.session().selection()));
    }
  }

  @Test
  void movesSelectsZoomsAndPansOnTheCanvas() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      Id site = robot.session().document().design().all(Premises.class).getFirst().id();
      Id router = robot.session().document().design().all(Router.class).getFirst().id();
      Rect box = robot.place(site);
      Rect child = robot.place(router);
      robot.look(box.center(), 0.8);
      Point grip = new Point(box.x() + 60, box.y() + 20);
      robot.dragCanvas(grip, grip.plus(60, 0), grip.plus(120, 0));
      assertEquals(120, robot.place(site).x() - box.x(), 15);
      assertEquals(
          robot.place(site).x() - box.x(),
          robot.place(router).x() - child.x(),
          1e-6,
          "carried along");
      assertTrue(robot.session().undoNameProperty().get().startsWith("Undo Move"));

      Document moved = robot.session().document();
      robot.dragCanvas(grip.plus(120, 0), grip.plus(200, 80));
      assertNotEquals(moved, robot.session().document());
      robot.press(KeyCode.CONTROL, KeyCode.Z);
      assertEquals(moved, robot.session().document());

      double zoom = robot.window().tools().viewportProperty().get().zoom();
      robot.press(KeyCode.CONTROL, KeyCode.EQUALS);
      assertTrue(robot.window().tools().viewportProperty().get().zoom() > zoom);
      robot.press(KeyCode.CONTROL, KeyCode.DIGIT0);
      assertEquals("100 %", robot.text("zoom"));
    }
  }

  @Test
  void theOutlineMirrorsTheDesignAndItsSelection() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      robot.clickText("Outline");
      TreeView<?> tree = (TreeView<?>) robot.find("outline");
      Id cloud = robot.session().document().design().all(Cloud.class).getFirst().id();
      Robot.fx(() -> robot.session().select(List.of(cloud)));
      assertEquals(cloud, Robot.fx(() -> tree.getSelectionModel().getSelectedItem().getValue()));
      robot.picture("outline");
      robot.clickText("Meridian IP VPN");
      Id provider = robot.session().document().design().all(Layer3Provider.class).getFirst().id();
      assertEquals(List.of(provider), List.copyOf(robot.session().selection()));
    }
  }

  @Test
  void choosingARowShowsItOnTheCanvas() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      TableView<?> sessions = (TableView<?>) robot.find("advertisements");
      Robot.fx(() -> sessions.getSelectionModel().select(0));
      robot.settle();
      assertFalse(robot.window().canvas().overlay().flows().isEmpty());
      robot.picture("flow");
      robot.clickText("Findings");
      robot.clickText(
          "AWS Frankfurt, Azure West Europe and Google Cloud never learn of each other");
      robot.settle();
      assertFalse(robot.window().canvas().overlay().evidence().isEmpty());
      assertTrue(robot.texts("findings").contains("ASN-13"));
    }
  }

  @Test
  void aFixIsShownBeforeItIsAppliedAndIsOneStep() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      Document before = robot.session().document();
      robot.clickText("Findings");
      robot.clickText("Let VRF-AWS, VRF-AZ and VRF-GCP accept AS 64900 once");
      robot.settle();
      assertEquals(before, robot.session().document(), "a preview changes nothing");
      assertEquals(3, robot.window().canvas().overlay().evidence().size());
      assertTrue(robot.texts("findings").contains("Solves 1 finding"), "the outcome is told");
      robot.picture("fix-preview");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("fix-preview-dark");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.clickText("Discard");
      robot.settle();
      assertTrue(robot.window().canvas().overlay().evidence().isEmpty());
      robot.clickText("Let VRF-AWS, VRF-AZ and VRF-GCP accept AS 64900 once");
      robot.settle();
      robot.clickText("Apply");
      robot.settle();
      assertFalse(robot.texts("findings").contains("ASN-13"));
      assertEquals(1, robot.session().document().design().all(Vrf.class).getFirst().allowAsIn());
      Robot.fx(() -> robot.session().undo());
      assertEquals(before.design(), robot.session().document().design());
    }
  }

  @Test
  void aFindingIsAcceptedForAReasonAndTakenBack() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(VRF_PER_CLOUD);
      robot.clickText("Findings");
      robot.clickText("Accept…");
      robot.type("The clouds shall stay apart");
      robot.press(KeyCode.ENTER);
      robot.settle();
      assertFalse(robot.texts("findings").contains("ASN-13"));
      assertEquals(
          "The clouds shall stay apart",
          robot.session().document().design().mutes().values().iterator().next().reason());
      robot.clickText("1 accepted finding");
      robot.settle();
      robot.picture("accepted");
      robot.clickText("Show it again");
      robot.settle();
      assertTrue(robot.texts("findings").contains("ASN-13"));
      assertTrue(robot.session().document().design().mutes().isEmpty());
    }
  }

  @Test
  void theRoutesTabExplainsWhatIsThereAndWhatIsNot() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(SAMPLES.resolve("vpn-backup-of-expressroute.mcx"));
      Robot.fx(() -> robot.window().analysis().openRoutes(Id.of("ce")));
      robot.settle();
      TableView<?> rib = (TableView<?>) robot.find("rib");
      Robot.fx(() -> rib.getSelectionModel().select(1));
      robot.settle();
      List<String> said = robot.texts("route-reason");
      assertTrue(said.contains("Local preference"), said.toString());
      assertTrue(said.contains("2 of 4 left"), said.toString());
      assertTrue(said.contains("eBGP, sets local preference 150"), said.toString());
      robot.picture("explained-light");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("explained-dark");

      robot.open(VRF_PER_CLOUD);
      Robot.fx(() -> robot.window().analysis().openRoutes(Id.of("vnet")));
      robot.settle();
      int last = Robot.fx(() -> rib.getItems().size() - 1);
      Robot.fx(() -> rib.getSelectionModel().select(last));
      robot.settle();
      said = robot.texts("route-reason");
      assertTrue(
          said.stream().anyMatch(t -> t.contains("finds its own AS 64900 in the path")),
          said.toString());
      robot.picture("missing-dark");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("missing-light");
    }
  }
}
