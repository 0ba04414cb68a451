package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import mcx.bench.Drawn;
import mcx.design.Id;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import mcx.format.McxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an edit the canvas draws only what differs: that must look as if all had been drawn. */
class CanvasRepaintTest {

  @TempDir private Path folder;

  @Test
  void whatIsDrawnInPartsIsTheWholePicture() throws Exception {
    Path file = folder.resolve("fifty.mcx");
    Files.createDirectories(folder);
    McxFiles.save(Drawn.fiftySitesPlaced(), file);
    try (Robot robot = Robot.start()) {
      robot.open(file);
      EditingSession session = robot.session();
      assertWhole(robot, "opened");
      List<Id> site = List.of(Id.of("site-7"));
      edit(
          robot,
          "renamed",
          () -> session.apply(Edits.rename(session.document(), site.getFirst(), "Another name")));
      edit(robot, "moved", () -> session.apply(Edits.move(session.document(), site, 64, 24)));
      edit(
          robot,
          "deleted",
          () -> session.apply(Edits.delete(session.document(), List.of(Id.of("site-9")))));
      edit(robot, "undone", session::undo);
      robot.look(robot.place(Id.of("site-7")).center(), 0.9);
      edit(robot, "looked at closely", () -> {});
      edit(
          robot,
          "renamed closely",
          () -> session.apply(Edits.rename(session.document(), site.getFirst(), "A third name")));
      edit(
          robot,
          "moved closely",
          () -> session.apply(Edits.move(session.document(), site, 40, 16)));
      edit(robot, "moved back", session::undo);
    }
  }

  private static void edit(Robot robot, String what, Runnable edit) {
    Robot.fx(edit::run);
    robot.settle();
    robot.until("drawn", () -> robot.window().canvas().isDrawn());
    assertWhole(robot, what);
  }

  private static void assertWhole(Robot robot, String what) {
    robot.settle();
    WritableImage parts = Robot.fx(() -> picture(robot.window().canvas()));
    WritableImage whole =
        Robot.fx(
            () -> {
              robot.window().canvas().paintAnew();
              return picture(robot.window().canvas());
            });
    assertEquals(whole.getWidth(), parts.getWidth());
    PixelReader expected = whole.getPixelReader();
    PixelReader actual = parts.getPixelReader();
    for (int y = 0; y < (int) whole.getHeight(); y++) {
      for (int x = 0; x < (int) whole.getWidth(); x++) {
        int one = expected.getArgb(x, y);
        int other = actual.getArgb(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          int off = Math.abs((one >> shift & 255) - (other >> shift & 255));
          String at = what + ": another colour at " + x + ", " + y + ", by " + off;
          assertTrue(off <= 8, at);
        }
      }
    }
  }

  private static WritableImage picture(CanvasView canvas) {
    canvas.paintNow();
    return canvas.snapshot(null, null);
  }
}
