package mcx.routing;

import java.util.IdentityHashMap;
import java.util.Map;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Makes routes that name a prefix of those that stand for a class. Routes that others were made
 * from are made once. Safe for use by several threads.
 */
final class Publishing {

  private final Prefix prefix;
  private final @Nullable Hydrated origin;
  private final int member;
  private final Map<Candidate, Route> done = new IdentityHashMap<>(8);

  Publishing(Prefix prefix) {
    this(prefix, null, 0);
  }

  /**
   * @param origin what has routes that are the same here; null for none
   * @param member the place of the prefix among those that this stands for
   */
  Publishing(Prefix prefix, @Nullable Hydrated origin, int member) {
    this.prefix = prefix;
    this.origin = origin;
    this.member = member;
  }

  /** The route for this one, which a table keeps: asked for again, it is the same. */
  Route route(Candidate c) {
    Hydrated from = origin;
    return from != null && from.best(c.table) == c ? from.publishing(member).route(c) : kept(c);
  }

  private synchronized Route kept(Candidate c) {
    Route known = done.get(c);
    if (known == null) {
      known = routeOnce(c);
      done.put(c, known);
    }
    return known;
  }

  /** The route for this one, which is not asked for again. */
  Route routeOnce(Candidate c) {
    return new Route(
        prefix,
        c.table.id(),
        c.learned,
        c.via(),
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
  }
}
