package mcx.editor.tool;

import mcx.design.Element;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.diagram.Handle;
import mcx.diagram.Placements;
import mcx.diagram.Snapping;
import mcx.editor.Arranging;
import mcx.editor.Edits;
import mcx.editor.Texts;
import mcx.geometry.Point;
import mcx.geometry.Rect;

/** An element or note is given another size by one of its handles. */
final class Resizing extends ToolState {

  private static final Rect LEAST_NOTE = new Rect(0, 0, 40, 24);

  private final Id id;
  private final Handle handle;
  private final PointerEvent start;
  private final Document placed;
  private final Rect original;
  private final Rect least;
  private Rect wanted;
  private Preview preview = Preview.NONE;

  Resizing(Bench bench, Id id, Handle handle, PointerEvent start) {
    super(bench);
    this.id = id;
    this.handle = handle;
    this.start = start;
    this.placed = bench.document().withDiagram(bench.diagram());
    Rect r = Arranging.place(placed.diagram(), id);
    this.original = r == null ? new Rect(start.at().x(), start.at().y(), 0, 0) : r;
    this.wanted = original;
    Element element = placed.design().element(id);
    this.least = element == null ? LEAST_NOTE : Placements.leastSize(placed.design(), element);
  }

  @Override
  Preview preview() {
    return preview;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    Point by = event.at().minus(start.at());
    double dx = by.x();
    double dy = by.y();
    if (!event.has(Modifier.ALT) && bench.options.snappingProperty().get()) {
      Point corner = handle.on(original);
      Point snapped = Snapping.grid(corner.plus(dx, dy));
      dx = snapped.x() - corner.x();
      dy = snapped.y() - corner.y();
    }
    wanted = handle.resized(original, dx, dy, least.width(), least.height());
    Document resized = Arranging.resized(placed, id, wanted);
    preview =
        Preview.moving(
            Arranging.difference(placed.diagram(), resized.diagram()),
            false,
            java.util.List.of(),
            null,
            Texts.get("status.resize", Math.round(wanted.width()), Math.round(wanted.height())));
    return this;
  }

  @Override
  ToolState released(PointerEvent event) {
    // A press on a handle without a drag must not snap the side to the grid.
    if (Math.hypot(event.viewX() - start.viewX(), event.viewY() - start.viewY())
        >= Pressing.THRESHOLD) {
      dragged(event);
      if (!wanted.equals(original)) {
        bench.apply(Edits.resize(bench.document(), id, wanted));
      }
    }
    return new Idle(bench).moved(event);
  }
}
