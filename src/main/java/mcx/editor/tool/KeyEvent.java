package mcx.editor.tool;

import java.util.Set;

/**
 * A key on the canvas.
 *
 * @param key what it is called, in upper case: {@code ESCAPE}, {@code SPACE}, {@code LEFT}, {@code
 *     A}
 * @param modifiers the keys held with it
 */
public record KeyEvent(String key, Set<Modifier> modifiers) {

  public KeyEvent {
    modifiers = Set.copyOf(modifiers);
  }

  boolean has(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
