package mcx.routing;

import mcx.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tables do the very same with packets for one address as without failures, so that it
 * need not be worked out again: those that use the very same routes, which lead to the same next
 * hop over the same segment. It says so only where that is certain.
 */
final class Unchanged {

  /** How many tables that only exchange routes may stand behind each other. */
  private static final int MOST_RELAYS = 8;

  private final Conditions now;
  private final Conditions before;
  private final Holding held;
  private final Solved base;
  private final IpAddress address;
  private @Nullable Holding heldBefore;

  private Unchanged(Solved solved, Holding held, Solved base, IpAddress address) {
    this.now = solved.conditions();
    this.before = base.conditions();
    this.held = held;
    this.base = base;
    this.address = address;
  }

  /**
   * @param held what tables have of the address in this solution
   * @return null for the solution without failures itself, or where that is not known
   */
  static @Nullable Unchanged of(Solved solved, Holding held, IpAddress address) {
    Solved base = solved.withoutFailures();
    return base == null ? null : new Unchanged(solved, held, base, address);
  }

  /** What a table does, where it is the same; null where it may be something else. */
  @Nullable Forwarding at(Table table) {
    return isSame(table, MOST_RELAYS) ? heldBefore().does(table) : null;
  }

  /** Looked up when first asked for; two threads may do so at the same time. */
  private Holding heldBefore() {
    Holding known = heldBefore;
    if (known == null) {
      known = base.held(address);
      heldBefore = known;
    }
    return known;
  }

  private boolean isSame(Table at, int relays) {
    if (relays < 0 || !now.isUp(at) || !before.isUp(at) || !held.usesAs(heldBefore(), at)) {
      return false;
    }
    for (Candidate route : held.inUse(at)) {
      if (isBetweenLoopbacks(route)) {
        return false;
      }
      Table next = route.nextHop;
      if (next != null && !next.node.forwards() && !isSame(next, relays - 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the route came over a session whose far end is reached by another route, which may lead
   * elsewhere now. Where inner routing leads elsewhere, the routes over inner sessions are no
   * longer the very same.
   */
  private static boolean isBetweenLoopbacks(Candidate route) {
    return route.edge instanceof SessionEdge s && !s.inner && s.session.segment() == null;
  }
}
