package mcx.editor.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcx.change.Change;
import mcx.change.Stencil;
import mcx.change.Stencils;
import mcx.design.Element;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Placements;
import mcx.diagram.Snapping;
import mcx.editor.Edits;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Something from the palette is about to be put down: it hangs at the pointer, and the element that
 * would hold it is marked.
 */
final class Placing extends ToolState {

  private static final Rect UNKNOWN = new Rect(0, 0, 120, 60);

  private final Stencil stencil;
  private final boolean sticky;
  private final Map<Optional<Id>, Rect> sizes = new HashMap<>();
  private Preview preview = Preview.NONE;
  private @Nullable Id holder;
  private @Nullable String refusal;

  /**
   * @param sticky whether it stays armed after it was put down
   */
  Placing(Bench bench, Stencil stencil, boolean sticky) {
    super(bench);
    this.stencil = stencil;
    this.sticky = sticky;
  }

  Stencil stencil() {
    return stencil;
  }

  @Override
  boolean holding() {
    return false;
  }

  @Override
  Preview preview() {
    return preview;
  }

  @Override
  Cursor cursor() {
    return preview.refused() ? Cursor.FORBIDDEN : Cursor.PLACE;
  }

  @Override
  ToolState moved(PointerEvent event) {
    find(event.at());
    Rect size = sizes.computeIfAbsent(Optional.ofNullable(holder), h -> size());
    Point middle = snapped(event);
    Rect bounds =
        new Rect(
            middle.x() - size.width() / 2,
            middle.y() - size.height() / 2,
            size.width(),
            size.height());
    String status =
        refusal != null
            ? refusal
            : holder == null
                ? Texts.get("status.place", stencil.label())
                : Texts.get(
                    "status.placeInto", stencil.label(), Words.name(bench.design(), holder));
    preview = Preview.placing(new Preview.Ghost(stencil, bounds, refusal == null), holder, status);
    return this;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    return moved(event);
  }

  @Override
  ToolState exited() {
    preview = Preview.NONE;
    return this;
  }

  @Override
  ToolState pressed(PointerEvent event) {
    return event.button() == PointerEvent.Button.PRIMARY
            || event.button() == PointerEvent.Button.NONE
        ? moved(event)
        : new Panning(bench, event, this);
  }

  @Override
  ToolState released(PointerEvent event) {
    boolean put = put(event);
    if (!put || sticky || event.has(Modifier.SHIFT)) {
      return new Placing(bench, stencil, sticky).moved(event);
    }
    return new Idle(bench).moved(event);
  }

  /** Puts it down; says why where it cannot be. */
  boolean put(PointerEvent event) {
    find(event.at());
    if (refusal != null) {
      bench.host.tell(refusal);
      return false;
    }
    return bench.apply(Edits.place(bench.catalog(), stencil, holder, snapped(event)));
  }

  private Point snapped(PointerEvent event) {
    return event.has(Modifier.ALT) || !bench.options.snappingProperty().get()
        ? event.at()
        : Snapping.grid(event.at());
  }

  /** The innermost element under the pointer that may hold it; else the canvas; else the reason. */
  private void find(Point at) {
    List<@Nullable Id> candidates = new ArrayList<>(bench.elements(at));
    candidates.add(null);
    String first = null;
    for (Id candidate : candidates) {
      String no = Stencils.refusal(bench.design(), bench.catalog(), stencil, candidate);
      if (no == null) {
        holder = candidate;
        refusal = null;
        return;
      }
      first = first == null ? no : first;
    }
    holder = null;
    refusal = first;
  }

  /** How large it would be there, with all it brings along. */
  private Rect size() {
    if (refusal != null) {
      return UNKNOWN;
    }
    Change change = Stencils.place(bench.design(), bench.catalog(), stencil, holder);
    Diagram placed =
        Placements.place(change.design(), bench.diagram(), change.created(), change.main(), null);
    Rect bounds = placed.bounds(change.main());
    if (bounds != null) {
      return bounds;
    }
    Element main = change.design().element(change.main());
    return main == null ? UNKNOWN : Placements.leastSize(change.design(), main);
  }
}
