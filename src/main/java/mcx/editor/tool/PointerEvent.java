package mcx.editor.tool;

import java.util.Set;
import mcx.geometry.Point;

/**
 * Something the pointer did.
 *
 * @param at where, in diagram coordinates
 * @param viewX where, in pixels of the canvas
 * @param viewY the same downwards
 * @param button the button that was pressed or released, or is held in a drag
 * @param modifiers the keys held
 * @param clicks how often in a row it was pressed at this place
 */
public record PointerEvent(
    Point at, double viewX, double viewY, Button button, Set<Modifier> modifiers, int clicks) {

  /** A button of the pointer. */
  public enum Button {
    NONE,
    PRIMARY,
    MIDDLE,
    SECONDARY
  }

  public PointerEvent {
    modifiers = Set.copyOf(modifiers);
  }

  boolean has(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
