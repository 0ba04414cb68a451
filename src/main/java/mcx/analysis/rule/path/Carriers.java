package mcx.analysis.rule.path;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.rule.Situation;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.VpnConnection;
import mcx.network.Session;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/** What routes came over: circuits and VPNs, by the sessions on their way. */
final class Carriers {

  private final Map<String, Link> bySession = new HashMap<>();

  Carriers(Situation situation) {
    Design design = situation.design();
    for (Session s : situation.network().sessions()) {
      Link link = design.link(Id.of(s.origin().id()).owner());
      if (link instanceof CircuitConnection
          || link instanceof CloudInterconnect
          || link instanceof VpnConnection) {
        bySession.put(s.id(), link);
      }
    }
  }

  /** The last circuit connection, interconnect or VPN that the route crossed; null for none. */
  @Nullable Link last(Route route) {
    for (Route r = route; r != null; r = r.from()) {
      Link link = over(r);
      if (link != null) {
        return link;
      }
    }
    return null;
  }

  /** What the route came into its own table over; null for none of these. */
  @Nullable Link over(Route route) {
    String via = route.via();
    return via == null ? null : bySession.get(via);
  }

  /** The circuit that the route crossed last; null where that was a VPN, or none. */
  @Nullable Id circuit(Route route) {
    return last(route) instanceof CircuitConnection c ? c.a() : null;
  }

  /** The circuits that these routes crossed last. */
  Set<Id> circuits(Iterable<Route> routes) {
    Set<Id> found = new TreeSet<>();
    for (Route r : routes) {
      Id circuit = circuit(r);
      if (circuit != null) {
        found.add(circuit);
      }
    }
    return found;
  }
}
