package mcx.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** A routing table with the edges that lead into and out of it. */
final class Table {

  private static final Edge[] NO_EDGES = {};

  final int index;
  final Node node;
  final Vrf vrf;
  Edge[] in = NO_EDGES;
  Edge[] out = NO_EDGES;

  /** For each edge out of it its number, and the number of the table that it leads to. */
  int[] outEdge = {};

  int[] outTo = {};

  /**
   * Whether of several routes the better of each two is the best of all, so that a new one needs to
   * be compared with the best only. It is not where MED counts among some of them, where routes of
   * other kinds than those of outer sessions come in, or where several are used.
   */
  boolean pairwise;

  /** The place of its router id among all router ids. */
  int idRank;

  private final Set<Prefix> originated;
  private final Map<Prefix, List<Vrf.StaticRoute>> statics = new HashMap<>();
  private final Map<Prefix, List<Vrf.Connected>> connected = new HashMap<>();

  Table(int index, Node node, Vrf vrf) {
    this.index = index;
    this.node = node;
    this.vrf = vrf;
    this.originated = Set.copyOf(vrf.originated());
    for (Vrf.StaticRoute s : vrf.statics()) {
      statics.computeIfAbsent(s.prefix(), k -> new ArrayList<>(1)).add(s);
    }
    for (Vrf.Connected c : vrf.connected()) {
      connected.computeIfAbsent(c.prefix(), k -> new ArrayList<>(1)).add(c);
    }
  }

  /** Takes its edges, once all are known. */
  void join(List<Edge> into, List<Edge> outOf) {
    in = into.toArray(NO_EDGES);
    out = outOf.toArray(NO_EDGES);
    for (int i = 0; i < out.length; i++) {
      out[i].place = i;
    }
    outEdge = outOf.stream().mapToInt(e -> e.index).toArray();
    outTo = outOf.stream().mapToInt(e -> e.to.index).toArray();
    pairwise = isPairwise();
  }

  private boolean isPairwise() {
    if (vrf.multipath() || !vrf.selection().equals(Vrf.BGP_DECISION)) {
      return false;
    }
    Set<Long> neighbors = new HashSet<>();
    for (Edge e : in) {
      if (!(e instanceof SessionEdge s) || s.inner || !neighbors.add(s.sender.asn().value())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the table holds this prefix itself. */
  boolean originates(Prefix prefix) {
    return originated.contains(prefix);
  }

  /** Its routes by hand to exactly this prefix. */
  List<Vrf.StaticRoute> statics(Prefix prefix) {
    return statics.getOrDefault(prefix, List.of());
  }

  /** Its interfaces in exactly this prefix. */
  List<Vrf.Connected> connected(Prefix prefix) {
    return connected.getOrDefault(prefix, List.of());
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

  @Override
  public String toString() {
    return vrf.id().toString();
  }
}
