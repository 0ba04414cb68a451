package mcx.view;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import mcx.change.Stencil;
import mcx.editor.tool.CanvasTools;
import mcx.editor.tool.PointerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Brings stencils from the palette to the canvas: by dragging, by a click and a click, by Enter.
 */
final class StencilUse implements PalettePane.Use {

  private final CanvasView canvas;
  private final CanvasTools tools;
  private final Pane layer;
  private @Nullable HBox ghost;
  private boolean over;

  /**
   * @param layer lies over the whole window: what is dragged shows there until it is on the canvas
   */
  StencilUse(CanvasView canvas, CanvasTools tools, Pane layer) {
    this.canvas = canvas;
    this.tools = tools;
    this.layer = layer;
  }

  @Override
  public void arm(Stencil stencil) {
    if (stencil.equals(tools.armedProperty().get())) {
      tools.disarm();
    } else {
      tools.arm(stencil, false);
      canvas.requestFocus();
    }
  }

  @Override
  public void insert(Stencil stencil) {
    tools.stencilChosen(
        stencil,
        tools.viewportProperty().get().toDiagram(canvas.getWidth() / 2, canvas.getHeight() / 2));
    canvas.requestFocus();
  }

  @Override
  public void dragged(Stencil stencil, MouseEvent e) {
    Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
    if (canvas.contains(at)) {
      over = true;
      showGhost(null, e);
      tools.stencilDragged(stencil, event(at, e));
    } else {
      leave();
      showGhost(stencil, e);
    }
  }

  @Override
  public void dropped(Stencil stencil, MouseEvent e) {
    showGhost(null, e);
    Point2D at = canvas.sceneToLocal(e.getSceneX(), e.getSceneY());
    if (canvas.contains(at)) {
      tools.stencilDropped(stencil, event(at, e));
      canvas.requestFocus();
    } else {
      leave();
    }
    over = false;
  }

  @Override
  public void cancelled() {
    leave();
    if (ghost != null) {
      layer.getChildren().remove(ghost);
      ghost = null;
    }
  }

  private void leave() {
    if (over) {
      over = false;
      tools.stencilExited();
    }
  }

  private PointerEvent event(Point2D at, MouseEvent e) {
    return tools.at(
        at.getX(), at.getY(), PointerEvent.Button.PRIMARY, CanvasEvents.modifiers(e), 1);
  }

  private void showGhost(@Nullable Stencil stencil, MouseEvent e) {
    if (stencil == null) {
      if (ghost != null) {
        layer.getChildren().remove(ghost);
        ghost = null;
      }
      return;
    }
    if (ghost == null) {
      HBox made = new HBox(Parts.label(stencil.label()));
      made.getStyleClass().add("banner");
      made.setMouseTransparent(true);
      ghost = made;
      layer.getChildren().add(made);
    }
    Point2D at = layer.sceneToLocal(e.getSceneX(), e.getSceneY());
    ghost.relocate(at.getX() + 12, at.getY() + 8);
  }
}
