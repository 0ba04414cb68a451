package mcx.routing;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mcx.inet.Prefix;

/** Turns the routes of one prefix of a class into those of another. */
final class Rebase {

  private final Prefix to;
  private final Map<Route, Route> done = new IdentityHashMap<>();

  Rebase(Prefix to) {
    this.to = to;
  }

  Route of(Route r) {
    if (r.prefix().equals(to)) {
      return r;
    }
    Route known = done.get(r);
    if (known == null) {
      known =
          new Route(
              to,
              r.table(),
              r.learned(),
              r.via(),
              r.from() == null ? null : of(r.from()),
              r.nextHop(),
              r.discard(),
              r.asPath(),
              r.localPreference(),
              r.med(),
              r.weight(),
              r.distance(),
              r.igpCost(),
              r.communities(),
              r.origin(),
              r.exit(),
              r.reflection());
      done.put(r, known);
    }
    return known;
  }

  RibEntry of(RibEntry entry) {
    if (entry.prefix().equals(to)) {
      return entry;
    }
    List<Route> best = entry.best().stream().map(this::of).toList();
    return new RibEntry(
        to,
        best,
        entry.lost().stream().map(l -> new RibEntry.Lost(of(l.route()), l.step())).toList());
  }
}
