package mcx.editor;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of this room that people see. */
public final class Texts {

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("mcx.editor.messages");

  private Texts() {}

  /**
   * The text of this key, with the arguments put in.
   *
   * @throws MissingResourceException if there is no such text, which is an error of ours
   */
  public static String get(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /** Whether there is a text of this key. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }
}
