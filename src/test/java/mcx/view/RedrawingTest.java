package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import mcx.bench.Drawn;
import mcx.catalog.CatalogLoader;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.editor.Edits;
import mcx.paint.Scene;
import org.junit.jupiter.api.Test;

class RedrawingTest {

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Queue<Runnable> ui = new ArrayDeque<>();
  private final List<Scene> taken = new ArrayList<>();
  private final Redrawing redrawing = new Redrawing(background::add, ui::add, taken::add);
  private final Document fifty = Drawn.fiftySitesPlaced();
  private final Scene before = Scene.of(fifty, CatalogLoader.builtIn());

  private Document moved(int site) {
    return Edits.move(fifty, List.of(Id.of("site-" + site)), 32, 64)
        .change()
        .apply(fifty)
        .document();
  }

  private static void run(Queue<Runnable> work) {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void firstComesASketchThenTheWhole() {
    redrawing.draw(before, moved(7));
    assertEquals(1, taken.size());
    assertTrue(taken.getFirst().isSketched());
    assertTrue(redrawing.isGoingOn());
    run(background);
    assertEquals(1, taken.size(), "nothing is handed on by another thread than the window's");
    run(ui);
    assertEquals(2, taken.size());
    assertFalse(taken.getLast().isSketched());
    assertEquals(moved(7), taken.getLast().document());
    assertFalse(redrawing.isGoingOn());
  }

  @Test
  void anotherEditTakesThePlaceOfOneThatIsNotFinished() {
    redrawing.draw(before, moved(7));
    redrawing.draw(taken.getFirst(), moved(9));
    run(background);
    redrawing.draw(taken.getLast(), moved(11));
    run(ui);
    assertEquals(3, taken.size(), "sketches only: each was overtaken by the next");
    run(background);
    run(ui);
    assertEquals(4, taken.size());
    assertFalse(taken.getLast().isSketched());
    assertEquals(moved(11), taken.getLast().document());
  }

  @Test
  void whatIsForgottenIsNotHandedOn() {
    redrawing.draw(before, moved(7));
    run(background);
    redrawing.forget();
    run(ui);
    assertEquals(1, taken.size());
    assertFalse(redrawing.isGoingOn());
  }

  @Test
  void whatMovesNothingIsDoneAtOnce() {
    Document renamed =
        Edits.rename(fifty, Id.of("site-7"), "Renamed").change().apply(fifty).document();
    redrawing.draw(before, renamed);
    assertFalse(taken.getFirst().isSketched());
    assertTrue(background.isEmpty());
    assertFalse(redrawing.isGoingOn());
  }
}
