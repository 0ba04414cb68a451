package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import mcx.inet.Family;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.PrefixLimit;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.SharedLimit;
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
  private final Map<Origin, Dependents> dependents;
  private final Policies policies;
  private final Prefixes prefixes;
  private final BitSet conditionalDefaults = new BitSet();
  private final BitSet firmDefaults = new BitSet();
  private final boolean usualOrder;

  /** A limit on one family at the receiver of a session. */
  record Limited(SessionEdge edge, Family family, PrefixLimit limit) {}

  private final List<Limited> tightLimits = new ArrayList<>();
  private final List<SharedLimit> sharedLimits = new ArrayList<>();
  private final List<Edge> uncertain;
  private final boolean outerOnly;
  private final @Nullable OuterNet outer;
  private volatile @Nullable Conditions allWell;
  private final AtomicReferenceArray<@Nullable Boolean> monotone;

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
    policies = new Policies(network);
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
          (a, b) -> new PropagationEdge(edges.size(), p, a, b, policies.rules(p.policy())));
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
    dependents = Dependents.of(network);
    prefixes =
        new Prefixes(
            tables,
            policies.prefixLists(),
            !firmDefaults.isEmpty() || !conditionalDefaults.isEmpty());
    for (Edge e : edges) {
      if (e instanceof SessionEdge s) {
        policies.note(s);
      }
    }
    findLimits();
    outerOnly =
        edges.stream().allMatch(e -> e instanceof SessionEdge s && !s.inner && !s.mayShorten);
    monotone = new AtomicReferenceArray<>(classes().size());
    uncertain = edges.stream().filter(Certainty::isUncertain).toList();
    usualOrder = tables.stream().allMatch(t -> t.vrf.selection().equals(Vrf.BGP_DECISION));
    outer = OuterNet.of(this);
  }

  private SessionEdge edge(Session s, Table from, Table to) {
    boolean forward = from.id().equals(s.a());
    Session.End sender = forward ? s.atA() : s.atB();
    Session.End receiver = forward ? s.atB() : s.atA();
    if (sender.defaultOriginate()) {
      (sender.defaultWhen().isEmpty() ? firmDefaults : conditionalDefaults).set(edges.size());
    }
    return new SessionEdge(
        edges.size(),
        s,
        from,
        to,
        policies.rules(sender.exportPolicy()),
        policies.rules(receiver.importPolicy()));
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

  private void findLimits() {
    List<Limited> some = new ArrayList<>();
    for (Edge e : edges) {
      if (e instanceof SessionEdge s) {
        for (Family family : Family.values()) {
          PrefixLimit limit = s.limit(family);
          if (limit != null && limit.max() < prefixes.count(family)) {
            some.add(new Limited(s, family, limit));
          }
        }
      }
    }
    List<SharedLimit> shared =
        network.limits().stream().filter(l -> l.max() < prefixes.count(l.families())).toList();
    if (some.isEmpty() && shared.isEmpty()) {
      return;
    }
    BitSet byHand = (BitSet) firmDefaults.clone();
    byHand.or(conditionalDefaults);
    Reach reach = new Reach(tables, classes(), edges, byHand);
    for (Limited l : some) {
      BitSet counted = reach.counted(l.edge, l.limit.allSent());
      if (l.limit.max() < count(counted, Set.of(l.family))) {
        tightLimits.add(l);
      }
    }
    for (SharedLimit l : shared) {
      if (l.table() != null || l.max() < count(counted(l, reach), l.families())) {
        sharedLimits.add(l);
      }
    }
  }

  private BitSet counted(SharedLimit limit, Reach reach) {
    BitSet counted = new BitSet();
    for (SharedLimit.Counted c : limit.counted()) {
      for (Edge e : edges(c.edge())) {
        if (e.from.id().equals(c.from())) {
          counted.or(reach.counted(e, c.sent()));
        }
      }
    }
    return counted;
  }

  /** How many prefixes of these families the classes stand for. */
  private int count(BitSet numbers, Set<Family> families) {
    return numbers.stream()
        .mapToObj(classes()::get)
        .filter(c -> families.contains(c.family()))
        .mapToInt(c -> c.members.size())
        .sum();
  }

  /** The limits on single sessions that could be exceeded at all. */
  List<Limited> tightLimits() {
    return tightLimits;
  }

  /** The shared limits that could be exceeded at all. */
  List<SharedLimit> sharedLimits() {
    return sharedLimits;
  }

  /** Whether what tables choose for one class of prefixes can change what is up or dropped. */
  boolean hasFeedback() {
    return !tightLimits.isEmpty()
        || !sharedLimits.isEmpty()
        || !tunnels.isEmpty()
        || !multihops.isEmpty();
  }

  /** The edges on which some route may become better than it was. */
  List<Edge> uncertainEdges() {
    return uncertain;
  }

  /** Whether routes move over outer sessions only, and never lose a number of their path. */
  boolean outerOnly() {
    return outerOnly;
  }

  /** The same in arrays, where that is all that matters for classes with one stable state. */
  @Nullable OuterNet outer() {
    return outer;
  }

  /** Whether a class has one stable state only, whatever is down; found out once. */
  boolean isMonotone(int classNumber) {
    Boolean known = monotone.get(classNumber);
    if (known == null) {
      known = Certainty.isMonotone(this, classes().get(classNumber));
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

  Policies policies() {
    return policies;
  }

  Prefixes prefixes() {
    return prefixes;
  }

  /** All prefixes that may be in some table, by classes in the order in which to solve them. */
  List<PrefixClass> classes() {
    return prefixes.classes();
  }

  /** The edges over which a default route is sent by hand, whatever the table has. */
  BitSet firmDefaults() {
    return firmDefaults;
  }

  /** The edges over which a default route is sent by hand while the table has certain routes. */
  BitSet conditionalDefaults() {
    return conditionalDefaults;
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
