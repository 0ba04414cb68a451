package mcx.view;

/** Which colours the window has. */
public enum ThemeChoice {
  LIGHT,
  DARK,
  /** As the desktop's own setting is, and following it when it changes. */
  SYSTEM
}
