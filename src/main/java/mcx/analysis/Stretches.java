package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcx.compile.Compiled;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import mcx.routing.Route;
import mcx.routing.Spread;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What people see of the hops of packets: names, and what is drawn. Many ways share hops, so each
 * is worked out once. Safe for use by several threads.
 */
final class Stretches {

  /**
   * From one table to the next.
   *
   * @param steps the names of what is passed, in order
   * @param drawn the design links and elements that it runs along, in order
   * @param mark what tells of which kind the way is
   */
  record Stretch(List<String> steps, List<Id> drawn, WayKind.Mark mark) {}

  private final Design design;
  private final Network network;
  private final Map<String, Segment> segments;
  private final Map<String, Session> sessions;
  private final Map<String, Propagation> propagations;
  private final Map<String, VpnDomain> domains;
  private final Map<Spread.Leg, Stretch> known = new ConcurrentHashMap<>();
  private final Map<Spread.Leg, WayKind.Mark> marks = new ConcurrentHashMap<>();

  /** Marks that are equal are the same. */
  private final Map<WayKind.Mark, WayKind.Mark> same = new ConcurrentHashMap<>();

  Stretches(Design design, Compiled compiled) {
    this.design = design;
    this.network = compiled.network();
    this.segments = index(network.segments(), Segment::id);
    this.sessions = index(network.sessions(), Session::id);
    this.propagations = index(network.propagations(), Propagation::id);
    this.domains = index(network.vpnDomains(), VpnDomain::id);
  }

  private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> a));
  }

  /** What a hop is. */
  Stretch of(Trace.Hop hop) {
    if (!hop.passedOver().isEmpty()) {
      return stretch(hop, edges(hop));
    }
    Spread.Leg leg = Spread.Leg.of(hop);
    Stretch found = known.get(leg);
    return found != null
        ? found
        : known.computeIfAbsent(
            leg, k -> stretch(hop, edge(hop.table(), hop.via(), hop.segment())));
  }

  /** What tells of which kind a way over this leg is; the same object where it is equal. */
  WayKind.Mark mark(Spread.Leg leg) {
    WayKind.Mark found = marks.get(leg);
    return found != null ? found : marks.computeIfAbsent(leg, this::made);
  }

  private WayKind.Mark made(Spread.Leg leg) {
    Node node = network.node(leg.table().node());
    Segment segment = leg.segment() == null ? null : segments.get(leg.segment());
    Id home = node == null ? null : home(Id.of(node.element().id()));
    WayKind.Mark mark =
        new WayKind.Mark(
            segment == null || isPrivateTunnel(segment) ? null : segment.kind(),
            node == null ? null : node.kind(),
            home,
            home != null && design.element(home) instanceof Cloud);
    WayKind.Mark first = same.putIfAbsent(mark, mark);
    return first == null ? mark : first;
  }

  /** What hops are, in their order. */
  List<Stretch> of(List<Trace.Hop> hops) {
    List<Stretch> all = new ArrayList<>(hops.size());
    hops.forEach(h -> all.add(of(h)));
    return all;
  }

  /** The premises or cloud that the element is in; null for a bare one. */
  @Nullable Id home(Id id) {
    Premises premises = design.within(id, Premises.class);
    if (premises != null) {
      return premises.id();
    }
    Cloud cloud = design.within(id, Cloud.class);
    return cloud == null ? null : cloud.id();
  }

  private Stretch stretch(Trace.Hop hop, List<Id> edge) {
    Node node = network.node(hop.table().node());
    Segment segment = hop.segment() == null ? null : segments.get(hop.segment());
    List<Id> drawn = new ArrayList<>();
    Id element = node == null ? null : Id.of(node.element().id());
    if (element != null) {
      drawn.add(element);
    }
    drawn.addAll(edge);
    return new Stretch(steps(hop, node, segment), drawn, mark(Spread.Leg.of(hop)));
  }

  /** Whether it is a tunnel without IPsec over a circuit: as private as the circuit, and no VPN. */
  private boolean isPrivateTunnel(Segment segment) {
    return segment.kind() == Segment.Kind.TUNNEL
        && design.link(Id.of(segment.origin().id()).owner()) instanceof VpnConnection vpn
        && vpn.mode() == VpnMode.GRE
        && design.element(vpn.underlay()) instanceof Circuit;
  }

  private List<String> steps(Trace.Hop hop, @Nullable Node node, @Nullable Segment segment) {
    List<String> steps = new ArrayList<>();
    steps.add(Names.of(network, hop.table()));
    Circuit crossed = segment == null ? null : circuit(segment);
    if (crossed != null && node != null && !node.element().equals(Origin.of(crossed.id()))) {
      steps.add(Names.plain(crossed));
    }
    if (segment != null && segment.kind() == Segment.Kind.TUNNEL) {
      steps.add(tunnel(segment));
    }
    return steps;
  }

  /**
   * The circuit that a hop crosses to where it has no router of its own, as with a cloud whose
   * circuits end at a router that does not forward; null elsewhere.
   */
  private @Nullable Circuit circuit(Segment segment) {
    for (VrfId end : List.of(segment.a(), segment.b())) {
      Node node = network.node(end.node());
      if (node != null && !node.forwards()) {
        for (Id id : ids(segment.drawn(), false)) {
          if (design.link(id) instanceof CircuitConnection c) {
            return design.element(c.a(), Circuit.class);
          }
        }
      }
    }
    return null;
  }

  /** A tunnel by its own name where its connection has several. */
  private String tunnel(Segment segment) {
    Id part = Id.of(segment.origin().id());
    boolean several =
        design.link(part.owner()) instanceof VpnConnection vpn && vpn.tunnels().size() > 1;
    return Names.of(design, several ? part : part.owner());
  }

  /** What leads out of a hop, by way of the tables that only exchange routes. */
  private List<Id> edges(Trace.Hop hop) {
    Route first = hop.route();
    if (first == null) {
      return edge(hop.table(), hop.via(), hop.segment());
    }
    List<Id> ids = new ArrayList<>();
    List<Route> routes = new ArrayList<>(List.of(first));
    routes.addAll(hop.passedOver());
    for (Route route : routes) {
      String via = route.via();
      Session session = via == null ? null : sessions.get(via);
      Propagation propagation = via == null ? null : propagations.get(via);
      String segment =
          session != null
              ? session.segment()
              : propagation != null ? propagation.segment() : hop.segment();
      ids.addAll(edge(route.table(), via, segment));
    }
    return ids;
  }

  private List<Id> edge(VrfId at, @Nullable String via, @Nullable String crossed) {
    Segment segment = crossed == null ? null : segments.get(crossed);
    if (segment != null) {
      return ids(segment.drawn(), !segment.a().equals(at));
    }
    if (via == null) {
      return List.of();
    }
    Propagation propagation = propagations.get(via);
    if (propagation != null) {
      // It is drawn the way the routes go; traffic goes the other way.
      return ids(propagation.drawn(), propagation.to().equals(at));
    }
    VpnDomain domain = domains.get(via);
    return domain == null ? List.of() : List.of(Id.of(domain.origin().id()));
  }

  private static List<Id> ids(List<Origin> origins, boolean reverse) {
    List<Id> ids = new ArrayList<>();
    origins.forEach(o -> ids.add(Id.of(o.id())));
    if (reverse) {
      Collections.reverse(ids);
    }
    return ids;
  }
}
