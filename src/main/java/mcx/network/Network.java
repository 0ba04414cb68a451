package mcx.network;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The router-level control plane of a whole design. All lists are in a fixed order that depends on
 * the design only.
 *
 * @param nodes by id
 * @param limits limits that are counted over more than one session
 */
public record Network(
    SortedMap<String, Node> nodes,
    List<Segment> segments,
    List<Session> sessions,
    List<Propagation> propagations,
    List<VpnDomain> vpnDomains,
    List<SharedLimit> limits) {

  public Network {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    segments = List.copyOf(segments);
    sessions = List.copyOf(sessions);
    propagations = List.copyOf(propagations);
    vpnDomains = List.copyOf(vpnDomains);
    limits = List.copyOf(limits);
  }

  /** A network without shared limits. */
  public Network(
      SortedMap<String, Node> nodes,
      List<Segment> segments,
      List<Session> sessions,
      List<Propagation> propagations,
      List<VpnDomain> vpnDomains) {
    this(nodes, segments, sessions, propagations, vpnDomains, List.of());
  }

  public @Nullable Node node(String id) {
    return nodes.get(id);
  }

  public @Nullable Vrf vrf(VrfId id) {
    Node node = nodes.get(id.node());
    if (node == null) {
      return null;
    }
    for (Vrf vrf : node.vrfs()) {
      if (vrf.id().equals(id)) {
        return vrf;
      }
    }
    return null;
  }

  public @Nullable Segment segment(@Nullable String id) {
    for (Segment s : segments) {
      if (s.id().equals(id)) {
        return s;
      }
    }
    return null;
  }

  public @Nullable Session session(String id) {
    for (Session s : sessions) {
      if (s.id().equals(id)) {
        return s;
      }
    }
    return null;
  }

  public @Nullable Propagation propagation(String id) {
    for (Propagation p : propagations) {
      if (p.id().equals(id)) {
        return p;
      }
    }
    return null;
  }
}
