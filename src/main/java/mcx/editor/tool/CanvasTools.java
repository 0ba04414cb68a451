package mcx.editor.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcx.change.Stencil;
import mcx.design.Id;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.EditorHost;
import mcx.editor.Viewport;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.paint.Scene;
import org.jspecify.annotations.Nullable;

/** The canvas tools: takes what pointer and keys do, and turns it into previews and edits. */
public final class CanvasTools {

  private static final double PIXELS_PER_ZOOM_STEP = 40;

  private final Bench bench;
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(Preview.NONE);
  private final ReadOnlyObjectWrapper<Cursor> cursor = new ReadOnlyObjectWrapper<>(Cursor.DEFAULT);
  private final ReadOnlyObjectWrapper<@Nullable Stencil> armed = new ReadOnlyObjectWrapper<>(null);

  private ToolState state;
  private boolean spaceHeld;
  private PointerEvent.Button held = PointerEvent.Button.NONE;
  private @Nullable PointerEvent last;

  /**
   * @param scene the scene of the session's document, without any preview; asked at every event
   */
  public CanvasTools(
      EditingSession session, EditorHost host, DisplayOptions options, Supplier<Scene> scene) {
    this.bench = new Bench(session, host, options, scene);
    this.state = new Idle(bench);
    // What a gesture started from is gone once the document changes under it.
    session
        .documentProperty()
        .subscribe(
            () -> {
              if (state.holding()) {
                cancelGesture();
              }
            });
  }

  /** What the canvas shows; the tools and the window both change it. */
  public ObjectProperty<Viewport> viewportProperty() {
    return bench.viewport;
  }

  public ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Cursor> cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /** The stencil that the next click puts down; null for none. */
  public ReadOnlyObjectProperty<@Nullable Stencil> armedProperty() {
    return armed.getReadOnlyProperty();
  }

  /** Whether a button is held in the middle of a gesture. */
  public boolean inGesture() {
    return state.holding();
  }

  /** An event of the pointer at this pixel of the canvas. */
  public PointerEvent at(
      double viewX, double viewY, PointerEvent.Button button, Set<Modifier> modifiers, int clicks) {
    return new PointerEvent(
        bench.viewport.get().toDiagram(viewX, viewY), viewX, viewY, button, modifiers, clicks);
  }

  public void pressed(PointerEvent event) {
    if (state.holding()) {
      if (event.button() != held) {
        // A second button in the middle of a gesture means nothing.
        return;
      }
      // The release of the gesture before went missing.
      cancelGesture();
    }
    held = event.button();
    last = event;
    if (spaceHeld && event.button() == PointerEvent.Button.PRIMARY) {
      enter(new Panning(bench, event, state));
    } else {
      to(s -> s.pressed(event));
    }
  }

  /** The pointer moved with a button held. */
  public void dragged(PointerEvent event) {
    last = event;
    to(s -> s.dragged(event));
  }

  /** The pointer moved without a button. */
  public void moved(PointerEvent event) {
    if (state.holding()) {
      // The button came up where nobody told us.
      cancelGesture();
    }
    last = event;
    to(s -> s.moved(event));
  }

  public void released(PointerEvent event) {
    if (event.button() != held) {
      return;
    }
    held = PointerEvent.Button.NONE;
    last = event;
    to(s -> s.released(event));
  }

  /** The pointer left the canvas. */
  public void exited() {
    if (!state.holding()) {
      last = null;
      to(ToolState::exited);
    }
  }

  /** The canvas lost the keyboard, or the window did: a gesture under way is dropped. */
  public void focusLost() {
    spaceHeld = false;
    if (state.holding()) {
      cancelGesture();
    } else {
      publish();
    }
  }

  /**
   * A key went down.
   *
   * @return whether a tool made use of it
   */
  public boolean keyPressed(KeyEvent event) {
    switch (event.key()) {
      case "ESCAPE":
        return escape();
      case "SPACE":
        spaceHeld = true;
        publish();
        return true;
      case "TAB":
        step(event.has(Modifier.SHIFT) ? -1 : 1);
        return true;
      case "SHIFT", "CONTROL", "COMMAND", "ALT":
        replay(event.modifiers());
        return false;
      case "CONTEXT_MENU":
        return contextMenu();
      default:
        return false;
    }
  }

  public boolean keyReleased(KeyEvent event) {
    switch (event.key()) {
      case "SPACE":
        spaceHeld = false;
        publish();
        return true;
      case "SHIFT", "CONTROL", "COMMAND", "ALT":
        replay(event.modifiers());
        return false;
      default:
        return false;
    }
  }

  /** Cancels the gesture, else puts the tool away, else selects nothing. */
  private boolean escape() {
    if (state.holding()) {
      cancelGesture();
      return true;
    }
    if (state instanceof Placing) {
      disarm();
      return true;
    }
    if (!bench.session.selection().isEmpty()) {
      bench.session.select(List.of());
      return true;
    }
    return false;
  }

