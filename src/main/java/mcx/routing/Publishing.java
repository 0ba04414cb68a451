package mcx.routing;

import java.util.IdentityHashMap;
import java.util.Map;
import mcx.inet.Prefix;

/** Makes routes that name a prefix of those that stand for a class. */
final class Publishing {

  private final Prefix prefix;
  private final Map<Candidate, Route> done = new IdentityHashMap<>();

  Publishing(Prefix prefix) {
    this.prefix = prefix;
  }

  Route route(Candidate c) {
    Route known = done.get(c);
    if (known == null) {
      known =
          new Route(
              prefix,
              c.table.id(),
              c.learned,
              c.edge == null ? c.segment : c.edge.id,
              c.from == null ? null : route(c.from),
              c.nextHop == null ? null : c.nextHop.id(),
              c.discard,
              c.path.toPath(),
              c.attributes.localPreference,
              c.attributes.med,
              c.attributes.weight,
              c.distance,
              c.igpCost,
              c.attributes.communities,
              c.attributes.origin,
              c.exit == null ? null : c.exit.id(),
              c.attributes.reflection);
      done.put(c, known);
    }
    return known;
  }
}
