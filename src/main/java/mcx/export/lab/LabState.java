package mcx.export.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import mcx.inet.Asn;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * What of a network is up under given failures, as far as wires and inner routing decide: prefix
 * limits are left to the daemons.
 *
 * @param nodes the ids of the nodes that are up
 * @param segments the ids of the segments that are up
 * @param sessions the ids of the sessions that would be up if no limit tripped
 */
record LabState(Set<String> nodes, Set<String> segments, Set<String> sessions) {

  LabState {
    nodes = Set.copyOf(nodes);
    segments = Set.copyOf(segments);
    sessions = Set.copyOf(sessions);
  }

  static LabState of(Network network, Failures failures) {
    Set<String> nodes = new TreeSet<>();
    for (Node n : network.nodes().values()) {
      if (!failures.hits(n.dependsOn())) {
        nodes.add(n.id());
      }
    }
    Set<String> segments = new TreeSet<>();
    for (Segment s : network.segments()) {
      if (s.downBecause() == null
          && nodes.contains(s.a().node())
          && nodes.contains(s.b().node())
          && !failures.hits(s.dependsOn())) {
        segments.add(s.id());
      }
    }
    Set<String> sessions = new TreeSet<>();
    for (Session s : network.sessions()) {
      if (nodes.contains(s.a().node())
          && nodes.contains(s.b().node())
          && !failures.hits(s.dependsOn())
          && isCarried(network, s, segments)) {
        sessions.add(s.id());
      }
    }
    return new LabState(nodes, segments, sessions);
  }

  /** The same without these. */
  LabState without(LeftOut out) {
    Set<String> left = new TreeSet<>(segments);
    left.removeAll(out.segments());
    Set<String> up = new TreeSet<>(sessions);
    up.removeAll(out.sessions());
    return new LabState(nodes, left, up);
  }

  private static boolean isCarried(Network network, Session s, Set<String> segments) {
    if (s.segment() != null) {
      return segments.contains(s.segment());
    }
    return !s.isInner() || reach(network, s.a(), segments).contains(s.b());
  }

  /** The tables that inner routing leads to; those of another AS are not passed through. */
  private static Set<VrfId> reach(Network network, VrfId from, Set<String> segments) {
    Vrf start = network.vrf(from);
    Asn asn = start == null ? null : start.asn();
    Set<VrfId> seen = new HashSet<>(Set.of(from));
    Deque<VrfId> open = new ArrayDeque<>(Set.of(from));
    while (!open.isEmpty()) {
      VrfId at = open.remove();
      for (Segment s : network.segments()) {
        if (s.igpCost() > 0
            && segments.contains(s.id())
            && (s.a().equals(at) || s.b().equals(at))
            && seen.add(s.other(at))) {
          Vrf next = network.vrf(s.other(at));
          if (next != null && (next.asn() == null || next.asn().equals(asn))) {
            open.add(s.other(at));
          }
        }
      }
    }
    return seen;
  }
}
