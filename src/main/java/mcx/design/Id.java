package mcx.design;

import java.util.regex.Pattern;

/**
 * The lasting name of an element, a link, or a part of a link (a tunnel, one path of an
 * interconnect), unlike the name shown to people, which may change.
 *
 * @param value letters, digits and {@code . _ -}; the id of a part is that of its owner, a slash,
 *     and the part's own key. 1 to 200 characters.
 */
public record Id(String value) implements Comparable<Id> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?");

  public Id {
    if (value.length() > 200 || !FORM.matcher(value).matches()) {
      throw new InvalidDesignException(
          "“"
              + value
              + "” cannot be an id. Use letters, digits, dot, dash and underscore, at most 200.");
    }
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
