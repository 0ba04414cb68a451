package mcx.routing;

import java.util.ArrayList;
import java.util.List;
import mcx.routing.Trace.End;
import mcx.routing.Trace.Hop;
import org.jspecify.annotations.Nullable;

/**
 * What one table does with packets for one address.
 *
 * @param branches where it sends them, the first of its routes first; at least one
 */
record Forwarding(List<Branch> branches) {

  Forwarding {
    branches = List.copyOf(branches);
  }

  static Forwarding end(Exit exit, End end, String reason) {
    return new Forwarding(List.of(new Branch(exit, null, 1, end, reason)));
  }

  Branch first() {
    return branches.getFirst();
  }

  /**
   * What it does with some of the packets.
   *
   * @param exit how they leave it
   * @param next the table that they come to; null where they come no further
   * @param share how many of those that come here, above 0 and up to 1
   * @param end what becomes of them, where they come no further
   * @param reason why, in words, where they do not arrive; empty otherwise
   */
  record Branch(Exit exit, @Nullable Table next, double share, End end, String reason) {

    /** The table, and how they leave it. */
    Hop hop() {
      return exit.hop();
    }
  }

  /** A route of a table that only exchanges routes. */
  record Relay(Table at, Candidate route) {}

  /**
   * How packets leave a table: what is asked of most of them is which way, and of few with which
   * routes. Safe for use by several threads.
   */
  static final class Exit {

    private final Holding held;
    private final Table at;
    private final @Nullable Candidate route;
    private final List<Relay> passedOver;
    private final Spread.Leg leg;
    private volatile @Nullable Hop hop;

    /**
     * @param held what tables have of the address
     * @param route the route of the table that is used; null for none
     * @param segment the segment that is crossed; null for none
     * @param passedOver the routes of tables on the way to the next that only exchange routes
     */
    Exit(
        Holding held,
        Table at,
        @Nullable Candidate route,
        @Nullable String segment,
        List<Relay> passedOver) {
      this.held = held;
      this.at = at;
      this.route = route;
      this.passedOver = passedOver;
      this.leg = new Spread.Leg(at.id(), route == null ? null : route.via(), segment);
    }

    /** The table, and by what packets leave it. */
    Spread.Leg leg() {
      return leg;
    }

    /** The same with the routes; made once, or by two threads at the same time twice. */
    Hop hop() {
      Hop known = hop;
      if (known == null) {
        known = make();
        hop = known;
      }
      return known;
    }

    private Hop make() {
      if (route == null) {
        return new Hop(leg.table(), null, null, null, null, List.of());
      }
      Route shown = held.shown(at, route);
      List<Route> over = new ArrayList<>(passedOver.size());
      passedOver.forEach(r -> over.add(held.shown(r.at(), r.route())));
      return new Hop(leg.table(), shown.prefix(), shown, leg.via(), leg.segment(), over);
    }
  }
}
