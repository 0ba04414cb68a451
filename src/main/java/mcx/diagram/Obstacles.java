package mcx.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** The boxes of a document, as what lines go round. */
final class Obstacles {

  /** A container's header is about this high. */
  static final double HEADER = 34;

  /** So few boxes are looked through faster than the index. */
  private static final int FEW = 60;

  /** The side of a square of the index, in diagram units. */
  private static final double CELL = 400;

  /** What a line pays for each unit inside a box that has nothing to do with it. */
  private static final double THROUGH_BOX = 30;

  /** The same for a container: dear, but no wall. */
  private static final double THROUGH_CONTAINER = 6;

  /** How much more than themselves boxes keep free of lines that have nothing to do with them. */
  private static final double AROUND = 7;

  /** How wide an outline counts. */
  private static final double OUTLINE = 8;

  /** What a line pays for each unit on the outline of what holds one of its ends. */
  private static final double ON_OUTLINE = 1;

  /** What stands nearer than this before a side crowds it. */
  private static final double CLOSE = 80;

  /** The same through the title of a container that holds one of its ends. */
  private static final double THROUGH_TITLE = 1.5;

  /**
   * A box.
   *
   * @param above the elements that hold it
   * @param border what a pill sits on the border of; null for others
   */
  record Box(Id id, Rect rect, Shape shape, Set<Id> above, int nameLength, @Nullable Rect border) {

    /**
     * Whether lines should rather not leave this side: a pill's, which lies along the border that
     * it sits on rather than inside or outside.
     */
    boolean awkward(Side side) {
      if (border == null) {
        return shape == Shape.PILL && !side.vertical;
      }
      double x = rect.center().x();
      double y = rect.center().y();
      boolean onLevel = Math.abs(y - border.y()) < 2 || Math.abs(y - border.bottom()) < 2;
      boolean onUpright = Math.abs(x - border.x()) < 2 || Math.abs(x - border.right()) < 2;
      return onUpright && !onLevel ? side.vertical : !side.vertical;
    }
  }

  /**
   * Something that costs a line.
   *
   * @param area where
   * @param cost for each unit of length inside it
   * @param turns whether lines may usefully turn beside it
   */
  record Toll(Rect area, double cost, boolean turns) {}

  private final Map<Id, Box> boxes = new HashMap<>();
  private final List<Box> inOrder = new ArrayList<>();
  private final Map<Long, List<Box>> index = new HashMap<>();

  Obstacles(Design design, Diagram diagram) {
    for (Element e : design.elements().values()) {
      Rect r = diagram.bounds(e.id());
      Shape shape = r == null ? Shape.NONE : Shapes.of(design, e);
      if (r == null || !shape.drawn()) {
        continue;
      }
      Set<Id> above = new HashSet<>();
      design.ancestors(e.id()).forEach(a -> above.add(a.id()));
      Element holder = Shapes.border(design, e);
      Rect border = holder == null ? null : diagram.bounds(holder.id());
      Box box = new Box(e.id(), r, shape, above, e.name().length(), border);
      boxes.put(e.id(), box);
      inOrder.add(box);
      for (long x = cell(r.x()); x <= cell(r.right()); x++) {
        for (long y = cell(r.y()); y <= cell(r.bottom()); y++) {
          index.computeIfAbsent(key(x, y), k -> new ArrayList<>()).add(box);
        }
      }
    }
  }

  private static long cell(double v) {
    return (long) Math.floor(v / CELL);
  }

  private static long key(long x, long y) {
    return (x << 32) ^ (y & 0xffffffffL);
  }

  Collection<Box> all() {
    return inOrder;
  }

  @Nullable Box box(Id id) {
    return boxes.get(id);
  }

  /** The boxes that touch the area, in a fixed order. */
  List<Box> in(Rect area) {
    long columns = cell(area.right()) - cell(area.x()) + 1;
    long rows = cell(area.bottom()) - cell(area.y()) + 1;
    List<Box> found = new ArrayList<>();
    if (columns * rows > 64 || inOrder.size() < FEW) {
      for (Box b : inOrder) {
        if (b.rect.intersects(area)) {
          found.add(b);
        }
      }
      return found;
    }
    Set<Id> seen = new HashSet<>();
    for (long x = cell(area.x()); x <= cell(area.right()); x++) {
      for (long y = cell(area.y()); y <= cell(area.bottom()); y++) {
        for (Box b : index.getOrDefault(key(x, y), List.of())) {
          if (b.rect.intersects(area) && seen.add(b.id)) {
            found.add(b);
          }
        }
      }
    }
    found.sort((a, b) -> a.id.compareTo(b.id));
    return found;
  }

  /** What lines between the two pay for in the area. */
  List<Toll> tolls(Rect area, Box a, Box b) {
    List<Toll> tolls = new ArrayList<>();
    for (Box box : in(area)) {
      if (box == a || box == b) {
        tolls.add(new Toll(box.rect, THROUGH_BOX, true));
      } else if (a.above.contains(box.id) || b.above.contains(box.id)) {
        Rect r = box.rect;
        double title = Math.min(r.width() - 20, 150 + 8.0 * box.nameLength);
        outline(tolls, r);
        if (title > 0) {
          tolls.add(
              new Toll(
                  new Rect(r.x() + 10, r.y(), title, Math.min(HEADER, r.height())),
                  THROUGH_TITLE,
                  true));
        }
      } else if (!box.above.contains(a.id) && !box.above.contains(b.id)) {
        boolean wall = box.shape != Shape.CONTAINER;
        // What stands in a container that is passed round is passed round with it.
        tolls.add(new Toll(box.rect.grown(AROUND), wall ? THROUGH_BOX : THROUGH_CONTAINER, true));
      }
    }
    return tolls;
  }

  /** Running on a container's outline is dear, crossing it is not. */
  private static void outline(List<Toll> tolls, Rect r) {
    double w = OUTLINE / 2;
    tolls.add(new Toll(new Rect(r.x(), r.y() - w, r.width(), OUTLINE), ON_OUTLINE, false));
    tolls.add(new Toll(new Rect(r.x(), r.bottom() - w, r.width(), OUTLINE), ON_OUTLINE, false));
    tolls.add(new Toll(new Rect(r.x() - w, r.y(), OUTLINE, r.height()), ON_OUTLINE, false));
    tolls.add(new Toll(new Rect(r.right() - w, r.y(), OUTLINE, r.height()), ON_OUTLINE, false));
  }

  /** Whether something else stands close before a side, so that lines had better leave another. */
  boolean crowded(Box box, Side side, Box other) {
    Rect r = box.rect;
    Rect front =
        side.vertical
            ? new Rect(
                r.x() + 4,
                side.out > 0 ? r.bottom() : r.y() - CLOSE,
                Math.max(0, r.width() - 8),
                CLOSE)
            : new Rect(
                side.out > 0 ? r.right() : r.x() - CLOSE,
                r.y() + 4,
                CLOSE,
                Math.max(0, r.height() - 8));
    for (Box b : in(front)) {
      if (b != box
          && b != other
          && !box.above.contains(b.id)
          && !b.above.contains(box.id)
          && !other.above.contains(b.id)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but what holds the two stands in the area. */
  boolean isFree(Rect area, Box a, Box b) {
    for (Box box : in(area)) {
      if (box != a
          && box != b
          && !a.above.contains(box.id)
          && !b.above.contains(box.id)
          && !box.above.contains(a.id)
          && !box.above.contains(b.id)) {
        return false;
      }
    }
    return true;
  }
}
