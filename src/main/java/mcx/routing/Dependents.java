package mcx.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;

/** What the failure of a drawn thing takes down by itself. */
final class Dependents {

  final List<Node> nodes = new ArrayList<>();
  final List<Segment> segments = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  final List<Propagation> propagations = new ArrayList<>();
  final List<VpnDomain> domains = new ArrayList<>();

  /** By each drawn thing that something depends on, what does. */
  static Map<Origin, Dependents> of(Network network) {
    Map<Origin, Dependents> all = new HashMap<>();
    for (Node n : network.nodes().values()) {
      n.dependsOn().forEach(o -> at(all, o).nodes.add(n));
    }
    for (Segment s : network.segments()) {
      s.dependsOn().forEach(o -> at(all, o).segments.add(s));
    }
    for (Session s : network.sessions()) {
      s.dependsOn().forEach(o -> at(all, o).sessions.add(s));
    }
    for (Propagation p : network.propagations()) {
      p.dependsOn().forEach(o -> at(all, o).propagations.add(p));
    }
    for (VpnDomain d : network.vpnDomains()) {
      at(all, d.origin()).domains.add(d);
    }
    return all;
  }

  private static Dependents at(Map<Origin, Dependents> all, Origin origin) {
    return all.computeIfAbsent(origin, k -> new Dependents());
  }
}
