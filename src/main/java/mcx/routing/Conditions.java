package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * What is up: nodes, segments, sessions, edges, and inner routing over them; under given failures,
 * and with what prefix limits have taken down or dropped.
 */
final class Conditions {

  private final Plan plan;
  private final Failures failures;
  private final Limits limits;
  private final Set<String> nodesUp = new HashSet<>();
  private final Map<String, SessionState> segments = new HashMap<>();
  private final Map<String, SessionState> sessions = new HashMap<>();
  private final Map<String, Core> cores = new HashMap<>();
  private final BitSet edgesUp = new BitSet();
  private final Igp igp;

  Conditions(Plan plan, Failures failures, Limits limits) {
    this.plan = plan;
    this.failures = failures;
    this.limits = limits;
    for (Node n : plan.network().nodes().values()) {
      if (!failures.hits(n.dependsOn())) {
        nodesUp.add(n.id());
      }
    }
    List<Segment> up = new ArrayList<>();
    for (Segment s : plan.network().segments()) {
      SessionState state = state(s);
      segments.put(s.id(), state);
      if (state.up()) {
        up.add(s);
      }
    }
    igp = new Igp(plan, up);
    for (Session s : plan.network().sessions()) {
      sessions.put(s.id(), state(s));
    }
    for (VpnDomain d : plan.network().vpnDomains()) {
      cores.put(d.id(), new Core(d, nodesUp::contains));
    }
    for (Edge e : plan.edges()) {
      edgesUp.set(e.index, isUp(e));
    }
  }

  private SessionState state(Segment s) {
    if (s.downBecause() != null) {
      return SessionState.down(s.downBecause());
    }
    SessionState ends = ends(s.a(), s.b());
    if (!ends.up()) {
      return ends;
    }
    if (failures.hits(s.dependsOn())) {
      return failed(s.dependsOn());
    }
    Tripped fallen = limits.connectionDown(s.id());
    return fallen == null ? SessionState.UP : tripped(fallen);
  }

  private SessionState state(Session s) {
    SessionState ends = ends(s.a(), s.b());
    if (!ends.up()) {
      return ends;
    }
    if (failures.hits(s.dependsOn())) {
      return failed(s.dependsOn());
    }
    Tripped fallen = limits.sessionDown(s.id());
    if (fallen != null) {
      return tripped(fallen);
    }
    if (s.segment() != null) {
      SessionState under = segments.get(s.segment());
      return under == null ? SessionState.down("There is nothing that it could run over.") : under;
    }
    if (s.isInner() && igp.way(plan.table(s.a()), plan.table(s.b())) == null) {
      return SessionState.down(
          "Inner routing has no path between "
              + plan.table(s.a()).label()
              + " and "
              + plan.table(s.b()).label()
              + ".");
    }
    return SessionState.UP;
  }

  private SessionState ends(VrfId a, VrfId b) {
    for (VrfId end : List.of(a, b)) {
      if (!nodesUp.contains(end.node())) {
        Node node = plan.network().node(end.node());
        return SessionState.down((node == null ? end.node() : node.name()) + " is down.");
      }
    }
    return SessionState.UP;
  }

  private SessionState failed(Set<Origin> dependsOn) {
    TreeSet<Origin> hit = new TreeSet<>(failures.down());
    hit.retainAll(dependsOn);
    return SessionState.down("“" + hit.first() + "” has failed.");
  }

  private SessionState tripped(Tripped t) {
    return SessionState.down(
        plan.table(t.at()).label()
            + " got "
            + t.count()
            + " "
            + t.family().label()
            + " prefixes and takes at most "
            + t.limit().max()
            + (t.limit().beyond() == Beyond.SESSION_IDLE
                ? "; it stays down until someone mends it."
                : "."));
  }

  private boolean isUp(Edge e) {
    if (!isUp(e.from) || !isUp(e.to)) {
      return false;
    }
    return switch (e) {
      case SessionEdge s -> session(s.id).up();
      case PropagationEdge p ->
          !failures.hits(p.propagation.dependsOn())
              && (p.propagation.segment() == null || isSegmentUp(p.propagation.segment()));
      case VpnEdge v -> !failures.hits(Set.of(v.domain.origin()));
    };
  }

  Plan plan() {
    return plan;
  }

  Igp igp() {
    return igp;
  }

  boolean isNodeUp(String node) {
    return nodesUp.contains(node);
  }

  boolean isUp(Table table) {
    return nodesUp.contains(table.node.id());
  }

  boolean isSegmentUp(String segment) {
    SessionState state = segments.get(segment);
    return state != null && state.up();
  }

  SessionState session(String id) {
    SessionState state = sessions.get(id);
    return state == null ? SessionState.down("The network has no session “" + id + "”.") : state;
  }

  boolean isEdgeUp(Edge e) {
    return edgesUp.get(e.index);
  }

  /** The cost across the core of a VPN domain. */
  int coreCost(VpnEdge e) {
    Core core = cores.get(e.domain.id());
    return core == null ? 0 : core.between(e.from.node.id(), e.to.node.id());
  }

  /** Whether the receiver drops this prefix as beyond a limit. */
  boolean dropped(SessionEdge e, Prefix prefix) {
    return limits.drops(e, prefix);
  }

  /** These prefixes in groups of which the receivers drop all or none beyond their limits. */
  Collection<List<Prefix>> alike(List<Prefix> prefixes) {
    return limits.alike(prefixes);
  }

  /** Whether a static route out of this segment to this table stands. */
  boolean isReachable(@Nullable String segment, @Nullable VrfId nextHop) {
    return (segment == null || isSegmentUp(segment))
        && (nextHop == null || nodesUp.contains(nextHop.node()));
  }
}