  private void cancelGesture() {
    held = PointerEvent.Button.NONE;
    to(ToolState::cancelled);
  }

  /** A modifier changed, or the canvas moved, while the pointer stood still. */
  private void replay(Set<Modifier> modifiers) {
    PointerEvent e = last;
    if (e != null && (state.holding() || state instanceof Placing)) {
      PointerEvent again = at(e.viewX(), e.viewY(), e.button(), modifiers, e.clicks());
      last = again;
      to(s -> s.holding() ? s.dragged(again) : s.moved(again));
    }
  }

  /** Selects the next element, or the one before, in reading order. */
  private void step(int by) {
    List<Map.Entry<Id, Rect>> order = new ArrayList<>(bench.diagram().bounds().entrySet());
    if (order.isEmpty()) {
      return;
    }
    order.sort(
        Comparator.comparingDouble((Map.Entry<Id, Rect> e) -> e.getValue().y())
            .thenComparingDouble(e -> e.getValue().x())
            .thenComparing(Map.Entry::getKey));
    List<Id> ids = order.stream().map(Map.Entry::getKey).toList();
    Set<Id> selected = bench.session.selection();
    int at = -1;
    for (int i = 0; i < ids.size(); i++) {
      if (selected.contains(ids.get(i))) {
        at = i;
      }
    }
    int next = at < 0 ? (by > 0 ? 0 : ids.size() - 1) : Math.floorMod(at + by, ids.size());
    bench.session.select(List.of(ids.get(next)));
  }

  private boolean contextMenu() {
    if (bench.session.selection().isEmpty()) {
      return false;
    }
    Id id = bench.session.selection().first();
    Rect place = bench.diagram().bounds(id);
    Point at = place == null ? bench.host.pastePoint() : place.center();
    Point view = bench.viewport.get().toView(at);
    bench.host.showContextMenu(id, view.x(), view.y());
    return true;
  }

  /**
   * The wheel turned: scrolls, zooms at the pointer with Ctrl, scrolls sideways with Shift.
   *
   * @param dx pixels to move the diagram by
   * @param dy the same downwards
   */
  public void scrolled(double dx, double dy, double viewX, double viewY, Set<Modifier> modifiers) {
    Viewport v = bench.viewport.get();
    if (modifiers.contains(Modifier.CTRL)) {
      double factor = Math.pow(Viewport.STEP, dy / PIXELS_PER_ZOOM_STEP);
      bench.viewport.set(v.zoomedAt(viewX, viewY, v.zoom() * factor));
    } else if (modifiers.contains(Modifier.SHIFT) && dx == 0) {
      bench.viewport.set(v.panned(dy, 0));
    } else {
      bench.viewport.set(v.panned(dx, dy));
    }
    replay(modifiers);
  }

  /** Two fingers spread or closed. */
  public void pinched(double factor, double viewX, double viewY) {
    Viewport v = bench.viewport.get();
    bench.viewport.set(v.zoomedAt(viewX, viewY, v.zoom() * factor));
  }

  /**
   * Makes the next click put this down.
   *
   * @param sticky whether it stays armed after that
   */
  public void arm(Stencil stencil, boolean sticky) {
    cancelGesture();
    enter(new Placing(bench, stencil, sticky));
  }

  /** The next click selects again. */
  public void disarm() {
    enter(new Idle(bench));
  }

  /** A stencil is dragged over the canvas from the palette. */
  public void stencilDragged(Stencil stencil, PointerEvent event) {
    Placing placing =
        state instanceof Placing p && p.stencil().equals(stencil)
            ? p
            : new Placing(bench, stencil, false);
    last = event;
    enter(placing.moved(event));
  }

  /** A dragged stencil left the canvas, or its drag was cancelled. */
  public void stencilExited() {
    disarm();
  }

  /**
   * A stencil was dropped on the canvas.
   *
   * @return whether it was put down
   */
  public boolean stencilDropped(Stencil stencil, PointerEvent event) {
    boolean put = new Placing(bench, stencil, false).put(event);
    disarm();
    return put;
  }

  /**
   * Puts a stencil down without the pointer, as with Enter in the palette: into the selected
   * element where it may hold it, else around this point.
   *
   * @return whether it was put down
   */
  public boolean stencilChosen(Stencil stencil, Point middle) {
    Point at = middle;
    if (bench.session.selection().size() == 1) {
      Rect place = bench.diagram().bounds(bench.session.selection().first());
      at = place == null ? middle : place.center();
    }
    return stencilDropped(
        stencil, new PointerEvent(at, 0, 0, PointerEvent.Button.NONE, Set.of(), 1));
  }

  private void to(UnaryOperator<ToolState> step) {
    enter(step.apply(state));
  }

  private void enter(ToolState next) {
    state = next;
    publish();
  }

  private void publish() {
    armed.set(state instanceof Placing p ? p.stencil() : null);
    preview.set(state.preview());
    cursor.set(spaceHeld && !state.holding() ? Cursor.GRAB : state.cursor());
  }
}
