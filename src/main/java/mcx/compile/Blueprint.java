package mcx.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import mcx.inet.IpAddress;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The network while it is put together. Rules of re-advertisement become policies only at the end,
 * when all edges of a table are known.
 */
final class Blueprint {

  private final SortedMap<String, NodeDraft> nodes = new TreeMap<>();
  private final Map<String, Segment> segments = new LinkedHashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Propagation> propagations = new LinkedHashMap<>();
  private final List<VpnDomain> domains = new ArrayList<>();
  private final Map<String, SharedLimit> limits = new LinkedHashMap<>();
  private final List<Door> doors = new ArrayList<>();

  /**
   * Where routes enter and leave a table.
   *
   * @param in the session or propagation they come in by; null for none
   * @param out the one they go out by; null for none
   */
  private record Door(VrfId table, Side side, @Nullable String in, @Nullable String out) {}

  NodeDraft add(NodeDraft node) {
    nodes.put(node.id, node);
    return node;
  }

  @Nullable NodeDraft node(String id) {
    return nodes.get(id);
  }

  @Nullable TableDraft table(VrfId id) {
    NodeDraft node = nodes.get(id.node());
    return node == null ? null : node.table(id);
  }

  void add(Segment segment) {
    segments.put(segment.id(), segment);
  }

  void add(Session session) {
    sessions.put(session.id(), session);
  }

  void add(Propagation propagation) {
    propagations.put(propagation.id(), propagation);
  }

  void add(VpnDomain domain) {
    domains.add(domain);
  }

  void add(SharedLimit limit) {
    limits.putIfAbsent(limit.id(), limit);
  }

  Collection<Segment> segments() {
    return segments.values();
  }

  Collection<Propagation> propagations() {
    return propagations.values();
  }

  @Nullable Session session(String id) {
    return sessions.get(id);
  }

  @Nullable Propagation propagation(String id) {
    return propagations.get(id);
  }

  /** States what a session leads to, seen from one of its tables. */
  void door(VrfId table, Side side, String session) {
    doors.add(new Door(table, side, session, session));
  }

  /** States what a pair of propagations leads to, seen from a table; null for a way not taken. */
  void door(VrfId table, Side side, @Nullable String in, @Nullable String out) {
    doors.add(new Door(table, side, in, out));
  }

  /** The sessions and propagations by which routes come into a table from a side. */
  Set<String> entries(VrfId table, Side side) {
    Set<String> ids = new LinkedHashSet<>();
    for (Door door : doors) {
      if (door.table.equals(table) && door.side == side && door.in != null) {
        ids.add(door.in);
      }
    }
    return ids;
  }

  /** The sessions and propagations by which routes leave a table to a side. */
  Set<String> exits(VrfId table, Side side) {
    Set<String> ids = new LinkedHashSet<>();
    for (Door door : doors) {
      if (door.table.equals(table) && door.side == side && door.out != null) {
        ids.add(door.out);
      }
    }
    return ids;
  }

  /** Puts statements before the policy with which a table sends over a session. */
  void exportFirst(String session, VrfId table, List<Statement> statements) {
    sessions.computeIfPresent(session, (id, s) -> exporting(s, table, statements));
  }

  /** Puts statements before the policy with which a table takes what comes over a session. */
  void importFirst(String session, VrfId table, List<Statement> statements) {
    sessions.computeIfPresent(
        session,
        (id, s) ->
            withEnd(
                s,
                table,
                end -> Policies.withImport(end, Policies.first(statements, end.importPolicy()))));
  }

  /** Changes in addition some of what a table sends over a session. */
  void alsoExport(String session, VrfId table, Narrowing of, Change change) {
    sessions.computeIfPresent(
        session,
        (id, s) ->
            withEnd(
                s,
                table,
                end ->
                    Policies.withExport(end, Narrowing.alsoSet(end.exportPolicy(), of, change))));
  }

  /** Puts statements before the policy of a propagation. */
  void sendFirst(String propagation, List<Statement> statements) {
    propagations.computeIfPresent(propagation, (id, p) -> sending(p, statements));
  }

  /** Changes in addition what a propagation hands over. */
  void alsoSend(String propagation, Change change) {
    propagations.computeIfPresent(
        propagation, (id, p) -> withPolicy(p, Policies.alsoSet(p.policy(), change)));
  }

