package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Match;
import mcx.network.PrefixLimit;
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
  private final List<Segment> innerSegments;
  private final List<Segment> tunnels;
  private final List<Session> multihops;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Propagation> propagations = new LinkedHashMap<>();
  private final Map<String, List<Edge>> edgesOverSegment = new HashMap<>();
  private final Map<String, List<Session>> sessionsOverSegment = new HashMap<>();
  private final Map<Origin, Dependents> dependents = new HashMap<>();
  private final List<Prefix> prefixes;
  private final List<PrefixClass> classes;
  private final int summaries;
  private final Map<Prefix, Integer> classOf = new HashMap<>();
  private final Map<Prefix, Integer> placeOf = new HashMap<>();
  private final NavigableSet<Integer> lengthsV4 = new TreeSet<>(Comparator.reverseOrder());
  private final NavigableSet<Integer> lengthsV6 = new TreeSet<>(Comparator.reverseOrder());
  private final Map<List<Match>, Integer> prefixLists = new LinkedHashMap<>();
  private final Map<Policy, Rules> rules = new HashMap<>();
  private final Map<Policy, Rules> rulesOf = new IdentityHashMap<>();
  private final BitSet conditionalDefaults = new BitSet();
  private final BitSet firmDefaults = new BitSet();
  private final boolean mayShut;
  private final boolean usualOrder;
  private final int prefixesV4;
  private final int prefixesV6;

  /** A limit on one family at the receiver of a session. */
  record Limited(SessionEdge edge, Family family, PrefixLimit limit) {}

  private final List<Limited> tightLimits = new ArrayList<>();
  private final List<Edge> uncertain;
  private final Set<Rules> importing = new LinkedHashSet<>();
  private final Map<Integer, List<SessionEdge>> recoloringExports = new HashMap<>();
  private final Map<Integer, List<Rules>> recoloringImports = new HashMap<>();
  private final boolean outerOnly;
  private final @Nullable OuterNet outer;
  private volatile @Nullable Conditions allWell;
  private final AtomicReferenceArray<@Nullable Boolean> monotone;

  /** What the failure of a drawn thing takes down by itself. */
  static final class Dependents {
    final List<Node> nodes = new ArrayList<>();
    final List<Segment> segments = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();
    final List<Propagation> propagations = new ArrayList<>();
    final List<VpnDomain> domains = new ArrayList<>();
  }

  Plan(Network network) {
    this.network = network;
    tables = tables(network);
    tables.forEach(t -> byId.put(t.id(), t));
    network.segments().forEach(s -> segments.put(s.id(), s));
    innerSegments = network.segments().stream().filter(s -> s.igpCost() > 0).toList();
    tunnels =
        network.segments().stream()
            .filter(s -> s.underlay() != null && s.downBecause() == null)
            .toList();
    network.sessions().forEach(s -> sessions.put(s.id(), s));
    multihops =
        network.sessions().stream().filter(s -> s.segment() == null && !s.isInner()).toList();
    network.propagations().forEach(p -> propagations.put(p.id(), p));
    policies().forEach(this::note);
    List<List<Edge>> in = lists();
    List<List<Edge>> out = lists();
    for (Session s : network.sessions()) {
      add(in, out, s.a(), s.b(), (a, b) -> edge(s, a, b));
      add(in, out, s.b(), s.a(), (b, a) -> edge(s, b, a));
      if (s.segment() != null) {
        sessionsOverSegment.computeIfAbsent(s.segment(), k -> new ArrayList<>(1)).add(s);
      }
    }
    for (Propagation p : network.propagations()) {
      add(
          in,
          out,
          p.from(),
          p.to(),
          (a, b) -> new PropagationEdge(edges.size(), p, a, b, rules(p.policy())));
      if (p.segment() != null) {
        edgesOverSegment
            .computeIfAbsent(p.segment(), k -> new ArrayList<>(1))
            .addAll(edges(p.id()));
      }
    }
    for (VpnDomain d : network.vpnDomains()) {
      for (VrfId from : d.vrfs()) {
        for (VrfId to : d.vrfs()) {
          if (!from.equals(to) && exchanges(from, to)) {
            add(in, out, from, to, (a, b) -> new VpnEdge(edges.size(), d, a, b));
          }
        }
      }
    }
    tables.forEach(t -> t.join(in.get(t.index), out.get(t.index)));
    rankIds();
    dependents();
    Map<Prefix, List<Table>> holders = holders();
    prefixes = List.copyOf(holders.keySet());
    int v4 = 0;
    for (Prefix p : prefixes) {
      boolean isV4 = p.family() == Family.V4;
      v4 += isV4 ? 1 : 0;
      (isV4 ? lengthsV4 : lengthsV6).add(p.length());
      placeOf.put(p, placeOf.size());
    }
    prefixesV4 = v4;
    prefixesV6 = prefixes.size() - v4;
    // Summaries after what they may stand on, the longest first, and default routes at the end:
    // whether one stands may depend on other prefixes.
    classes =
        PrefixClass.of(prefixes, holders, tables, prefixLists).stream()
            .sorted(
                Comparator.comparing(Plan::rank)
                    .thenComparing(c -> c.summary ? -c.first().length() : 0)
                    .thenComparing(PrefixClass::first))
            .toList();
    int plain = 0;
    for (int i = 0; i < classes.size(); i++) {
      if (rank(classes.get(i)) == 0) {
        plain++;
      }
      for (Prefix p : classes.get(i).members) {
        classOf.put(p, i);
      }
    }
    summaries = classes.size() - plain;
    for (Edge e : edges) {
      if (e instanceof SessionEdge s) {
        for (Family family : Family.values()) {
          PrefixLimit limit = s.limit(family);
          if (limit != null && limit.max() < prefixCount(family)) {
            tightLimits.add(new Limited(s, family, limit));
          }
        }
      }
    }
    for (Edge e : edges) {
      if (e instanceof SessionEdge s) {
        if (importing.add(s.importing)) {
          s.importing.recolored.forEach(
              l -> recoloringImports.computeIfAbsent(l, k -> new ArrayList<>(1)).add(s.importing));
        }
        s.exporting.recolored.forEach(
            l -> recoloringExports.computeIfAbsent(l, k -> new ArrayList<>(1)).add(s));
      }
    }
    outerOnly =
        edges.stream().allMatch(e -> e instanceof SessionEdge s && !s.inner && !s.mayShorten);
    monotone = new AtomicReferenceArray<>(classes.size());
    uncertain = edges.stream().filter(Certainty::isUncertain).toList();
    usualOrder = tables.stream().allMatch(t -> t.vrf.selection().equals(Vrf.BGP_DECISION));
    mayShut = policies().anyMatch(Plan::shuts);
    outer = OuterNet.of(this);
  }

  private static int rank(PrefixClass c) {
    return c.first().isDefault() ? 2 : c.summary ? 1 : 0;
  }

  private static boolean shuts(Policy policy) {
    return policy.statements().stream()
        .anyMatch(s -> s.set().add().contains(mcx.inet.Community.GRACEFUL_SHUTDOWN));
  }

  private java.util.stream.Stream<Policy> policies() {
    return java.util.stream.Stream.concat(
        network.sessions().stream()
            .flatMap(
                s ->
                    java.util.stream.Stream.of(
                        s.atA().importPolicy(),
                        s.atA().exportPolicy(),
                        s.atB().importPolicy(),
                        s.atB().exportPolicy())),
        network.propagations().stream().map(Propagation::policy));
  }

  private void note(Policy policy) {
    for (Policy.Statement s : policy.statements()) {
      if (!s.prefixes().isEmpty()) {
        prefixLists.putIfAbsent(s.prefixes(), prefixLists.size());
      }
    }
  }

  private Rules rules(Policy policy) {
    // Equal policies are one; a policy that was seen before is found without reading it again.
    return rulesOf.computeIfAbsent(
        policy, same -> rules.computeIfAbsent(policy, p -> new Rules(p, prefixLists)));
  }

  private SessionEdge edge(Session s, Table from, Table to) {
    boolean forward = from.id().equals(s.a());
    Session.End sender = forward ? s.atA() : s.atB();
    Session.End receiver = forward ? s.atB() : s.atA();
    if (sender.defaultOriginate()) {
      (sender.defaultWhen().isEmpty() ? firmDefaults : conditionalDefaults).set(edges.size());
    }
    return new SessionEdge(
        edges.size(), s, from, to, rules(sender.exportPolicy()), rules(receiver.importPolicy()));
  }

  private List<List<Edge>> lists() {
    List<List<Edge>> all = new ArrayList<>(tables.size());
    for (int i = 0; i < tables.size(); i++) {
      all.add(new ArrayList<>(4));
    }
    return all;
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

  private void add(List<List<Edge>> in, List<List<Edge>> out, VrfId from, VrfId to, Maker maker) {
    Edge edge = maker.make(table(from), table(to));
    edges.add(edge);
    edgesById.computeIfAbsent(edge.id, k -> new ArrayList<>(2)).add(edge);
    out.get(edge.from.index).add(edge);
    in.get(edge.to.index).add(edge);
  }

  private boolean exchanges(VrfId from, VrfId to) {
    return table(from).vrf.exports().stream().anyMatch(table(to).vrf.imports()::contains);
  }

  private void rankIds() {
    TreeSet<mcx.inet.IpAddress> ids = new TreeSet<>();
    tables.forEach(t -> ids.add(t.routerId()));
    Map<mcx.inet.IpAddress, Integer> ranks = new HashMap<>();
    ids.forEach(id -> ranks.put(id, ranks.size()));
    tables.forEach(t -> t.idRank = Objects.requireNonNull(ranks.get(t.routerId())));
  }

  private Dependents dependentsOf(Origin origin) {
    return dependents.computeIfAbsent(origin, k -> new Dependents());
  }

  private void dependents() {
    for (Node n : network.nodes().values()) {
      n.dependsOn().forEach(o -> dependentsOf(o).nodes.add(n));
    }
    for (Segment s : network.segments()) {
      s.dependsOn().forEach(o -> dependentsOf(o).segments.add(s));
    }
    for (Session s : network.sessions()) {
      s.dependsOn().forEach(o -> dependentsOf(o).sessions.add(s));
    }
    for (Propagation p : network.propagations()) {
      p.dependsOn().forEach(o -> dependentsOf(o).propagations.add(p));
    }
    for (VpnDomain d : network.vpnDomains()) {
      dependentsOf(d.origin()).domains.add(d);
    }
  }

  /** The tables that may bring each prefix into the network. */
  private Map<Prefix, List<Table>> holders() {
    Map<Prefix, List<Table>> found = new TreeMap<>();
    for (Table t : tables) {
      Vrf vrf = t.vrf;
      vrf.originated().forEach(p -> hold(found, p, t));
      vrf.connected().forEach(c -> hold(found, c.prefix(), t));
      vrf.statics().forEach(s -> hold(found, s.prefix(), t));
      vrf.aggregates().forEach(a -> hold(found, a.prefix(), t));
    }
    if (!firmDefaults.isEmpty() || !conditionalDefaults.isEmpty()) {
      boolean v6 = found.keySet().stream().anyMatch(p -> p.family() == Family.V6);
      found.computeIfAbsent(Prefix.DEFAULT_V4, k -> new ArrayList<>());
      if (v6) {
        found.computeIfAbsent(Prefix.DEFAULT_V6, k -> new ArrayList<>());
      }
    }
    return found;
  }

  private static void hold(Map<Prefix, List<Table>> found, Prefix prefix, Table table) {
    List<Table> at = found.computeIfAbsent(prefix, k -> new ArrayList<>(1));
    if (at.isEmpty() || at.getLast() != table) {
      at.add(table);
    }
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

  /** The propagations that cross a segment. */
  List<Edge> propagationsOver(String segment) {
    return edgesOverSegment.getOrDefault(segment, List.of());
  }

  /** The tunnels whose packets need a way over the routes. */
  List<Segment> tunnels() {
    return tunnels;
  }

  /** The outer sessions between loopbacks. */
  List<Session> multihops() {
    return multihops;
  }

  /** The limits on single sessions that could be exceeded at all. */
  List<Limited> tightLimits() {
    return tightLimits;
  }

  /** The edges on which some route may become better than it was. */
  List<Edge> uncertainEdges() {
    return uncertain;
  }

  /** All import policies of sessions, each once. */
  Set<Rules> importing() {
    return importing;
  }

  /**
   * The directions of sessions whose export policy changes communities of what is in this prefix
   * list; -1 for those that do so without one.
   */
  List<SessionEdge> recoloringExports(int list) {
    return recoloringExports.getOrDefault(list, List.of());
  }

  /** The same for import policies. */
  List<Rules> recoloringImports(int list) {
    return recoloringImports.getOrDefault(list, List.of());
  }

  /** Whether routes move over outer sessions only, and never lose a number of their path. */
  boolean outerOnly() {
    return outerOnly;
  }

  /** The same in arrays, where that is all that matters for classes with one stable state. */
  @Nullable OuterNet outer() {
    return outer;
  }

  /** How many prefix lists all policies have. */
  int prefixListCount() {
    return prefixLists.size();
  }

  /** Whether a class has one stable state only, whatever is down; found out once. */
  boolean isMonotone(int classNumber) {
    Boolean known = monotone.get(classNumber);
    if (known == null) {
      known = Certainty.isMonotone(this, classes.get(classNumber));
      monotone.set(classNumber, known);
    }
    return known;
  }

  /** A class while all is well, for asking what policies do. */
  Case calm(PrefixClass c) {
    Conditions known = allWell;
    if (known == null) {
      known =
          new Conditions(
              this, mcx.network.Failures.NONE, Limits.none(), Underlays.start(this), null);
      allWell = known;
    }
    return new Case(c, c.members, known, new BitSet(), new BitSet(), Map.of());
  }

  /** Whether all tables choose by the usual order of BGP. */
  boolean usualOrder() {
    return usualOrder;
  }

  /** The segments that inner routing runs over. */
  List<Segment> innerSegments() {
    return innerSegments;
  }

  List<Session> sessionsOver(String segment) {
    return sessionsOverSegment.getOrDefault(segment, List.of());
  }

  /** What a drawn thing takes down when it fails; null for nothing. */
  @Nullable Dependents dependents(Origin origin) {
    return dependents.get(origin);
  }

  /** All prefixes that may be in some table, by classes in the order in which to solve them. */
  List<PrefixClass> classes() {
    return classes;
  }

  /** How many classes at the end of all depend on the routes to others. */
  int dependentClasses() {
    return summaries;
  }

  /** The number of the class of a prefix; -1 where no table ever has it. */
  int classOf(Prefix prefix) {
    return classOf.getOrDefault(prefix, -1);
  }

  /** The place of a prefix among all that may be in some table; from 0. */
  int place(Prefix prefix) {
    return Objects.requireNonNull(placeOf.get(prefix));
  }

  /** All prefixes that may be in some table, in order. */
  List<Prefix> prefixes() {
    return prefixes;
  }

  /** How many prefixes of these families there are in all. */
  int prefixCount(Family family) {
    return family == Family.V4 ? prefixesV4 : prefixesV6;
  }

  /** The lengths that prefixes of a family have, longest first. */
  NavigableSet<Integer> lengths(Family family) {
    return family == Family.V4 ? lengthsV4 : lengthsV6;
  }

  /** The edges over which a default route is sent by hand, whatever the table has. */
  BitSet firmDefaults() {
    return firmDefaults;
  }

  /** The edges over which a default route is sent by hand while the table has certain routes. */
  BitSet conditionalDefaults() {
    return conditionalDefaults;
  }

  /** Whether a policy marks routes of neighbours that are about to go. */
  boolean mayShut() {
    return mayShut;
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
