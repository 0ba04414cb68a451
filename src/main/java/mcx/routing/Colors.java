package mcx.routing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import mcx.inet.Community;

/**
 * Numbers for the sets of communities that routes have, as far as some policy asks for them: routes
 * of one color are treated alike by every policy that asks for nothing else. Safe for use by
 * several threads.
 */
final class Colors {

  /** How many there may be: what comes after these has none. */
  static final int MOST = 1024;

  /** The color of a route that has no community that anyone asks for. */
  static final int PLAIN = 0;

  /** Said of a route whose communities have no number, or keep it back by themselves. */
  static final int NONE = -1;

  private static final Set<Community> WELL_KNOWN =
      Set.of(
          Community.NO_EXPORT,
          Community.NO_ADVERTISE,
          Community.NO_PEER,
          Community.GRACEFUL_SHUTDOWN);

  private final Set<Community> asked;
  private final Map<Set<Community>, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<Set<Community>> sets = new AtomicReferenceArray<>(MOST);

  /**
   * @param asked all communities that a policy asks for
   */
  Colors(Collection<Community> asked) {
    this.asked = Set.copyOf(asked);
    number(Set.of());
  }

  /** The color of a route that has these communities; {@link #NONE} where it has none. */
  int of(Set<Community> communities) {
    Set<Community> counting = Set.of();
    for (Community c : communities) {
      if (WELL_KNOWN.contains(c)) {
        return NONE;
      }
      if (asked.contains(c)) {
        if (counting.isEmpty()) {
          counting = new HashSet<>();
        }
        counting.add(c);
      }
    }
    Integer known = numbers.get(counting);
    return known != null ? known : number(Set.copyOf(counting));
  }

  private synchronized int number(Set<Community> counting) {
    Integer known = numbers.get(counting);
    if (known != null) {
      return known;
    }
    int next = numbers.size();
    if (next == MOST) {
      return NONE;
    }
    sets.set(next, counting);
    numbers.put(counting, next);
    return next;
  }

  /** The communities that a color stands for. */
  Set<Community> communities(int color) {
    return sets.get(color);
  }
}
