package mcx.editor.tool;

import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import mcx.change.Stencil;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.EditorHost;
import mcx.editor.Viewport;
import org.jspecify.annotations.Nullable;

/** The canvas tools: takes what pointer and keys do, and turns it into previews and edits. */
public final class CanvasTools {

  private final EditingSession session;
  private final EditorHost host;
  private final DisplayOptions options;
  private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.START);
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(Preview.NONE);
  private final ReadOnlyObjectWrapper<Cursor> cursor = new ReadOnlyObjectWrapper<>(Cursor.DEFAULT);
  private final ReadOnlyObjectWrapper<@Nullable Stencil> armed = new ReadOnlyObjectWrapper<>(null);

  public CanvasTools(EditingSession session, EditorHost host, DisplayOptions options) {
    this.session = session;
    this.host = host;
    this.options = options;
  }

  /** What the canvas shows; the tools and the window both change it. */
  public ObjectProperty<Viewport> viewportProperty() {
    return viewport;
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

  /** An event of the pointer at this pixel of the canvas. */
  public PointerEvent at(
      double viewX, double viewY, PointerEvent.Button button, Set<Modifier> modifiers, int clicks) {
    return new PointerEvent(
        viewport.get().toDiagram(viewX, viewY), viewX, viewY, button, modifiers, clicks);
  }

  public void pressed(PointerEvent event) {}

  /** The pointer moved with a button held. */
  public void dragged(PointerEvent event) {}

  /** The pointer moved without a button. */
  public void moved(PointerEvent event) {}

  public void released(PointerEvent event) {}

  /** The pointer left the canvas. */
  public void exited() {}

  /** The canvas lost the keyboard, or the window did: a gesture under way is dropped. */
  public void focusLost() {}

  /**
   * A key went down.
   *
   * @return whether a tool made use of it
   */
  public boolean keyPressed(KeyEvent event) {
    return false;
  }

  public boolean keyReleased(KeyEvent event) {
    return false;
  }

  /**
   * The wheel turned: scrolls, zooms at the pointer with Ctrl, scrolls sideways with Shift.
   *
   * @param dx pixels to move the diagram by
   */
  public void scrolled(double dx, double dy, double viewX, double viewY, Set<Modifier> modifiers) {}

  /** Two fingers spread or closed. */
  public void pinched(double factor, double viewX, double viewY) {}

  /**
   * Makes the next click put this down.
   *
   * @param sticky whether it stays armed after that
   */
  public void arm(Stencil stencil, boolean sticky) {}

  public void disarm() {}

  /** A stencil is dragged over the canvas from the palette. */
  public void stencilDragged(Stencil stencil, PointerEvent event) {}

  /** A dragged stencil left the canvas, or its drag was cancelled. */
  public void stencilExited() {}

  /**
   * A stencil was dropped on the canvas.
   *
   * @return whether it was put down
   */
  public boolean stencilDropped(Stencil stencil, PointerEvent event) {
    return false;
  }
}
