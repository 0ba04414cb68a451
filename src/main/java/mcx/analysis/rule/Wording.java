package mcx.analysis.rule;

import java.util.List;
import java.util.function.Function;

/** How lists and counts are written in findings. */
public final class Wording {

  private Wording() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String and(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  /** The names of these things as a list. */
  public static <T> String and(List<T> things, Function<? super T, String> name) {
    return and(things.stream().map(name).toList());
  }

  /** The first few as a list, and how many more there are. */
  public static <T> String some(List<T> things, int most) {
    if (things.size() <= most) {
      return and(things, Object::toString);
    }
    List<String> shown = things.stream().limit(most).map(Object::toString).toList();
    return String.join(", ", shown) + " and " + (things.size() - most) + " more";
  }
}
