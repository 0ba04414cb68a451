package mcx.editor.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.change.Nesting;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.Shape;
import mcx.diagram.Shapes;
import mcx.diagram.Snapping;
import mcx.editor.Arranging;
import mcx.editor.Edits;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Elements and notes are being moved, or copied with Ctrl. */
final class Dragging extends ToolState {

  /** How far away something may stand and still be lined up with, in pixels. */
  private static final double NEIGHBOURHOOD = 1500;

  private final PointerEvent start;
  private final Document placed;
  private final SortedSet<Id> roots;
  private final SortedSet<Id> carried;
  private final List<Rect> neighbours = new ArrayList<>();
  private final Rect extent;
  private Preview preview = Preview.NONE;
  private double dx;
  private double dy;
  private boolean clone;
  private boolean rehold;
  private @Nullable Id holder;

  Dragging(Bench bench, Id pressed, PointerEvent start) {
    super(bench);
    this.start = start;
    Diagram diagram = bench.diagram();
    this.placed = bench.document().withDiagram(diagram);
    Design design = placed.design();
    SortedSet<Id> selection = new TreeSet<>(bench.session.selection());
    selection.removeIf(id -> Arranging.place(diagram, id) == null);
    this.roots =
        Arranging.roots(design, selection.contains(pressed) ? selection : List.of(pressed));
    this.carried = Arranging.carried(design, roots);
    Rect all = null;
    for (Id id : roots) {
      Rect r = Arranging.place(diagram, id);
      all = r == null ? all : all == null ? r : all.union(r);
    }
    this.extent = all == null ? new Rect(start.at().x(), start.at().y(), 0, 0) : all;
    Rect near = extent.grown(NEIGHBOURHOOD / bench.viewport.get().zoom());
    SortedSet<Id> holders = new TreeSet<>();
    roots.forEach(id -> design.ancestors(id).forEach(a -> holders.add(a.id())));
    diagram
        .bounds()
        .forEach(
            (id, r) -> {
              if (!carried.contains(id) && !holders.contains(id) && near.intersects(r)) {
                neighbours.add(r);
              }
            });
  }

  @Override
  Preview preview() {
    return preview;
  }

  @Override
  Cursor cursor() {
    return Cursor.MOVE;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    Point by = event.at().minus(start.at());
    dx = by.x();
    dy = by.y();
    boolean lockY = event.has(Modifier.SHIFT) && Math.abs(dx) >= Math.abs(dy);
    boolean lockX = event.has(Modifier.SHIFT) && !lockY;
    List<Snapping.Guide> guides = List.of();
    if (!event.has(Modifier.ALT) && bench.options.snappingProperty().get()) {
      Snapping.Snap snap = Snapping.snap(extent.moved(dx, dy), neighbours, bench.snapTolerance());
      dx += snap.dx();
      dy += snap.dy();
      guides = lockX || lockY ? List.of() : snap.guides();
    }
    dx = lockX ? 0 : dx;
    dy = lockY ? 0 : dy;
    clone = event.has(Modifier.CTRL);
    findHolder(event.at());
    Document moved = Arranging.movedExactly(held(placed), carried, dx, dy);
    preview =
        Preview.moving(
            Arranging.difference(placed.diagram(), moved.diagram()),
            clone,
            guides,
            rehold ? new Preview.Drop(holder) : null,
            status());
    return this;
  }

  private String status() {
    Design design = placed.design();
    if (clone) {
      return Texts.get("status.clone");
    }
    if (rehold) {
      return holder == null
          ? Texts.get("status.moveOut")
          : Texts.get("status.moveInto", Words.name(design, holder));
    }
    return Texts.get("status.move");
  }

  /** The document with the new holder, for containers to grow as they will after the drop. */
  private Document held(Document document) {
    if (!rehold || clone) {
      return document;
    }
    List<Element> changed = new ArrayList<>();
    for (Id id : roots) {
      Element element = document.design().element(id);
      if (element != null) {
        changed.add(element.withParent(holder));
      }
    }
    return document.withDesign(document.design().with(changed, List.of()));
  }

  /**
   * Finds the innermost element under the pointer that may hold all that is dragged. Where there is
   * none, and they cannot stand on the bare canvas, they stay with the holder they have.
   */
  private void findHolder(Point at) {
    Design design = placed.design();
    rehold = false;
    holder = null;
    List<Element> dragged = new ArrayList<>();
    for (Id id : roots) {
      Element element = design.element(id);
      if (element != null) {
        // A circuit sits on the border of its cloud, where the pointer is as often out as in.
        if (Shapes.of(design, element) == Shape.PILL) {
          return;
        }
        dragged.add(element);
      }
    }
    if (dragged.isEmpty()) {
      return;
    }
    List<@Nullable Id> candidates = new ArrayList<>();
    for (Id id : bench.elements(at)) {
      if (!carried.contains(id)) {
        candidates.add(id);
      }
    }
    candidates.add(null);
    for (Id candidate : candidates) {
      if (dragged.stream().allMatch(e -> Objects.equals(e.parent(), candidate))) {
        return;
      }
      if (dragged.stream()
          .allMatch(e -> Nesting.refusal(design, bench.catalog(), e, candidate) == null)) {
        rehold = true;
        holder = candidate;
        return;
      }
    }
  }

  @Override
  ToolState released(PointerEvent event) {
    dragged(event);
    if (dx != 0 || dy != 0) {
      Document now = bench.document();
      if (clone) {
        bench.apply(Edits.duplicate(now, roots, dx, dy));
      } else if (rehold) {
        bench.apply(Edits.moveInto(now, roots, dx, dy, holder));
      } else {
        bench.apply(Edits.move(now, roots, dx, dy));
      }
    }
    return new Idle(bench).moved(event);
  }
}
