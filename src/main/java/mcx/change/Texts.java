package mcx.change;

/** The words of this room that people see. */
final class Texts {

  private static final Messages MESSAGES = Messages.beside(Texts.class);

  private Texts() {}

  /** The text of this key, with the arguments put in. */
  static String get(String key, Object... arguments) {
    return MESSAGES.get(key, arguments);
  }
}
