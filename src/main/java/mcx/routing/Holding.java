package mcx.routing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes that hold one address and that some table may have, the longest first, with what all
 * tables settled on for each. Tables look the address up here. Safe for use by several threads.
 */
final class Holding {

  private static final Candidate[] NONE = {};

  private final Solved solved;
  private final Prefixes.Covering covering;
  private final List<Prefix> prefixes;
  private final ClassState[] states;
  private final Object likeness;
  private final Forwarder forwarder;
  private final @Nullable Unchanged unchanged;

  /** What each table does, by its index; null for not yet asked. */
  private volatile @Nullable AtomicReferenceArray<@Nullable Forwarding> forwardings;

  Holding(Solved solved, IpAddress address, Prefixes.Covering covering) {
    this.solved = solved;
    this.covering = covering;
    this.prefixes = covering.prefixes();
    this.forwarder = new Forwarder(solved, this, address);
    this.states = solved.states(covering);
    this.likeness = List.of(states);
    this.unchanged = Unchanged.of(solved, this, address);
  }

  /** The classes of the prefixes, in their order. */
  int[] classes() {
    return covering.classes();
  }

  /** What all tables settled on for each of the prefixes; not to be changed. */
  ClassState[] states() {
    return states;
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

  /**
   * Whether a table is known to use the very routes for the address that it uses in the solution
   * without failures.
   *
   * @param before what tables have of the address there
   */
  boolean usesAs(Holding before, Table table) {
    int at = find(table);
    return at >= 0 && at == before.find(table) && solved.hydrated(states[at]).isAsInOrigin(table);
  }

  /** All routes of a table to that prefix that are in use, the first of them first. */
  Candidate[] inUse(Table table) {
    int at = find(table);
    return at < 0 ? NONE : solved.hydrated(states[at]).inUse(table);
  }

  /** What a table does with packets for the address. */
  Forwarding does(Table table) {
    AtomicReferenceArray<@Nullable Forwarding> all = forwardings;
    if (all == null) {
      // Two threads may do so at the same time, and find out some things twice.
      all = new AtomicReferenceArray<>(solved.plan().tables().size());
      forwardings = all;
    }
    Forwarding known = all.get(table.index);
    if (known == null) {
      known = unchanged == null ? null : unchanged.at(table);
      known = known == null ? forwarder.at(table) : known;
      all.set(table.index, known);
    }
    return known;
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
