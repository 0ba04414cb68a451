package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.network.Policy.Learned;
import mcx.network.Vrf;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * A table as its BGP sees it: without routes by hand and interfaces that are not offered to BGP,
 * which a daemon's BGP table does not show.
 */
public final class BgpView {

  private BgpView() {}

  /** The route of an entry that BGP tells others; null where there is none. */
  public static @Nullable Route told(RibEntry e, Vrf vrf) {
    for (Route r : routes(e, vrf)) {
      if (r.isUsable()) {
        return r;
      }
    }
    return null;
  }

  /** The routes of an entry that BGP knows of, the best first. */
  public static List<Route> routes(RibEntry e, Vrf vrf) {
    List<Route> all = new ArrayList<>(e.best());
    e.lost().forEach(l -> all.add(l.route()));
    all.removeIf(r -> !isOffered(r, vrf));
    return all;
  }

  /** Whether BGP knows of the route. */
  public static boolean isOffered(Route r, Vrf vrf) {
    if (r.learned() == Learned.CONNECTED) {
      return vrf.connected().stream()
          .anyMatch(c -> c.redistribute() && c.prefix().equals(r.prefix()));
    }
    return r.learned() != Learned.STATIC
        || vrf.statics().stream()
            .anyMatch(
                s ->
                    s.redistribute()
                        && s.prefix().equals(r.prefix())
                        && Objects.equals(s.nextHop(), r.nextHop())
                        && Objects.equals(s.segment(), r.via())
                        && s.distance() == r.distance());
  }
}
