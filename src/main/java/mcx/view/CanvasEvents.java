package mcx.view;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import mcx.editor.tool.CanvasTools;
import mcx.editor.tool.Cursor;
import mcx.editor.tool.KeyEvent;
import mcx.editor.tool.Modifier;
import mcx.editor.tool.PointerEvent;

/** Hands what mouse, wheel, touchpad and keys do on the canvas to the tools. */
final class CanvasEvents {

  private static final Map<Cursor, javafx.scene.Cursor> CURSORS = cursors();

  private final CanvasView canvas;
  private final CanvasTools tools;

  private CanvasEvents(CanvasView canvas, CanvasTools tools) {
    this.canvas = canvas;
    this.tools = tools;
  }

  static void install(CanvasView canvas, CanvasTools tools) {
    new CanvasEvents(canvas, tools).listen();
  }

  private void listen() {
    canvas.setOnMousePressed(
        e -> {
          canvas.requestFocus();
          tools.pressed(pointer(e));
          e.consume();
        });
    canvas.setOnMouseDragged(e -> tools.dragged(pointer(e)));
    canvas.setOnMouseMoved(e -> tools.moved(pointer(e)));
    canvas.setOnMouseReleased(e -> tools.released(pointer(e)));
    canvas.setOnMouseExited(e -> tools.exited());
    canvas.setOnScroll(
        e -> {
          // A touchpad's own pinch comes as a zoom event; some also send it as a scroll.
          if (!e.isInertia() || !e.isControlDown()) {
            tools.scrolled(e.getDeltaX(), e.getDeltaY(), e.getX(), e.getY(), modifiers(e));
          }
          e.consume();
        });
    canvas.setOnZoom(e -> tools.pinched(e.getZoomFactor(), e.getX(), e.getY()));
    canvas.setOnKeyPressed(
        e -> {
          if (tools.keyPressed(key(e))) {
            e.consume();
          }
        });
    canvas.setOnKeyReleased(
        e -> {
          if (tools.keyReleased(key(e))) {
            e.consume();
          }
        });
    canvas
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                tools.focusLost();
              }
            });
    tools
        .cursorProperty()
        .subscribe(c -> canvas.setCursor(CURSORS.getOrDefault(c, javafx.scene.Cursor.DEFAULT)));
  }

  private PointerEvent pointer(MouseEvent e) {
    return tools.at(e.getX(), e.getY(), button(e), modifiers(e), e.getClickCount());
  }

  private static PointerEvent.Button button(MouseEvent e) {
    MouseButton b = e.getButton();
    if (b == MouseButton.NONE) {
      b =
          e.isPrimaryButtonDown()
              ? MouseButton.PRIMARY
              : e.isMiddleButtonDown()
                  ? MouseButton.MIDDLE
                  : e.isSecondaryButtonDown() ? MouseButton.SECONDARY : MouseButton.NONE;
    }
    return switch (b) {
      case PRIMARY -> PointerEvent.Button.PRIMARY;
      case MIDDLE -> PointerEvent.Button.MIDDLE;
      case SECONDARY -> PointerEvent.Button.SECONDARY;
      default -> PointerEvent.Button.NONE;
    };
  }

  static Set<Modifier> modifiers(InputEvent event) {
    Set<Modifier> held = EnumSet.noneOf(Modifier.class);
    switch (event) {
      case MouseEvent e -> add(held, e.isShiftDown(), e.isShortcutDown(), e.isAltDown());
      case ScrollEvent e -> add(held, e.isShiftDown(), e.isShortcutDown(), e.isAltDown());
      case javafx.scene.input.KeyEvent e ->
          add(held, e.isShiftDown(), e.isShortcutDown(), e.isAltDown());
      default -> {
        // Nothing else tells of keys held.
      }
    }
    return held;
  }

  private static void add(Set<Modifier> held, boolean shift, boolean ctrl, boolean alt) {
    if (shift) {
      held.add(Modifier.SHIFT);
    }
    if (ctrl) {
      held.add(Modifier.CTRL);
    }
    if (alt) {
      held.add(Modifier.ALT);
    }
  }

  private static KeyEvent key(javafx.scene.input.KeyEvent e) {
    KeyCode code = e.getCode();
    return new KeyEvent(code.name(), modifiers(e));
  }

  private static Map<Cursor, javafx.scene.Cursor> cursors() {
    Map<Cursor, javafx.scene.Cursor> map = new EnumMap<>(Cursor.class);
    map.put(Cursor.DEFAULT, javafx.scene.Cursor.DEFAULT);
    map.put(Cursor.MOVE, javafx.scene.Cursor.MOVE);
    map.put(Cursor.GRAB, javafx.scene.Cursor.OPEN_HAND);
    map.put(Cursor.GRABBING, javafx.scene.Cursor.CLOSED_HAND);
    map.put(Cursor.CONNECT, javafx.scene.Cursor.CROSSHAIR);
    map.put(Cursor.PLACE, javafx.scene.Cursor.CROSSHAIR);
    map.put(Cursor.FORBIDDEN, javafx.scene.Cursor.DEFAULT);
    map.put(Cursor.RESIZE_NW, javafx.scene.Cursor.NW_RESIZE);
    map.put(Cursor.RESIZE_N, javafx.scene.Cursor.N_RESIZE);
    map.put(Cursor.RESIZE_NE, javafx.scene.Cursor.NE_RESIZE);
    map.put(Cursor.RESIZE_E, javafx.scene.Cursor.E_RESIZE);
    map.put(Cursor.RESIZE_SE, javafx.scene.Cursor.SE_RESIZE);
    map.put(Cursor.RESIZE_S, javafx.scene.Cursor.S_RESIZE);
    map.put(Cursor.RESIZE_SW, javafx.scene.Cursor.SW_RESIZE);
    map.put(Cursor.RESIZE_W, javafx.scene.Cursor.W_RESIZE);
    return map;
  }
}
