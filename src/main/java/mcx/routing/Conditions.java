package mcx.routing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * with what prefix limits have taken down or dropped, and with what finds no way to its other end.
 */
final class Conditions {

  private final Plan plan;
  private final Failures failures;
  private final Limits limits;
  private final Underlays underlays;
  private final Set<String> nodesDown = new HashSet<>();
  private final Set<String> segmentsDown = new HashSet<>();
  private final Set<String> sessionsDown = new HashSet<>();
  private final Set<String> propagationsDown = new HashSet<>();
  private final Set<String> domainsDown = new HashSet<>();
  private final BitSet edgesDown = new BitSet();
  private final BitSet tablesDown = new BitSet();
  private final Map<String, Core> cores = new HashMap<>();
  private final Igp igp;

  /**
   * @param like conditions of the same plan, of which inner routing is taken over where it is the
   *     same; null for none
   */
  Conditions(
      Plan plan, Failures failures, Limits limits, Underlays underlays, @Nullable Conditions like) {
    this.plan = plan;
    this.failures = failures;
    this.limits = limits;
    this.underlays = underlays;
    for (Origin o : failures.down()) {
      Dependents gone = plan.dependents(o);
      if (gone != null) {
        gone.nodes.forEach(n -> nodesDown.add(n.id()));
        gone.segments.forEach(s -> segmentsDown.add(s.id()));
        gone.sessions.forEach(s -> sessionsDown.add(s.id()));
        gone.propagations.forEach(p -> propagationsDown.add(p.id()));
        gone.domains.forEach(d -> domainsDown.add(d.id()));
      }
    }
    if (!nodesDown.isEmpty()) {
      for (Table t : plan.tables()) {
        tablesDown.set(t.index, nodesDown.contains(t.node.id()));
      }
    }
    for (Segment s : plan.network().segments()) {
      if (s.downBecause() != null || nodesDown(s.a(), s.b())) {
        segmentsDown.add(s.id());
      }
    }
    for (String id : limits.down()) {
      (plan.session(id) != null
              ? sessionsDown
              : plan.segment(id) != null ? segmentsDown : propagationsDown)
          .add(id);
    }
    for (String id : limits.sessionsWithConnection()) {
      Session s = plan.session(id);
      if (s != null && s.segment() != null) {
        segmentsDown.add(s.segment());
      }
    }
    underlays.segmentsDown().forEach(segmentsDown::add);
    underlays.sessionsDown().forEach(sessionsDown::add);
    igp = like != null && sameInside(like) ? like.igp : new Igp(plan, s -> isSegmentUp(s.id()));
    for (VpnDomain d : plan.network().vpnDomains()) {
      Core known = like == null ? null : like.cores.get(d.id());
      cores.put(
          d.id(),
          like != null && known != null && sameEdges(like, d)
              ? known
              : new Core(d, n -> !nodesDown.contains(n)));
    }
    for (Edge e : plan.edges()) {
      if (!canBeUp(e)) {
        edgesDown.set(e.index);
      }
    }
  }

  private boolean nodesDown(VrfId a, VrfId b) {
    return nodesDown.contains(a.node()) || nodesDown.contains(b.node());
  }

  /** Whether inner routing sees the same segments and nodes in both. */
  private boolean sameInside(Conditions like) {
    for (Segment s : plan.innerSegments()) {
      if (isSegmentUp(s.id()) != like.isSegmentUp(s.id())) {
        return false;
      }
    }
    return true;
  }

  private boolean sameEdges(Conditions like, VpnDomain domain) {
    if (nodesDown.isEmpty() && like.nodesDown.isEmpty()) {
      return true;
    }
    for (VrfId v : domain.vrfs()) {
      if (nodesDown.contains(v.node()) != like.nodesDown.contains(v.node())) {
        return false;
      }
    }
    return true;
  }

  private boolean canBeUp(Edge e) {
    if (tablesDown.get(e.from.index) || tablesDown.get(e.to.index)) {
      return false;
    }
    return switch (e) {
      case SessionEdge s -> canBeUp(s);
      case PropagationEdge p ->
          !propagationsDown.contains(p.id)
              && (p.propagation.segment() == null
                  || !segmentsDown.contains(p.propagation.segment()));
      case VpnEdge v -> !domainsDown.contains(v.id);
    };
  }

