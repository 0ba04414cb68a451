package mcx.analysis.intent;

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
import mcx.network.Segment;
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
   * that, where its circuits meet the provider, and what carries its tunnels.
   */
  SortedSet<Id> of(SitePath path) {
    SortedSet<Id> all = new TreeSet<>();
    path.drawn().forEach(id -> add(id, all));
    Trace trace = path.trace();
    if (trace != null) {
      for (Trace.Hop hop : trace.hops()) {
        Node node = network.node(hop.table().node());
        if (node != null) {
          node.dependsOn().forEach(o -> add(o, all));
        }
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
    return all;
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

  /** The first tunnel of the path that the Internet carries; null where there is none. */
  @Nullable Id publicTunnel(SitePath path) {
    Trace trace = path.trace();
    if (trace == null) {
      return null;
    }
    for (Trace.Hop hop : trace.hops()) {
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
