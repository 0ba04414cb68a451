package mcx.editor.tool;

import java.util.List;
import mcx.diagram.Hit;
import mcx.editor.Viewport;

/** The canvas is moved under the pointer; a right button that does not move opens the menu. */
final class Panning extends ToolState {

  private final PointerEvent start;
  private final Viewport from;
  private final ToolState after;
  private boolean moved;

  /**
   * @param after the state to go back to
   */
  Panning(Bench bench, PointerEvent start, ToolState after) {
    super(bench);
    this.start = start;
    this.after = after;
    this.from = bench.viewport.get();
  }

  @Override
  Cursor cursor() {
    return moved || start.button() != PointerEvent.Button.SECONDARY
        ? Cursor.GRABBING
        : Cursor.DEFAULT;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    double dx = event.viewX() - start.viewX();
    double dy = event.viewY() - start.viewY();
    if (moved || Math.hypot(dx, dy) >= Pressing.THRESHOLD) {
      moved = true;
      bench.viewport.set(from.panned(dx, dy));
    }
    return this;
  }

  @Override
  ToolState released(PointerEvent event) {
    dragged(event);
    if (!moved && start.button() == PointerEvent.Button.SECONDARY) {
      Hit hit = bench.hit(start.at());
      if (hit != null && !bench.session.selection().contains(hit.id())) {
        bench.session.select(List.of(hit.id()));
      }
      bench.host.showContextMenu(hit == null ? null : hit.id(), event.viewX(), event.viewY());
    }
    return after;
  }

  @Override
  ToolState cancelled() {
    bench.viewport.set(from);
    return after;
  }
}
