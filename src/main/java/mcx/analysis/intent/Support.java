package mcx.analysis.intent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Crossings;
import mcx.analysis.SitePath;
import mcx.design.Design;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import mcx.routing.Route;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What a path rests on: what packets cross, and what the routes that lead them came by. The failure
 * of anything else takes no route of the path away.
 */
final class Support {

  private final Network network;
  private final Crossings crossings;

  Support(Design design, Network network) {
    this.network = network;
    this.crossings = new Crossings(design, network);
  }

  /** All that the path rests on, by id. */
  SortedSet<Id> of(SitePath path) {
    SortedSet<Origin> all = new TreeSet<>();
    for (Trace.Hop hop : path.hops()) {
      node(hop.table(), all);
      edge(hop.segment(), all);
      edge(hop.via(), all);
      Deque<Route> routes = new ArrayDeque<>(hop.passedOver());
      if (hop.route() != null) {
        routes.add(hop.route());
      }
      for (Route first : routes) {
        for (Route r = first; r != null; r = r.from()) {
          node(r.table(), all);
          edge(r.via(), all);
        }
      }
    }
    SortedSet<Id> ids = new TreeSet<>();
    all.forEach(o -> ids.add(Id.of(o.id())));
    return ids;
  }

  private void node(VrfId table, Set<Origin> all) {
    Node node = network.node(table.node());
    if (node != null) {
      all.addAll(node.dependsOn());
    }
  }

  private void edge(@Nullable String id, Set<Origin> all) {
    segment(id, all);
    Session session = crossings.session(id);
    if (session != null) {
      all.addAll(session.dependsOn());
      // A session may have the id of the segment that it runs over.
      segment(session.segment(), all);
    }
    Propagation propagation = crossings.propagation(id);
    if (propagation != null) {
      all.addAll(propagation.dependsOn());
      segment(propagation.segment(), all);
    }
    VpnDomain domain = crossings.domain(id);
    if (domain != null) {
      all.add(domain.origin());
    }
  }

  private void segment(@Nullable String id, Set<Origin> all) {
    Segment segment = crossings.segment(id);
    if (segment != null) {
      all.addAll(segment.dependsOn());
    }
  }
}
