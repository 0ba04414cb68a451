package mcx.design;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The checks and normal forms that the records of this package share. */
final class Checks {

  private Checks() {}

  static <T> List<T> list(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  /** A sorted, unmodifiable copy, so that equal sets are written alike. */
  static <T extends Comparable<? super T>> Set<T> set(@Nullable Collection<T> given) {
    if (given == null || given.isEmpty()) {
      return Set.of();
    }
    SequencedSet<T> sorted = new TreeSet<>(given);
    return Collections.unmodifiableSet(sorted);
  }

  static int range(Id id, String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidDesignException(
          what + " of “" + id + "” is " + value + "; it goes from " + min + " to " + max + ".", id);
    }
    return value;
  }

  static String name(@Nullable String given) {
    if (given == null) {
      return "";
    }
    if (given.length() > 200) {
      throw new InvalidDesignException("A name has at most 200 characters.");
    }
    return given;
  }
}
