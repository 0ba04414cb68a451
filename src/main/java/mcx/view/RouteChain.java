package mcx.view;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.Route;

/** The advertisements that a route came by, from the table that first held its prefix on. */
final class RouteChain implements Predicate<Advertisement> {

  private record Step(String edge, VrfId from) {}

  private final Prefix prefix;
  private final Set<Step> steps = new HashSet<>();

  private RouteChain(Prefix prefix) {
    this.prefix = prefix;
  }

  /** How a route in a table came there. */
  static RouteChain of(Route route) {
    RouteChain chain = new RouteChain(route.prefix());
    for (Route r = route; r.from() != null; r = r.from()) {
      String via = r.via();
      if (via != null) {
        chain.steps.add(new Step(via, r.from().table()));
      }
    }
    return chain;
  }

  /** The same, and the advertisement itself, whether it was accepted or not. */
  static RouteChain upTo(Advertisement a) {
    RouteChain chain = of(a.route());
    chain.steps.add(new Step(a.edge(), a.from()));
    return chain;
  }

  @Override
  public boolean test(Advertisement a) {
    return a.prefix().equals(prefix) && steps.contains(new Step(a.edge(), a.from()));
  }
}
