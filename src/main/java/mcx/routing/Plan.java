package mcx.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A network made ready for solving: tables and edges by number, everything else by id. It does not
 * depend on what has failed, so one serves many solutions.
 */
final class Plan {

  private final Network network;
  private final List<Table> tables;
  private final Map<VrfId, Table> byId = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, List<Edge>> edgesById = new HashMap<>();
  private final Map<String, Segment> segments = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Propagation> propagations = new LinkedHashMap<>();
  private final Map<Prefix, List<Table>> holders;
  private final List<Prefix> prefixes;
  private final List<PrefixClass> classes;
  private final NavigableSet<Integer> lengthsV4 = new TreeSet<>(Comparator.reverseOrder());
  private final NavigableSet<Integer> lengthsV6 = new TreeSet<>(Comparator.reverseOrder());

  Plan(Network network) {
    this.network = network;
    tables = tables(network);
    tables.forEach(t -> byId.put(t.id(), t));
    network.segments().forEach(s -> segments.put(s.id(), s));
    network.sessions().forEach(s -> sessions.put(s.id(), s));
    network.propagations().forEach(p -> propagations.put(p.id(), p));
    for (Session s : network.sessions()) {
      add(s.a(), s.b(), (a, b) -> new SessionEdge(edges.size(), s, a, b));
      add(s.b(), s.a(), (b, a) -> new SessionEdge(edges.size(), s, b, a));
    }
    for (Propagation p : network.propagations()) {
      add(p.from(), p.to(), (a, b) -> new PropagationEdge(edges.size(), p, a, b));
    }
    for (VpnDomain d : network.vpnDomains()) {
      for (VrfId from : d.vrfs()) {
        for (VrfId to : d.vrfs()) {
          if (!from.equals(to) && exchanges(from, to)) {
            add(from, to, (a, b) -> new VpnEdge(edges.size(), d, a, b));
          }
        }
      }
    }
    holders = holders();
    prefixes = holders.keySet().stream().sorted().toList();
    for (Prefix p : prefixes) {
      (p.family() == Family.V4 ? lengthsV4 : lengthsV6).add(p.length());
    }
    // Summaries last, the longest of them first: whether one stands depends on longer prefixes.
    classes =
        PrefixClass.of(prefixes, this).stream()
            .sorted(
                Comparator.comparing(PrefixClass::summary)
                    .thenComparing(c -> c.summary() ? -c.first().length() : 0)
                    .thenComparing(PrefixClass::first))
            .toList();
  }

  /** The tables of all nodes in the order of their ids. */
  private static List<Table> tables(Network network) {
    List<Table> sorted = new ArrayList<>();
    network.nodes().values().stream()
        .flatMap(n -> n.vrfs().stream())
        .sorted(Comparator.comparing(Vrf::id))
        .forEach(
            v ->
                sorted.add(
                    new Table(
                        sorted.size(), Objects.requireNonNull(network.node(v.id().node())), v)));
    return sorted;
  }

  private interface Maker {
    Edge make(Table from, Table to);
  }

  private void add(VrfId from, VrfId to, Maker maker) {
    Edge edge = maker.make(table(from), table(to));
    edges.add(edge);
    edgesById.computeIfAbsent(edge.id, k -> new ArrayList<>()).add(edge);
    edge.from.out.add(edge);
    edge.to.in.add(edge);
  }

  private boolean exchanges(VrfId from, VrfId to) {
    return table(from).vrf.exports().stream().anyMatch(table(to).vrf.imports()::contains);
  }

  /** The tables that may bring each prefix into the network. */
  private Map<Prefix, List<Table>> holders() {
    Map<Prefix, SortedSet<Integer>> found = new TreeMap<>();
    for (Table t : tables) {
      Vrf vrf = t.vrf;
      vrf.originated().forEach(p -> hold(found, p, t));
      vrf.statics().forEach(s -> hold(found, s.prefix(), t));
      vrf.aggregates().forEach(a -> hold(found, a.prefix(), t));
    }
    boolean v6 = found.keySet().stream().anyMatch(p -> p.family() == Family.V6);
    for (Edge e : edges) {
      if (e instanceof SessionEdge s && s.sender.defaultOriginate()) {
        found.computeIfAbsent(Prefix.DEFAULT_V4, k -> new TreeSet<>());
        if (v6) {
          found.computeIfAbsent(Prefix.DEFAULT_V6, k -> new TreeSet<>());
        }
      }
    }
    Map<Prefix, List<Table>> all = new HashMap<>();
    found.forEach((p, at) -> all.put(p, at.stream().map(tables::get).toList()));
    return all;
  }

  private static void hold(Map<Prefix, SortedSet<Integer>> found, Prefix prefix, Table table) {
    found.computeIfAbsent(prefix, k -> new TreeSet<>()).add(table.index);
  }

  Network network() {
    return network;
  }

  List<Table> tables() {
    return tables;
  }

  List<Edge> edges() {
    return edges;
  }

  /** The edges of a session, propagation or VPN domain. */
  List<Edge> edges(String id) {
    return edgesById.getOrDefault(id, List.of());
  }

  /** All prefixes that may be in some table, by classes in the order in which to solve them. */
  List<PrefixClass> classes() {
    return classes;
  }

  /** All prefixes that may be in some table, in order. */
  List<Prefix> prefixes() {
    return prefixes;
  }

  /** The lengths that prefixes of a family have, longest first. */
  NavigableSet<Integer> lengths(Family family) {
    return family == Family.V4 ? lengthsV4 : lengthsV6;
  }

  /** The tables that may hold the prefix themselves. */
  List<Table> holders(Prefix prefix) {
    return holders.getOrDefault(prefix, List.of());
  }

  @Nullable Table find(VrfId id) {
    return byId.get(id);
  }

  /**
   * The table with this id.
   *
   * @throws IllegalArgumentException if the network has none
   */
  Table table(VrfId id) {
    Table table = byId.get(id);
    if (table == null) {
      throw new IllegalArgumentException("The network has no table “" + id + "”.");
    }
    return table;
  }

  @Nullable Segment segment(@Nullable String id) {
    return id == null ? null : segments.get(id);
  }

  @Nullable Session session(String id) {
    return sessions.get(id);
  }

  @Nullable Propagation propagation(String id) {
    return propagations.get(id);
  }
}
