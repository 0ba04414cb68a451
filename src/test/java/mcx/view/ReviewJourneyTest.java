package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import mcx.analysis.Finding;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.RoutePolicy;
import mcx.editor.Edit;
import org.junit.jupiter.api.Test;

/** A mistake that an expert would spot is told first, and mended by a click. */
class ReviewJourneyTest {

  /** The design with nothing set that makes the customer's router prefer ExpressRoute. */
  private static Design withoutPreference(Design design) {
    Design changed = design;
    for (Link link : design.links().values()) {
      if (link instanceof mcx.design.CircuitConnection c) {
        changed = changed.with(Components.with(c, "session", plain(c.session())));
      } else if (link instanceof AccessLink l) {
        changed =
            changed.with(
                Components.with(
                    l,
                    "vlans",
                    l.vlans().stream()
                        .map(v -> Components.with(v, "session", plain(v.session())))
                        .toList()));
      }
    }
    return changed;
  }

  private static BgpSettings plain(BgpSettings s) {
    return new BgpSettings(plain(s.a()), plain(s.b()));
  }

  private static BgpEnd plain(BgpEnd end) {
    return end.with("importPolicy", RoutePolicy.PERMIT_ALL);
  }

  @Test
  void noPreferenceForThePrivatePathIsToldAndMended() throws Exception {
    try (Robot robot = Robot.start()) {
      robot.open(Path.of("samples/vpn-backup-of-expressroute.mcx"));
      Robot.fx(
          () ->
              robot
                  .session()
                  .apply(
                      new Edit(
                          "Forget the preference",
                          d -> d.withDesign(withoutPreference(d.design())))));
      robot.untilAnalysed();
      Robot.fx(() -> robot.window().analysis().open("findings"));
      robot.settle();
      List<Finding> told = robot.window().live().state().analysis().findings();
      Finding mistake = told.getFirst();
      assertEquals("PATH-02", mistake.rule());
      robot.clickText(mistake.title());
      robot.settle();
      assertFalse(robot.window().canvas().overlay().evidence().isEmpty());
      robot.picture("review");
      robot.clickText(mistake.fixes().getFirst().title());
      robot.until(
          "the outcome is told",
          () -> robot.texts("findings").stream().anyMatch(t -> t.startsWith("Solves ")));
      robot.picture("review-fix");
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
      robot.picture("review-fix-dark");
      robot.clickText("Apply");
      robot.untilAnalysed();
      robot.settle();
      assertTrue(
          robot.window().live().state().analysis().findings().stream()
              .noneMatch(f -> f.rule().equals("PATH-02")));
      assertTrue(
          robot
                  .window()
                  .live()
                  .state()
                  .analysis()
                  .separation()
                  .path(Id.of("dc"), Id.of("hub"))
                  .kind()
              == mcx.analysis.PathKind.DIRECT);
    }
  }
}
