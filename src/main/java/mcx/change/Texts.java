package mcx.change;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of this room that people see. */
final class Texts {

  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("mcx.change.messages");

  private Texts() {}

  /**
   * The text of this key, with the arguments put in.
   *
   * @throws MissingResourceException if there is no such text, which is an error of ours
   */
  static String get(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
  }
}
