package mcx.editor.tool;

import java.util.Map;
import mcx.design.Id;
import mcx.diagram.Handle;
import mcx.diagram.Hit;
import mcx.editor.Arranging;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** No button is held; shows what is under the pointer. */
final class Idle extends ToolState {

  private static final Map<Handle, Cursor> RESIZE =
      Map.of(
          Handle.NORTH_WEST, Cursor.RESIZE_NW,
          Handle.NORTH, Cursor.RESIZE_N,
          Handle.NORTH_EAST, Cursor.RESIZE_NE,
          Handle.EAST, Cursor.RESIZE_E,
          Handle.SOUTH_EAST, Cursor.RESIZE_SE,
          Handle.SOUTH, Cursor.RESIZE_S,
          Handle.SOUTH_WEST, Cursor.RESIZE_SW,
          Handle.WEST, Cursor.RESIZE_W);

  private Preview preview = Preview.NONE;
  private Cursor cursor = Cursor.DEFAULT;

  Idle(Bench bench) {
    super(bench);
  }

  @Override
  Preview preview() {
    return preview;
  }

  @Override
  Cursor cursor() {
    return cursor;
  }

  @Override
  boolean holding() {
    return false;
  }

  @Override
  ToolState moved(PointerEvent event) {
    Handle handle = handle(event);
    Hit hit = handle == null ? bench.hit(event.at()) : null;
    Id hovered = hit == null ? null : hit.id();
    // Same preview, same value: hovering must not make the canvas redraw at every move.
    if (preview != Preview.NONE || hovered != null) {
      preview = hovered == null ? Preview.NONE : Preview.hovering(hovered);
    }
    cursor = handle != null ? RESIZE.getOrDefault(handle, Cursor.DEFAULT) : over(hit);
    return this;
  }

  private static Cursor over(@Nullable Hit hit) {
    if (hit == null) {
      return Cursor.DEFAULT;
    }
    return switch (hit.kind()) {
      case BORDER -> Cursor.CONNECT;
      case ELEMENT, NOTE, BEND -> Cursor.MOVE;
      case LINK, LABEL -> Cursor.DEFAULT;
    };
  }

  @Override
  ToolState exited() {
    preview = Preview.NONE;
    cursor = Cursor.DEFAULT;
    return this;
  }

  @Override
  ToolState pressed(PointerEvent event) {
    return switch (event.button()) {
      case NONE -> this;
      case MIDDLE, SECONDARY -> new Panning(bench, event, this);
      case PRIMARY -> {
        Handle handle = handle(event);
        yield handle != null
            ? new Resizing(bench, bench.session.selection().first(), handle, event)
            : new Pressing(bench, event);
      }
    };
  }

  /** The handle of the one selected element or note at the pointer; null for none. */
  private @Nullable Handle handle(PointerEvent event) {
    if (bench.session.selection().size() != 1) {
      return null;
    }
    Rect bounds = Arranging.place(bench.diagram(), bench.session.selection().first());
    return bounds == null ? null : Handle.at(bounds, event.at(), bench.tolerance());
  }
}
