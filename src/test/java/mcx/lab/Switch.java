package mcx.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import mcx.design.Components;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.RouteTarget;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Session.LocalAs;
import mcx.network.Session.PrivateAs;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * Switches one thing off in a whole network, as if the engine did not know it: a step of the
 * decision, something a policy does or matches, an option of a session.
 */
enum Switch {
  WEIGHT(keys(Key.WEIGHT)),
  LOCAL_PREFERENCE(keys(Key.LOCAL_PREFERENCE)),
  LOCALLY_ORIGINATED(keys(Key.DISTANCE, Key.LOCALLY_ORIGINATED)),
  PATH_LENGTH(keys(Key.AS_PATH_LENGTH)),
  ORIGIN(keys(Key.ORIGIN)),
  MED(keys(Key.MED)),
  ALWAYS_MED(vrfs(v -> v.selection().contains(Key.ALWAYS_MED) ? choosing(v, Vrf.BGP_DECISION) : v)),
  /** Without it the cost would do the same: that of an outer next hop is 0. */
  EXTERNAL_OVER_INNER(keys(Key.EXTERNAL, Key.IGP_COST)),
  IGP_COST(keys(Key.IGP_COST)),
  /** The greater router id wins. */
  ROUTER_ID(Switch::mirroredIds),
  /** The greater address wins. */
  NEIGHBOR_ADDRESS(
      ends(
          e -> {
            IpAddress a = e.address();
            return a == null ? e : Components.with(e, "address", mirrored(a));
          })),
  MULTIPATH(vrfs(v -> Components.with(v, "sharing", Sharing.NONE))),

  SET_LOCAL_PREFERENCE(changes(c -> Components.with(c, "localPreference", null))),
  SET_MED(changes(c -> Components.with(c, "med", null))),
  SET_PREPEND(changes(c -> Components.with(c, "prepend", 0))),
  SET_WEIGHT(changes(c -> Components.with(c, "weight", null))),
  ADD_COMMUNITY(
      changes(c -> Components.with(c, "add", without(c.add(), x -> !x.isLarge() && !isKnown(x))))),
  ADD_LARGE_COMMUNITY(
      changes(c -> Components.with(c, "add", without(c.add(), Community::isLarge)))),
  REMOVE_COMMUNITY(
      changes(c -> Components.with(c, "remove", without(c.remove(), x -> !x.isLarge())))),
  REMOVE_LARGE_COMMUNITY(
      changes(c -> Components.with(c, "remove", without(c.remove(), Community::isLarge)))),
  NO_EXPORT(unknown(Community.NO_EXPORT)),
  NO_ADVERTISE(unknown(Community.NO_ADVERTISE)),
  NO_PEER(unknown(Community.NO_PEER)),
  GRACEFUL_SHUTDOWN(unknown(Community.GRACEFUL_SHUTDOWN)),

  DENY(statements(s -> s.permit() ? s : Components.with(s, "permit", true))),
  OTHERWISE_DENY(policies(p -> new Policy(p.statements(), true))),
  MATCH_PREFIX(statements(s -> Components.with(s, "prefixes", List.of()))),
  MATCH_LONGER_PREFIXES(
      statements(
          s ->
              Components.with(
                  s,
                  "prefixes",
                  s.prefixes().stream().map(m -> Match.exactly(m.prefix())).toList()))),
  MATCH_AT_LEAST(
      statements(
          s ->
              Components.with(
                  s,
                  "prefixes",
                  s.prefixes().stream()
                      .map(m -> new Match(m.prefix(), m.prefix().length(), m.le()))
                      .toList()))),
  MATCH_COMMUNITY(
      statements(
          s -> Components.with(s, "communities", without(s.communities(), x -> !x.isLarge())))),
  MATCH_LARGE_COMMUNITY(
      statements(
          s -> Components.with(s, "communities", without(s.communities(), Community::isLarge)))),
  MATCH_PATH(statements(s -> Components.with(s, "asPath", null))),
  MATCH_NEIGHBOR(statements(s -> Components.with(s, "neighbor", null))),

  ALLOW_AS_IN(ends(e -> Components.with(e, "allowAsIn", 0))),
  AS_OVERRIDE(ends(e -> Components.with(e, "asOverride", false))),
  PRIVATE_REMOVE_IF_ALL(privateAs(PrivateAs.REMOVE_IF_ALL)),
  PRIVATE_REMOVE(privateAs(PrivateAs.REMOVE)),
  PRIVATE_REPLACE(privateAs(PrivateAs.REPLACE)),
  HOLD_BACK(ends(e -> Components.with(e, "holdBackNeighborAs", false))),
  NEXT_HOP_SELF(ends(e -> Components.with(e, "nextHopSelf", false))),
  REFLECTOR(ends(e -> Components.with(e, "reflectorClient", false))),
  DEFAULT_ORIGINATE(ends(e -> Components.with(e, "defaultOriginate", false))),
  DEFAULT_WHEN(ends(e -> Components.with(e, "defaultWhen", List.of()))),
  LOCAL_AS_REPLACE(localAs(LocalAs.REPLACE, LocalAs.NO_PREPEND)),
  LOCAL_AS_NO_PREPEND(localAs(LocalAs.NO_PREPEND, LocalAs.REPLACE)),
  LOCAL_AS_PREPEND(localAs(LocalAs.PREPEND, LocalAs.NO_PREPEND)),
  BILATERAL_PEER(ends(e -> Components.with(e, "bilateralPeer", false))),
  PREFIX_LIMIT(ends(e -> Components.with(Components.with(e, "limitV4", null), "limitV6", null))),