  private boolean canBeUp(SessionEdge s) {
    if (sessionsDown.contains(s.id)) {
      return false;
    }
    String segment = s.session.segment();
    if (segment != null) {
      return plan.segment(segment) != null && !segmentsDown.contains(segment);
    }
    return !s.inner || igp.way(s.from, s.to) != null;
  }

  /** What a session or tunnel looks like, with the reason where it is down. */
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
    Tripped fallen = limits.connectionDown(s.id(), plan);
    if (fallen != null) {
      return tripped(fallen);
    }
    String lost = underlays.reason(s.id());
    return lost == null ? SessionState.UP : SessionState.down(lost);
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
      Segment under = plan.segment(s.segment());
      return under == null
          ? SessionState.down("There is nothing that it could run over.")
          : state(under);
    }
    if (s.isInner() && igp.way(plan.table(s.a()), plan.table(s.b())) == null) {
      return SessionState.down(
          "Inner routing has no path between "
              + plan.table(s.a()).label()
              + " and "
              + plan.table(s.b()).label()
              + ".");
    }
    String lost = underlays.reason(s.id());
    return lost == null ? SessionState.UP : SessionState.down(lost);
  }

  private SessionState ends(VrfId a, VrfId b) {
    for (VrfId end : List.of(a, b)) {
      if (nodesDown.contains(end.node())) {
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
        t.who(plan.table(t.at()).label())
            + " got "
            + t.count()
            + " "
            + t.what()
            + " and takes at most "
            + t.limit().max()
            + (t.limit().beyond() == Beyond.SESSION_IDLE
                ? "; it stays down until someone mends it."
                : t.aftermath() == Tripped.Aftermath.CYCLE
                    ? "; it comes back and falls again, over and over."
                    : "."));
  }

  Plan plan() {
    return plan;
  }

  Failures failures() {
    return failures;
  }

  Limits limits() {
    return limits;
  }

  Underlays underlays() {
    return underlays;
  }

  Igp igp() {
    return igp;
  }

  boolean isNodeUp(String node) {
    return !nodesDown.contains(node) && plan.network().nodes().containsKey(node);
  }

  boolean isUp(Table table) {
    return !tablesDown.get(table.index);
  }

  boolean isSegmentUp(String segment) {
    return !segmentsDown.contains(segment) && plan.segment(segment) != null;
  }

  SessionState session(String id) {
    Session s = plan.session(id);
    return s == null ? SessionState.down("The network has no session “" + id + "”.") : state(s);
  }

  boolean isEdgeUp(Edge e) {
    return !edgesDown.get(e.index);
  }

  /** The numbers of all edges that are down; not to be changed. */
  BitSet edgesDown() {
    return edgesDown;
  }

  /** The cost across the core of a VPN domain. */
  int coreCost(VpnEdge e) {
    Core core = cores.get(e.domain.id());
    return core == null ? 0 : core.between(e.from.node.id(), e.to.node.id());
  }

  /** Whether a static route out of this segment to this table stands. */
  boolean isReachable(@Nullable String segment, @Nullable VrfId nextHop) {
    return (segment == null || isSegmentUp(segment))
        && (nextHop == null || isNodeUp(nextHop.node()));
  }

  /**
   * The edges that are up in both, but may say something else of a route: across cores and inside
   * autonomous systems whose shortest ways changed.
   */
  BitSet changedSince(Conditions before) {
    BitSet changed = new BitSet();
    boolean sameIgp = igp == before.igp;
    for (Edge e : plan.edges()) {
      if (!isEdgeUp(e) || !before.isEdgeUp(e)) {
        continue;
      }
      if (e instanceof SessionEdge s && s.inner && !sameIgp && !igp.sameWays(before.igp, e.to)) {
        changed.set(e.index);
      } else if (e instanceof VpnEdge v
          && cores.get(v.domain.id()) != before.cores.get(v.domain.id())
          && coreCost(v) != before.coreCost(v)) {
        changed.set(e.index);
      }
    }
    return changed;
  }
}
