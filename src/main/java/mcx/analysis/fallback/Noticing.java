package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/** Finds all that notice a failure: what stands at an end of something that is down by it. */
final class Noticing {

  private final Detections detections;
  private final Network network;
  private final Failable failed;
  private final Solution before;
  private final Solution then;
  private final Hops hops;
  private final Map<String, Noticed> found = new LinkedHashMap<>();

  /**
   * What one node notices.
   *
   * @param node who notices
   * @param detection by what, the soonest where by several
   * @param links what is down, as drawn
   */
  record Noticed(Node node, Detection detection, List<Id> links) {

    /** When, at the latest; null where that is not known. */
    @Nullable Double known() {
      return detection.maxSeconds();
    }

    /** When, for the order; what no timer shows, as inside a cloud, is taken to be soon. */
    double seconds() {
      Double most = detection.maxSeconds();
      return most == null ? 0 : most;
    }
  }

  Noticing(
      Detections detections, Network network, Failable failed, Solution before, Solution then) {
    this.detections = detections;
    this.network = network;
    this.failed = failed;
    this.before = before;
    this.then = then;
    this.hops = new Hops(network);
  }

  /** All that notice, by node. */
  Map<String, Noticed> find() {
    for (Segment s : network.segments()) {
      if (before.isSegmentUp(s.id()) && !then.isSegmentUp(s.id())) {
        ends(s.a(), s.b(), s, hops.sessionOver(s.id()), Id.of(s.origin().id()));
      }
    }
    for (Session s : network.sessions()) {
      if (s.segment() == null && before.session(s.id()).up() && !then.session(s.id()).up()) {
        ends(s.a(), s.b(), null, s, Id.of(s.origin().id()));
      }
    }
    for (Propagation p : network.propagations()) {
      if (p.segment() == null && isCut(p.from(), p.to())) {
        ends(p.from(), p.to(), null, null, Id.of(p.origin().id()));
      }
    }
    for (VpnDomain d : network.vpnDomains()) {
      cores(d);
    }
    return found;
  }

  private boolean isCut(VrfId a, VrfId b) {
    return before.isUp(a.node())
        && before.isUp(b.node())
        && then.isUp(a.node()) != then.isUp(b.node());
  }

  private void cores(VpnDomain domain) {
    for (VrfId a : domain.vrfs()) {
      for (VrfId b : domain.vrfs()) {
        if (!a.node().equals(b.node()) && isCut(a, b) && then.isUp(a.node())) {
          note(a, b, null, null, true, Id.of(domain.origin().id()));
        }
      }
    }
  }

  private void ends(
      VrfId a, VrfId b, @Nullable Segment segment, @Nullable Session session, Id link) {
    note(a, b, segment, session, false, link);
    note(b, a, segment, session, false, link);
  }

  private void note(
      VrfId by,
      VrfId far,
      @Nullable Segment segment,
      @Nullable Session session,
      boolean core,
      Id link) {
    Node node = network.node(by.node());
    Node other = network.node(far.node());
    if (node == null || other == null || !then.isUp(node.id())) {
      return;
    }
    Detection detection = detections.at(failed, node, other, segment, session, core);
    found.merge(node.id(), new Noticed(node, detection, List.of(link)), Noticing::sooner);
  }

  private static Noticed sooner(Noticed one, Noticed other) {
    List<Id> links = new ArrayList<>(one.links);
    other.links.stream().filter(l -> !links.contains(l)).forEach(links::add);
    Noticed first = one.seconds() <= other.seconds() ? one : other;
    return new Noticed(first.node, first.detection, links);
  }
}
