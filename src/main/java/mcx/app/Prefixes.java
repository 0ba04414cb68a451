package mcx.app;

import mcx.inet.IpAddress;
import mcx.inet.MalformedValueException;
import mcx.inet.Prefix;

/** Reads prefixes as a user gives them. */
final class Prefixes {

  private Prefixes() {}

  /** Whether a text is meant as an address or a prefix, and not as a name. */
  static boolean isMeant(String text) {
    String stripped = text.strip();
    if (stripped.matches("[0-9]+\\.[0-9.]*(/.*)?") || stripped.contains("::")) {
      return true;
    }
    try {
      IpAddress.of(stripped);
      return true;
    } catch (MalformedValueException e) {
      return false;
    }
  }

  /**
   * A prefix; for an address the prefix that holds it alone.
   *
   * @throws BadInputException if the text is neither
   */
  static Prefix of(String text) {
    try {
      if (text.indexOf('/') >= 0) {
        return Prefix.of(text.strip());
      }
      IpAddress address = IpAddress.of(text.strip());
      return new Prefix(address, address.family().bits());
    } catch (MalformedValueException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
