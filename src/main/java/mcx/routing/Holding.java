package mcx.routing;

import java.util.List;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes that hold one address and that some table may have, the longest first, with what all
 * tables settled on for each. Tables look the address up here. Safe for use by several threads.
 */
final class Holding {

  private final Solved solved;
  private final List<Prefix> prefixes;
  private final ClassState[] states;
  private final Object likeness;

  Holding(Solved solved, List<Prefix> prefixes) {
    this.solved = solved;
    this.prefixes = prefixes;
    this.states = solved.states(prefixes.toArray(new Prefix[0]));
    this.likeness = List.of(states);
  }

  /** Equal for addresses that all tables treat alike. */
  Object likeness() {
    return likeness;
  }

  /** The longest of the prefixes that a table has; null for none. */
  @Nullable Prefix matched(Table table) {
    int at = find(table);
    return at < 0 ? null : prefixes.get(at);
  }

  /** The first best route of a table to that prefix; null where it has none. */
  @Nullable Candidate forwarding(Table table) {
    int at = find(table);
    return at < 0 ? null : solved.hydrated(states[at]).best(table);
  }

  /** Whether a table has several routes to that prefix in use. */
  boolean isShared(Table table) {
    int at = find(table);
    return at >= 0 && states[at].isShared(table);
  }

  /** A route of a table to that prefix, as it is shown. */
  Route shown(Table table, Candidate route) {
    int at = find(table);
    if (at < 0) {
      throw new IllegalStateException("no route at " + table);
    }
    return solved.publishing(states[at], prefixes.get(at)).route(route);
  }

  private int find(Table table) {
    for (int i = 0; i < states.length; i++) {
      if (states[i].has(table)) {
        return i;
      }
    }
    return -1;
  }
}
