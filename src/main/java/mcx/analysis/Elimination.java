package mcx.analysis;

import java.util.List;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * How a table chose among its routes to one prefix: step by step who was left, and who went out by
 * what; and how the winner came here.
 *
 * @param prefix the prefix
 * @param candidates all routes, the ones in use first, then from the last to go out to the first
 * @param steps the steps in which the table chose, until one was left or all that are left share
 *     the traffic; empty for an only route
 * @param dependsOnArrival whether a router that keeps the older of equal outer routes may hold on
 *     to another one
 * @param way how the first route in use came to the table, from where it began
 */
public record Elimination(
    Prefix prefix,
    List<Candidate> candidates,
    List<Step> steps,
    boolean dependsOnArrival,
    List<Passage> way) {

  public Elimination {
    candidates = List.copyOf(candidates);
    steps = List.copyOf(steps);
    way = List.copyOf(way);
  }

  /** How many routes are in use; several share the traffic. */
  public int inUse() {
    return (int) candidates.stream().filter(c -> c.because().isEmpty()).count();
  }

  /**
   * A route that was there to choose.
   *
   * @param number what it is called here, from 1 on
   * @param route the route
   * @param from the table that told it; null for the table's own
   * @param over what it came over, as drawn; empty for the table's own
   * @param routerId the router id that counts for it; null for the table's own
   * @param because what decided against it; empty for one in use
   */
  public record Candidate(
      int number,
      Route route,
      @Nullable VrfId from,
      String over,
      @Nullable IpAddress routerId,
      String because) {}

  /**
   * A step.
   *
   * @param decision what was compared
   * @param before how many routes were left before it
   * @param after how many are left after it
   * @param out who went out
   */
  public record Step(Decision decision, int before, int after, List<Candidate> out) {
    public Step {
      out = List.copyOf(out);
    }
  }

  /**
   * One table that the route came through.
   *
   * @param route the route as it stands there
   * @param over what it came over, as drawn; empty where it began
   * @param edge the session, propagation or VPN domain that it came by; null where it began
   * @param what how it came there, in words, with what was done to it on the way
   */
  public record Passage(Route route, String over, @Nullable String edge, String what) {}
}
