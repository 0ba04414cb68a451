package mcx.network;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is down: design elements, links and parts of links, by id.
 *
 * @param down in order; empty while all is well
 */
public record Failures(SortedSet<Origin> down) {

  /** All is well. */
  public static final Failures NONE = new Failures(new TreeSet<>());

  public Failures {
    down = Collections.unmodifiableSortedSet(new TreeSet<>(down));
  }

  public static Failures of(Collection<?> ids) {
    SortedSet<Origin> all = new TreeSet<>();
    ids.forEach(i -> all.add(Origin.of(i)));
    return new Failures(all);
  }

  public static Failures of(Object... ids) {
    return of(java.util.List.of(ids));
  }

  /** Whether one of these has failed. */
  public boolean hits(Set<Origin> ids) {
    if (down.isEmpty()) {
      return false;
    }
    for (Origin o : down) {
      if (ids.contains(o)) {
        return true;
      }
    }
    return false;
  }
}