  AGGREGATE(vrfs(v -> Components.with(v, "aggregates", List.of()))),
  SUMMARY_ONLY(
      vrfs(
          v ->
              Components.with(
                  v,
                  "aggregates",
                  v.aggregates().stream()
                      .map(a -> new Vrf.Aggregate(a.prefix(), false))
                      .toList()))),
  STATIC(
      vrfs(
          v ->
              Components.with(
                  v,
                  "statics",
                  v.statics().stream()
                      .map(s -> Components.with(s, "redistribute", false))
                      .toList()))),
  CONNECTED(
      vrfs(
          v ->
              Components.with(
                  v,
                  "connected",
                  v.connected().stream()
                      .map(c -> Components.with(c, "redistribute", false))
                      .toList()))),

  /** All VRFs of a provider give each other all their routes. */
  ROUTE_TARGETS(
      vrfs(
          v ->
              v.imports().isEmpty() && v.exports().isEmpty()
                  ? v
                  : Components.with(
                      Components.with(v, "imports", everybody()), "exports", everybody()))),
  /** Every router takes its own number in a path. */
  LOOP_CHECK(ends(e -> Components.with(e, "allowAsIn", 10))),
  /** Every router passes inner routes on inside. */
  INNER_NOT_PASSED_ON(ends(e -> Components.with(e, "reflectorClient", true)));

  private final UnaryOperator<Network> off;

  Switch(UnaryOperator<Network> off) {
    this.off = off;
  }

  /** The network without it. */
  Network off(Network n) {
    return off.apply(n);
  }

  /** Whether the well-known community itself differs, apart from what it does. */
  boolean renamesCommunity() {
    return this == NO_EXPORT
        || this == NO_ADVERTISE
        || this == NO_PEER
        || this == GRACEFUL_SHUTDOWN;
  }

  // --- parts

  private static UnaryOperator<Network> keys(Key... without) {
    return vrfs(
        v -> {
          List<Key> left = new ArrayList<>(v.selection());
          left.removeAll(List.of(without));
          return choosing(v, left);
        });
  }

  private static Set<RouteTarget> everybody() {
    return Set.of(RouteTarget.of("64900:1"));
  }

  private static Vrf choosing(Vrf v, List<Key> keys) {
    return Components.with(v, "selection", keys);
  }

  private static UnaryOperator<Network> vrfs(UnaryOperator<Vrf> change) {
    return n -> {
      TreeMap<String, Node> nodes = new TreeMap<>(n.nodes());
      nodes.replaceAll(
          (id, node) -> Components.with(node, "vrfs", node.vrfs().stream().map(change).toList()));
      return with(n, nodes, n.sessions());
    };
  }

  private static Network with(Network n, TreeMap<String, Node> nodes, List<Session> sessions) {
    List<Segment> segments = n.segments();
    return new Network(nodes, segments, sessions, n.propagations(), n.vpnDomains(), n.limits());
  }

  private static UnaryOperator<Network> atEnds(BiFunction<Session, Session.End, Session.End> to) {
    return n ->
        with(
            n,
            new TreeMap<>(n.nodes()),
            n.sessions().stream()
                .map(
                    s ->
                        Components.with(
                            Components.with(s, "atA", to.apply(s, s.atA())),
                            "atB",
                            to.apply(s, s.atB())))
                .toList());
  }

  private static UnaryOperator<Network> ends(UnaryOperator<Session.End> change) {
    return atEnds((s, e) -> change.apply(e));
  }

  private static UnaryOperator<Network> policies(UnaryOperator<Policy> change) {
    return ends(
        e -> e.withPolicies(change.apply(e.importPolicy()), change.apply(e.exportPolicy())));
  }

  private static UnaryOperator<Network> statements(UnaryOperator<Statement> change) {
    return policies(p -> new Policy(p.statements().stream().map(change).toList(), p.otherwise()));
  }

  private static UnaryOperator<Network> changes(UnaryOperator<Change> change) {
    return statements(s -> Components.with(s, "set", change.apply(s.set())));
  }

  private static UnaryOperator<Network> privateAs(PrivateAs mode) {
    return ends(e -> e.privateAs() == mode ? Components.with(e, "privateAs", PrivateAs.KEEP) : e);
  }

  private static UnaryOperator<Network> localAs(LocalAs mode, LocalAs instead) {
    return ends(e -> e.localAs() == mode ? Components.with(e, "localAs", instead) : e);
  }

  /** Puts a community that means nothing in the place of one that is well known. */
  private static UnaryOperator<Network> unknown(Community known) {
    return changes(
        c -> {
          if (!c.add().contains(known)) {
            return c;
          }
          Set<Community> add = new HashSet<>(c.add());
          add.remove(known);
          add.add(Community.of("3356:999"));
          return Components.with(c, "add", add);
        });
  }

  private static boolean isKnown(Community c) {
    return c.global() == 65535;
  }

  private static Set<Community> without(
      Set<Community> all, java.util.function.Predicate<Community> gone) {
    Set<Community> left = new HashSet<>(all);
    left.removeIf(gone);
    return left;
  }

  private static Network mirroredIds(Network n) {
    TreeMap<String, Node> nodes = new TreeMap<>(n.nodes());
    nodes.replaceAll((id, node) -> Components.with(node, "routerId", mirrored(node.routerId())));
    return with(n, nodes, n.sessions());
  }

  /** The address with all its bits turned, so that the order of any two is the other way round. */
  private static @Nullable IpAddress mirrored(IpAddress a) {
    String[] parts = a.toString().split("\\.");
    if (parts.length != 4) {
      return a;
    }
    StringBuilder text = new StringBuilder();
    for (String p : parts) {
      text.append(text.isEmpty() ? "" : ".").append(255 - Integer.parseInt(p));
    }
    return IpAddress.of(text.toString());
  }
}
