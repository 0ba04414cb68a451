package mcx.view;

import mcx.change.Messages;

/** What the window says: the texts of {@code messages.properties} by their keys. */
final class Texts {

  private static final Messages MESSAGES = Messages.beside(Texts.class);

  private Texts() {}

  /**
   * The text for a key, with its places filled.
   *
   * @throws IllegalArgumentException if there is no such key: a mistake of ours
   */
  static String get(String key, Object... args) {
    return MESSAGES.get(key, args);
  }
}
