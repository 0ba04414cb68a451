package mcx.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import mcx.editor.Action;
import mcx.editor.Actions;
import org.jspecify.annotations.Nullable;

/** The keys of actions, as the editor writes them ({@code Ctrl+Shift+Z}) and as JavaFX has them. */
final class Keys {

  private static final Map<String, KeyCode> NAMED =
      Map.ofEntries(
          Map.entry("Delete", KeyCode.DELETE),
          Map.entry("Backspace", KeyCode.BACK_SPACE),
          Map.entry("Enter", KeyCode.ENTER),
          Map.entry("Escape", KeyCode.ESCAPE),
          Map.entry("Home", KeyCode.HOME),
          Map.entry("Left", KeyCode.LEFT),
          Map.entry("Right", KeyCode.RIGHT),
          Map.entry("Up", KeyCode.UP),
          Map.entry("Down", KeyCode.DOWN),
          Map.entry("Tab", KeyCode.TAB),
          Map.entry("Space", KeyCode.SPACE),
          Map.entry("Plus", KeyCode.PLUS),
          Map.entry("Minus", KeyCode.MINUS),
          Map.entry("=", KeyCode.EQUALS),
          Map.entry("/", KeyCode.SLASH),
          Map.entry(",", KeyCode.COMMA),
          Map.entry(".", KeyCode.PERIOD),
          Map.entry("[", KeyCode.OPEN_BRACKET),
          Map.entry("]", KeyCode.CLOSE_BRACKET));

  /** What a text field does itself, and an action must not take from it. */
  private static final List<String> OF_TEXT_FIELDS =
      List.of("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+D");

  private Keys() {}

  /** Makes the keys of all actions work in a window. */
  static void install(Scene scene, Actions actions, CanvasView canvas) {
    AtomicBoolean used = new AtomicBoolean();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> used.set(false));
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          String keys = text(e);
          Action action = keys == null ? null : actions.forShortcut(keys);
          if (action != null && keys != null && applies(scene, keys, canvas)) {
            used.set(true);
            action.run();
            e.consume();
          }
        });
    // A key that was a command must not also be typed into the field that the command opened.
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        e -> {
          if (used.get()) {
            e.consume();
          }
        });
  }

  private static boolean applies(Scene scene, String keys, CanvasView canvas) {
    var focused = scene.getFocusOwner();
    boolean typing = focused instanceof TextInputControl || focused instanceof ComboBoxBase<?>;
    if (typing) {
      return !Actions.onCanvasOnly(keys) && !OF_TEXT_FIELDS.contains(keys);
    }
    // The palette's search is a way in from anywhere; other single keys belong to the canvas.
    return !Actions.onCanvasOnly(keys) || focused == canvas || focused == null || keys.equals("/");
  }

  /** The keys as the editor writes them; null for a modifier alone. */
  static @Nullable String text(KeyEvent e) {
    if (e.getCode().isModifierKey()) {
      return null;
    }
    StringBuilder keys = new StringBuilder();
    if (e.isShortcutDown()) {
      keys.append("Ctrl+");
    }
    if (e.isAltDown()) {
      keys.append("Alt+");
    }
    if (e.isShiftDown()) {
      keys.append("Shift+");
    }
    return keys.append(name(e.getCode())).toString();
  }

  private static String name(KeyCode code) {
    return switch (code) {
      case ADD -> "Plus";
      case SUBTRACT -> "Minus";
      case DIVIDE -> "/";
      case NUMPAD0 -> "0";
      case KP_LEFT -> "Left";
      case KP_RIGHT -> "Right";
      case KP_UP -> "Up";
      case KP_DOWN -> "Down";
      default ->
          NAMED.entrySet().stream()
              .filter(n -> n.getValue() == code)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(code.getName().length() == 1 ? code.getName() : code.getName().strip());
    };
  }

  /** The keys as JavaFX has them, for showing in menus; null where it has none such. */
  static @Nullable KeyCombination combination(String keys) {
    List<String> parts = Arrays.asList(keys.split("\\+"));
    String last = parts.getLast();
    KeyCode code = NAMED.get(last);
    if (code == null) {
      code = KeyCode.getKeyCode(last.toUpperCase(Locale.ROOT));
    }
    if (code == null) {
      return null;
    }
    List<KeyCombination.Modifier> held = new ArrayList<>();
    if (parts.contains("Ctrl")) {
      held.add(KeyCombination.SHORTCUT_DOWN);
    }
    if (parts.contains("Alt")) {
      held.add(KeyCombination.ALT_DOWN);
    }
    if (parts.contains("Shift")) {
      held.add(KeyCombination.SHIFT_DOWN);
    }
    return new KeyCodeCombination(code, held.toArray(KeyCombination.Modifier[]::new));
  }
}
