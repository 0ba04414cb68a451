package mcx.editor.tool;

import java.util.SortedSet;
import java.util.TreeSet;
import mcx.design.Id;
import mcx.editor.Arranging;
import mcx.geometry.Rect;

/** A rectangle is drawn; what stands in it in full gets selected. */
final class RubberBand extends ToolState {

  private final PointerEvent start;
  private Preview preview = Preview.NONE;

  RubberBand(Bench bench, PointerEvent start) {
    super(bench);
    this.start = start;
  }

  @Override
  Preview preview() {
    return preview;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    Rect band = Rect.between(start.at(), event.at());
    preview = Preview.banding(band, inside(band));
    return this;
  }

  /** The outermost elements and notes in the band; the links only where it holds nothing else. */
  private SortedSet<Id> inside(Rect band) {
    SortedSet<Id> all = new TreeSet<>(bench.scene().hitTest().within(band));
    SortedSet<Id> standing = new TreeSet<>(all);
    standing.removeIf(id -> Arranging.place(bench.diagram(), id) == null);
    return standing.isEmpty() ? all : Arranging.roots(bench.design(), standing);
  }

  @Override
  ToolState released(PointerEvent event) {
    SortedSet<Id> chosen = inside(Rect.between(start.at(), event.at()));
    if (event.has(Modifier.SHIFT) || event.has(Modifier.CTRL)) {
      chosen.addAll(bench.session.selection());
    }
    bench.session.select(chosen);
    return new Idle(bench).moved(event);
  }
}
