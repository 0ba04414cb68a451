package mcx.editor;

import mcx.change.Messages;

/** The words of this room that people see. */
public final class Texts {

  private static final Messages MESSAGES = Messages.beside(Texts.class);

  private Texts() {}

  /**
   * The text of this key, with the arguments put in.
   *
   * @throws IllegalArgumentException if there is no such text, which is an error of ours
   */
  public static String get(String key, Object... arguments) {
    return MESSAGES.get(key, arguments);
  }

  /** Whether there is a text of this key. */
  public static boolean has(String key) {
    return MESSAGES.has(key);
  }
}
