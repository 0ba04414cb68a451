package mcx.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** A routing table with the edges that lead into and out of it. */
final class Table {

  final int index;
  final Node node;
  final Vrf vrf;
  final List<Edge> in = new ArrayList<>();
  final List<Edge> out = new ArrayList<>();
  private final Set<Prefix> originated;

  Table(int index, Node node, Vrf vrf) {
    this.index = index;
    this.node = node;
    this.vrf = vrf;
    this.originated = Set.copyOf(vrf.originated());
  }

  /** Whether the table holds this prefix itself. */
  boolean originates(Prefix prefix) {
    return originated.contains(prefix);
  }

  VrfId id() {
    return vrf.id();
  }

  IpAddress routerId() {
    return node.routerId();
  }

  /** What people call it: the node's name, and the VRF's label where it is not the only one. */
  String label() {
    return vrf.id().vrf().equals(VrfId.DEFAULT) ? node.name() : node.name() + " · " + vrf.label();
  }
}
