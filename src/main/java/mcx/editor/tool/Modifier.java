package mcx.editor.tool;

/** A key held while something else happens. */
public enum Modifier {
  SHIFT,
  /** Control, or Command where that is the usual one. */
  CTRL,
  ALT
}
