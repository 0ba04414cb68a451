package mcx.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;

class SnappingTest {

  private static final double NEAR = 6;

  @Test
  void withoutNeighboursItSnapsToTheGrid() {
    Snapping.Snap snap = Snapping.snap(new Rect(103, 98, 90, 60), List.of(), NEAR);
    assertEquals(-3, snap.dx(), 1e-9);
    assertEquals(2, snap.dy(), 1e-9);
    assertTrue(snap.guides().isEmpty());
  }

  @Test
  void aNeighboursSideWinsOverTheGridAndShowsAGuide() {
    Rect neighbour = new Rect(107, 300, 90, 60);
    Snapping.Snap snap = Snapping.snap(new Rect(103, 100, 90, 60), List.of(neighbour), NEAR);
    assertEquals(4, snap.dx(), 1e-9);
    Rect there = new Rect(103, 100, 90, 60).moved(snap.dx(), snap.dy());
    assertEquals(neighbour.x(), there.x(), 1e-9);
    assertTrue(
        snap.guides().contains(new Snapping.Guide(new Point(107, 100), new Point(107, 360))),
        snap.guides().toString());
  }

  @Test
  void middlesLineUpToo() {
    Rect neighbour = new Rect(0, 0, 200, 60);
    Snapping.Snap snap = Snapping.snap(new Rect(58, 200, 80, 60), List.of(neighbour), NEAR);
    assertEquals(100, new Rect(58, 200, 80, 60).moved(snap.dx(), snap.dy()).center().x(), 1e-9);
  }

  @Test
  void whatIsFurtherThanTheToleranceDoesNotPull() {
    Rect neighbour = new Rect(107, 300, 333, 61);
    Snapping.Snap snap = Snapping.snap(new Rect(130, 100, 90, 60), List.of(neighbour), NEAR);
    assertEquals(0, snap.dx(), 1e-9);
  }

  @Test
  void snappingTwiceChangesNothing() {
    List<Rect> neighbours = List.of(new Rect(107, 300, 90, 60), new Rect(333, 41, 120, 80));
    for (int x = 60; x < 360; x += 7) {
      for (int y = 0; y < 360; y += 11) {
        Rect once = new Rect(x, y, 90, 60);
        Snapping.Snap first = Snapping.snap(once, neighbours, NEAR);
        Rect there = once.moved(first.dx(), first.dy());
        Snapping.Snap second = Snapping.snap(there, neighbours, NEAR);
        boolean alignedX = first.guides().stream().anyMatch(g -> g.from().x() == g.to().x());
        boolean alignedY = first.guides().stream().anyMatch(g -> g.from().y() == g.to().y());
        if (alignedX) {
          assertEquals(0, second.dx(), 1e-9, "from " + once);
        }
        if (alignedY) {
          assertEquals(0, second.dy(), 1e-9, "from " + once);
        }
      }
    }
  }
}
