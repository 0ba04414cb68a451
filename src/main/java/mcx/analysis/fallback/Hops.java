package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** The parts of a network by id, for reading traces hop by hop. */
final class Hops {

  final Network network;
  private final Map<String, Node> nodes;
  private final Map<String, Segment> segments = new HashMap<>();
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, Session> bySegment = new HashMap<>();
  private final Map<String, Propagation> propagations = new HashMap<>();
  private final Map<String, VpnDomain> domains = new HashMap<>();

  Hops(Network network) {
    this.network = network;
    this.nodes = new HashMap<>(network.nodes());
    network.segments().forEach(s -> segments.put(s.id(), s));
    for (Session s : network.sessions()) {
      sessions.put(s.id(), s);
      String segment = s.segment();
      if (segment != null) {
        bySegment.putIfAbsent(segment, s);
      }
    }
    network.propagations().forEach(p -> propagations.put(p.id(), p));
    network.vpnDomains().forEach(d -> domains.put(d.id(), d));
  }

  /**
   * A step of a way, from one node to the next.
   *
   * @param from where it leads from
   * @param to where it leads to
   * @param segment what is crossed; null where there is nothing to cross
   * @param session the BGP session over it, or that brought the route; null where there is none
   * @param propagation what handed the route over; null where BGP brought it
   * @param core whether it crosses the core of a layer-3 provider
   */
  record Step(
      Node from,
      Node to,
      @Nullable Segment segment,
      @Nullable Session session,
      @Nullable Propagation propagation,
      boolean core) {}

  /** The steps of a trace. */
  List<Step> steps(@Nullable Trace trace) {
    List<Step> all = new ArrayList<>();
    if (trace == null) {
      return all;
    }
    for (int i = 0; i + 1 < trace.hops().size(); i++) {
      Step step = step(trace.hops().get(i), trace.hops().get(i + 1).table());
      if (step != null) {
        all.add(step);
      }
    }
    return all;
  }

  /** The step from a hop to the table after it; null where one is on no node of the network. */
  @Nullable Step step(Trace.Hop hop, VrfId next) {
    Node from = nodes.get(hop.table().node());
    Node to = nodes.get(next.node());
    if (from == null || to == null) {
      return null;
    }
    Segment segment = hop.segment() == null ? null : segments.get(hop.segment());
    return new Step(
        from, to, segment, session(hop), propagation(hop.via()), domain(hop.via()) != null);
  }

  private @Nullable Session session(Trace.Hop hop) {
    String via = hop.via();
    Session named = via == null ? null : sessions.get(via);
    if (named != null) {
      return named;
    }
    String segment = hop.segment();
    return segment == null ? null : bySegment.get(segment);
  }

  @Nullable VpnDomain domain(@Nullable String id) {
    return id == null ? null : domains.get(id);
  }

  @Nullable Segment segment(@Nullable String id) {
    return id == null ? null : segments.get(id);
  }

  @Nullable Session sessionOver(String segment) {
    return bySegment.get(segment);
  }

  @Nullable Session session(@Nullable String id) {
    return id == null ? null : sessions.get(id);
  }

  @Nullable Propagation propagation(@Nullable String id) {
    return id == null ? null : propagations.get(id);
  }

  static Id element(Node node) {
    return Id.of(node.element().id());
  }
}
