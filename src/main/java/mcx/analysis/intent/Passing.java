package mcx.analysis.intent;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Crossings;
import mcx.analysis.SitePath;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Link;
import mcx.design.VpnConnection;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.VpnDomain;
import mcx.routing.Spread;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** What a path goes through, in the words of the drawing. */
final class Passing {

  private final Design design;
  private final Network network;
  private final Crossings crossings;

  Passing(Design design, Network network) {
    this.design = design;
    this.network = network;
    this.crossings = new Crossings(design, network);
  }

  /**
   * All elements, links and parts that the path goes through: what is drawn along it, what holds
   * that, where its circuits meet the provider, and what carries its tunnels. Where equally good
   * ways share the traffic, all that some of it goes through.
   */
  SortedSet<Id> of(SitePath path) {
    SortedSet<Id> all = new TreeSet<>();
    path.allDrawn().forEach(id -> add(id, all));
    add(path.hops(), all);
    return all;
  }

  /** The same, but only what all of the traffic goes through. */
  SortedSet<Id> always(SitePath path) {
    SortedSet<Id> always = of(path);
    Spread spread = path.spread();
    if (spread != null) {
      for (Trace way : spread.ways(Spread.MOST_WAYS)) {
        SortedSet<Id> passed = new TreeSet<>();
        add(way.hops(), passed);
        always.retainAll(passed);
      }
    }
    return always;
  }

  private void add(List<Trace.Hop> hops, Set<Id> all) {
    for (Trace.Hop hop : hops) {
      Node node = network.node(hop.table().node());
      if (node != null) {
        add(node.element(), all);
        node.dependsOn().forEach(o -> add(o, all));
      }
      edge(hop.via(), all);
      hop.passedOver().forEach(r -> edge(r.via(), all));
      Segment segment = crossings.segment(hop.segment());
      if (segment != null) {
        segment.drawn().forEach(o -> add(o, all));
        segment.dependsOn().forEach(o -> add(o, all));
        add(segment.origin(), all);
        if (isPublic(segment)) {
          design.all(Internet.class).forEach(i -> all.add(i.id()));
        }
      }
    }
  }

  private void edge(@Nullable String via, Set<Id> all) {
    Propagation handed = crossings.propagation(via);
    if (handed != null) {
      handed.drawn().forEach(o -> add(o, all));
    }
    VpnDomain domain = crossings.domain(via);
    if (domain != null) {
      add(domain.origin(), all);
    }
  }

  private void add(Origin origin, Set<Id> all) {
    add(Id.of(origin.id()), all);
  }

  private void add(Id id, Set<Id> all) {
    all.add(id);
    all.add(id.owner());
    for (Element above : design.ancestors(id.owner())) {
      all.add(above.id());
    }
    Circuit circuit = design.element(id.owner(), Circuit.class);
    if (circuit != null && circuit.peeringLocation() != null) {
      all.add(circuit.peeringLocation());
    }
  }

  /** The first tunnel of any of its ways that the Internet carries; null where there is none. */
  @Nullable Id publicTunnel(SitePath path) {
    for (Trace.Hop hop : path.hops()) {
      Segment segment = crossings.segment(hop.segment());
      if (segment != null && isPublic(segment)) {
        return Id.of(segment.origin().id()).owner();
      }
    }
    return null;
  }

  private boolean isPublic(Segment segment) {
    if (segment.kind() != Segment.Kind.TUNNEL) {
      return false;
    }
    Link link = design.link(Id.of(segment.origin().id()).owner());
    return !(link instanceof VpnConnection vpn)
        || vpn.underlay() == null
        || design.element(vpn.underlay(), Internet.class) != null;
  }

  /** The last element that the path comes to; null where it comes to none. */
  @Nullable Id end(SitePath path) {
    Trace trace = path.trace();
    if (trace == null || trace.hops().isEmpty()) {
      return null;
    }
    Node node = network.node(trace.hops().getLast().table().node());
    return node == null ? null : Id.of(node.element().id());
  }
}
