package mcx.design;

/**
 * The lasting name of an element, a link, or a part of a link (a tunnel, one path of an
 * interconnect), unlike the name shown to people, which may change.
 *
 * @param value letters, digits and {@code . _ -}; the id of a part is that of its owner, a slash,
 *     and the part's own key. 1 to 200 characters.
 */
public record Id(String value) implements Comparable<Id> {

  private static final int LONGEST = 200;

  public Id {
    if (value.length() > LONGEST || !isWellFormed(value)) {
      throw new InvalidDesignException(
          "“"
              + value
              + "” cannot be an id. Use letters, digits, dot, dash and underscore, at most 200.");
    }
  }

  /** Words of letters, digits and {@code . _ -}: one, or two with a slash between. */
  private static boolean isWellFormed(String value) {
    int slash = -1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '/' && slash < 0 && i > 0) {
        slash = i;
      } else if (!((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '.'
          || c == '_'
          || c == '-')) {
        return false;
      }
    }
    return slash + 1 < value.length();
  }

  public static Id of(String value) {
    return new Id(value);
  }

  /** The id of a part of this element or link. */
  public Id part(String key) {
    return new Id(value + "/" + key);
  }

  /** The id of the element or link that a part belongs to; this id if it is no part. */
  public Id owner() {
    int slash = value.indexOf('/');
    return slash < 0 ? this : new Id(value.substring(0, slash));
  }

  @Override
  public int compareTo(Id other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
