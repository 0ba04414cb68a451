package mcx.analysis.rule.path;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes, each with something that is known of it, to find those that hold others.
 *
 * @param <V> what is known of a prefix
 */
final class WiderPrefixes<V> {

  private final Map<Prefix, V> all = new HashMap<>();
  private final NavigableSet<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());

  void put(Prefix prefix, V value) {
    all.put(prefix, value);
    lengths.add(prefix.length());
  }

  boolean has(Prefix prefix) {
    return all.containsKey(prefix);
  }

  /** What is known of this very prefix; null for nothing. */
  @Nullable V get(Prefix prefix) {
    return all.get(prefix);
  }

  /**
   * The longest prefix that holds this one and is wider, of those of which something wanted is
   * known, but for the default route; null for none.
   */
  @Nullable Prefix holder(Prefix prefix, Predicate<V> wanted) {
    for (int length : lengths) {
      if (length > 0 && length < prefix.length()) {
        Prefix wider = Prefix.containing(prefix.address(), length);
        V value = all.get(wider);
        if (value != null && wanted.test(value)) {
          return wider;
        }
      }
    }
    return null;
  }
}