  /** Changes in addition what a table takes over a session. */
  void alsoImport(String session, VrfId table, Change change) {
    sessions.computeIfPresent(
        session,
        (id, s) ->
            withEnd(
                s,
                table,
                end -> Policies.withImport(end, Policies.alsoSet(end.importPolicy(), change))));
  }

  /** The router id of each node, once there is no more to add. */
  Map<String, IpAddress> routerIds() {
    return RouterIds.assign(nodes.values());
  }

  Network build() {
    applyTransitRules();
    SortedMap<String, Node> built = new TreeMap<>();
    Map<String, IpAddress> ids = routerIds();
    nodes.forEach(
        (id, draft) -> {
          IpAddress routerId = ids.get(id);
          if (routerId != null) {
            built.put(id, draft.build(routerId));
          }
        });
    return new Network(
        built,
        sorted(segments.values(), Segment::id),
        sorted(sessions.values(), Session::id),
        sorted(propagations.values(), Propagation::id),
        sorted(domains, VpnDomain::id),
        sorted(limits.values(), SharedLimit::id));
  }

  private static <T> List<T> sorted(Collection<T> all, java.util.function.Function<T, String> id) {
    return all.stream().sorted(Comparator.comparing(id)).toList();
  }

  private void applyTransitRules() {
    Map<VrfId, List<Door>> byTable = new LinkedHashMap<>();
    doors.forEach(d -> byTable.computeIfAbsent(d.table, t -> new ArrayList<>()).add(d));
    byTable.forEach(
        (table, there) -> {
          NodeDraft node = nodes.get(table.node());
          if (node != null) {
            // All doors to one side share their statements; a hub may have hundreds.
            Map<Side, List<Statement>> towards = new EnumMap<>(Side.class);
            for (Door door : there) {
              apply(
                  door,
                  towards.computeIfAbsent(
                      door.side, side -> withheld(node.transit(), side, there)));
            }
          }
        });
  }

  private void apply(Door door, List<Statement> towardsSide) {
    if (door.out == null) {
      return;
    }
    List<Statement> first = new ArrayList<>();
    if (door.in != null && !door.in.equals(door.out)) {
      first.add(
          Policies.denyFrom("Routes are not handed back to where they came from", Set.of(door.in)));
    }
    for (Statement statement : towardsSide) {
      // What came in by this door alone needs no further word.
      if (door.in == null || !statement.from().equals(Set.of(door.in))) {
        first.add(statement);
      }
    }
    if (!first.isEmpty()) {
      sessions.computeIfPresent(door.out, (id, s) -> exporting(s, door.table, first));
      propagations.computeIfPresent(door.out, (id, p) -> sending(p, first));
    }
  }

  /** What a table withholds from a side: a statement for each reason. */
  private static List<Statement> withheld(TransitRules rules, Side to, List<Door> doors) {
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    for (Door door : doors) {
      String reason = rules.reason(door.side, to);
      if (reason != null && door.in != null) {
        byReason.computeIfAbsent(reason, r -> new LinkedHashSet<>()).add(door.in);
      }
    }
    return byReason.entrySet().stream()
        .map(e -> Policies.denyFrom(e.getKey(), e.getValue()))
        .toList();
  }

  private static Session exporting(Session session, VrfId table, List<Statement> first) {
    return withEnd(
        session, table, end -> Policies.withExport(end, Policies.first(first, end.exportPolicy())));
  }

  private static Session withEnd(Session s, VrfId table, UnaryOperator<Session.End> change) {
    boolean a = s.a().equals(table);
    return new Session(
        s.id(),
        s.a(),
        s.b(),
        s.segment(),
        a ? change.apply(s.atA()) : s.atA(),
        a ? s.atB() : change.apply(s.atB()),
        s.origin(),
        s.dependsOn());
  }

  private static Propagation sending(Propagation p, List<Statement> first) {
    return withPolicy(p, Policies.first(first, p.policy()));
  }

  private static Propagation withPolicy(Propagation p, Policy policy) {
    return new Propagation(
        p.id(),
        p.from(),
        p.to(),
        policy,
        p.distance(),
        p.origin(),
        p.drawn(),
        p.dependsOn(),
        p.segment());
  }
}
