package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private static final double CLOSE = 1e-6;

  @Test
  void whatIsUnderThePointerStaysUnderItWhileZooming() {
    for (int seed = 0; seed < 500; seed++) {
      Random r = new Random(seed);
      Viewport v =
          new Viewport(0.05 + r.nextDouble() * 5, r.nextInt(-900, 900), r.nextInt(-900, 900));
      double x = r.nextInt(1400);
      double y = r.nextInt(900);
      Point before = v.toDiagram(x, y);
      Viewport zoomed = v.zoomedAt(x, y, v.zoom() * (0.2 + r.nextDouble() * 4));
      Point after = zoomed.toDiagram(x, y);
      assertEquals(before.x(), after.x(), CLOSE, "seed " + seed);
      assertEquals(before.y(), after.y(), CLOSE, "seed " + seed);
      Point view = zoomed.toView(after);
      assertEquals(x, view.x(), CLOSE, "seed " + seed);
      assertTrue(zoomed.zoom() >= Viewport.MIN_ZOOM && zoomed.zoom() <= Viewport.MAX_ZOOM);
    }
  }

  @Test
  void fitShowsAllOfItInTheMiddleAndNoLargerThanLife() {
    Rect part = new Rect(-300, 200, 2000, 500);
    Viewport v = Viewport.fitting(part, 1000, 800, 40);
    assertTrue(new Rect(39.9, 39.9, 920.2, 720.2).contains(v.toView(part)));
    assertEquals(500, v.toView(part.center()).x(), CLOSE);
    assertEquals(400, v.toView(part.center()).y(), CLOSE);
    assertEquals(1, Viewport.fitting(new Rect(0, 0, 10, 10), 1000, 800, 40).zoom());
    assertEquals(
        Viewport.MIN_ZOOM, Viewport.fitting(new Rect(0, 0, 1e6, 1e6), 1000, 800, 40).zoom());
  }

  @Test
  void revealMovesNoMoreThanNeeded() {
    Viewport v = Viewport.START;
    assertSame(v, v.revealing(new Rect(100, 100, 50, 50), 800, 600, 20));
    Viewport right = v.revealing(new Rect(900, 100, 50, 50), 800, 600, 20);
    assertEquals(780, right.toView(new Rect(900, 100, 50, 50)).right(), CLOSE);
    assertEquals(0, right.panY(), CLOSE);
    Viewport large = v.revealing(new Rect(0, 0, 5000, 100), 800, 600, 20);
    assertTrue(large.visible(800, 600).contains(new Rect(0, 0, 5000, 100)));
  }

  @Test
  void visibleIsTheInverseOfToView() {
    Viewport v = new Viewport(2, -100, 50);
    assertEquals(new Rect(50, -25, 400, 300), v.visible(800, 600));
    assertEquals(new Rect(0, 0, 800, 600), v.toView(v.visible(800, 600)));
    assertEquals(200, v.percent());
  }
}
