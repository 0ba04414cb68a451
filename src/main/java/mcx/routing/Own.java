package mcx.routing;

import java.util.ArrayList;
import java.util.List;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.Vrf;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;

/** The routes that a table has itself: what it holds, its interfaces, routes by hand, summaries. */
final class Own {

  /**
   * What a summary weighs, as on real routers: it wins over the same prefix learned from others.
   */
  private static final int AGGREGATE_WEIGHT = 32768;

  static final Attributes HELD = Attributes.own(0, OriginCode.IGP);
  private static final Attributes REDISTRIBUTED = Attributes.own(0, OriginCode.INCOMPLETE);

  private Own() {}

  /** All that the table may have, whether it stands now or not, always in the same order. */
  static List<Candidate> all(Table t, Case c) {
    return collect(t, c, false);
  }

  /** What the table has under the conditions. */
  static List<Candidate> standing(Table t, Case c) {
    return collect(t, c, true);
  }

  private static List<Candidate> collect(Table t, Case c, boolean standingOnly) {
    Prefix prefix = c.cls.first();
    List<Candidate> own = new ArrayList<>(1);
    int number = 0;
    if (t.originates(prefix)) {
      own.add(Candidate.own(t, number, Learned.LOCAL, HELD, 0, null, false, true, null));
      number++;
    }
    for (Vrf.Connected x : t.connected(prefix)) {
      if (!standingOnly || c.conditions.isReachable(x.segment(), null)) {
        own.add(
            Candidate.own(
                t,
                number,
                Learned.CONNECTED,
                REDISTRIBUTED,
                0,
                null,
                false,
                x.redistribute(),
                x.segment()));
      }
      number++;
    }
    for (Vrf.StaticRoute s : t.statics(prefix)) {
      if (!standingOnly || c.conditions.isReachable(s.segment(), s.nextHop())) {
        Table next = s.nextHop() == null ? null : c.conditions.plan().find(s.nextHop());
        own.add(
            Candidate.own(
                t,
                number,
                Learned.STATIC,
                REDISTRIBUTED,
                s.distance(),
                next,
                next == null,
                s.redistribute(),
                s.segment()));
      }
      number++;
    }
    for (Vrf.Aggregate a : t.vrf.aggregates()) {
      if (a.prefix().equals(prefix)) {
        OriginCode origin = c.standing.get(t.index);
        if (!standingOnly || origin != null) {
          own.add(summary(t, number, origin));
        }
        break;
      }
    }
    return own;
  }

  private static Candidate summary(Table t, int number, @Nullable OriginCode origin) {
    return Candidate.own(
        t,
        number,
        Learned.AGGREGATE,
        Attributes.own(AGGREGATE_WEIGHT, origin == null ? OriginCode.IGP : origin),
        SessionEdge.INNER_DISTANCE,
        null,
        true,
        true,
        null);
  }

  /** Whether a table has the same in both, of which it has these. */
  static boolean areSame(List<Candidate> a, List<Candidate> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i).code != b.get(i).code) {
        return false;
      }
    }
    return true;
  }

  /** The route of this code among what the table may have. */
  static Candidate get(Table t, Case c, int code) {
    int number = Candidate.FIRST_OWN - code;
    return all(t, c).get(number);
  }
}
