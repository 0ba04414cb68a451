package mcx.design;

/**
 * The name of a prefix list, as routers have them.
 *
 * @param value letters, digits and {@code . _ -}; 1 to 60 characters
 */
public record ListName(String value) implements Comparable<ListName> {

  private static final int LONGEST = 60;

  public ListName {
    if (!value.matches("[A-Za-z0-9._-]{1," + LONGEST + "}")) {
      throw new InvalidDesignException(
          "“"
              + value
              + "” cannot be the name of a prefix list. Use letters, digits, dot, dash and"
              + " underscore, at most "
              + LONGEST
              + ".");
    }
  }

  @Override
  public int compareTo(ListName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
