package mcx.export.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Port;
import mcx.export.lab.LabPlan.Router;
import mcx.export.lab.LabPlan.Wire;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Plans a lab. Every table that speaks BGP becomes a router of its own, but the VRFs of a VPN
 * domain on one node stay together. Tables without BGP are there only where inner routing or a
 * static route needs them.
 *
 * <p>Links get addresses of the lab's own. They are given out in the order of the sessions'
 * addresses in the network, so that what is settled by neighbour address falls the same way.
 */
final class LabPlanner {

  private final Network network;
  private final Failures failures;
  private final LabDaemon.Choice choice;
  private final String name;
  private final LabState state;
  private final LeftOut leftOut;
  private final LabAddresses addresses;
  private final boolean v6;
  private final Map<VrfId, RouterDraft> byTable = new HashMap<>();
  private final List<RouterDraft> drafts = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private static final class RouterDraft {
    final Node node;
    final List<Vrf> tables = new ArrayList<>();
    final Map<String, PortDraft> ports = new LinkedHashMap<>();
    final List<Peering> peerings = new ArrayList<>();
    String key = "";
    @Nullable IpAddress loopback;
    @Nullable IpAddress loopback6;

    RouterDraft(Node node) {
      this.node = node;
    }
  }

  private static final class PortDraft {
    final VrfId table;
    final List<IpAddress> addresses = new ArrayList<>();
    final IpAddress address6;
    final int cost;
    final boolean passive;

    PortDraft(VrfId table, IpAddress address6, int cost, boolean passive) {
      this.table = table;
      this.address6 = address6;
      this.cost = cost;
      this.passive = passive;
    }
  }

  private LabPlanner(
      Network network,
      Failures failures,
      @Nullable Solution solution,
      LabDaemon.Choice choice,
      String name) {
    this.network = network;
    this.failures = failures;
    this.choice = choice;
    this.name = name;
    LabState up = LabState.of(network, failures);
    this.leftOut = LeftOut.of(network, up, solution);
    this.state = up.without(leftOut);
    this.addresses = new LabAddresses(network);
    this.v6 =
        network.nodes().values().stream()
            .flatMap(n -> n.vrfs().stream())
            .anyMatch(v -> LabAddresses.prefixes(v).anyMatch(p -> p.family() == Family.V6));
  }

  /**
   * The plan of a lab of this network, without what has failed.
   *
   * @param solution of this network under these failures; what it has down for reasons that daemons
   *     do not know of is left out. Null for what BGP alone does
   */
  static LabPlan plan(
      Network network,
      Failures failures,
      @Nullable Solution solution,
      LabDaemon.Choice choice,
      String name) {
    return new LabPlanner(network, failures, solution, choice, name).plan();
  }

  private LabPlan plan() {
    collectRouters();
    wireSessions();
    wireTheRest();
    notes.addAll(LeftOut.notes(network));
    List<Router> routers = new ArrayList<>();
    for (RouterDraft d : drafts) {
      routers.add(router(d, routers.size()));
    }
    return new LabPlan(
        name,
        network,
        failures,
        routers,
        wires,
        v6,
        addresses.tagAdmin(),
        List.of(),
        leftOut.reasons(),
        notes.stream().distinct().toList());
  }

  private void collectRouters() {
    Set<VrfId> inDomain = new HashSet<>();
    for (VpnDomain d : network.vpnDomains()) {
      inDomain.addAll(d.vrfs());
    }
    Set<VrfId> needed = new HashSet<>();
    for (Segment s : network.segments()) {
      if (state.segments().contains(s.id()) && s.igpCost() > 0) {
        needed.add(s.a());
        needed.add(s.b());
      }
    }
    for (Session s : network.sessions()) {
      needed.add(s.a());
      needed.add(s.b());
    }
    for (Node n : network.nodes().values()) {
      for (Vrf v : n.vrfs()) {
        v.statics().forEach(s -> addIfPresent(needed, s.nextHop()));
      }
    }
    Set<IpAddress> taken = new HashSet<>();
    for (Node n : network.nodes().values()) {
      if (!state.nodes().contains(n.id())) {
        continue;
      }
      RouterDraft edge = null;
      for (Vrf v : n.vrfs().stream().sorted(Comparator.comparing(Vrf::id)).toList()) {
        if (v.asn() == null && !needed.contains(v.id())) {
          continue;
        }
        RouterDraft d;
        if (inDomain.contains(v.id())) {
          if (edge == null) {
            edge = add(n, taken);
          }
          d = edge;
        } else {
          d = add(n, taken);
        }
        d.tables.add(v);
        byTable.put(v.id(), d);
      }
    }
    int digits = Math.max(2, Integer.toString(drafts.size()).length());
    for (int i = 0; i < drafts.size(); i++) {
      drafts.get(i).key = "r" + "0".repeat(digits - Integer.toString(i + 1).length()) + (i + 1);
    }
  }

  private static void addIfPresent(Set<VrfId> all, @Nullable VrfId one) {
    if (one != null) {
      all.add(one);
    }
  }

  private RouterDraft add(Node node, Set<IpAddress> taken) {
    RouterDraft d = new RouterDraft(node);
    d.loopback = taken.add(node.routerId()) ? node.routerId() : addresses.loopback();
    d.loopback6 = addresses.loopback6();
    drafts.add(d);
    return d;
  }

  /** The sessions in the order in which they get addresses. */
  private List<Session> ordered() {
    Comparator<Session> byAddress =
        Comparator.comparing(
            s -> s.atA().address(), Comparator.nullsFirst(Comparator.naturalOrder()));
    return network.sessions().stream()
        .filter(s -> state.sessions().contains(s.id()))
        .filter(s -> byTable.containsKey(s.a()) && byTable.containsKey(s.b()))
        .sorted(byAddress.thenComparing(Session::id))
        .toList();
  }

  private void wireSessions() {
    Map<String, String> wireOf = new HashMap<>();
    int number = 0;
    for (Session s : ordered()) {
      number++;
      RouterDraft a = Objects.requireNonNull(byTable.get(s.a()));
      RouterDraft b = Objects.requireNonNull(byTable.get(s.b()));
      String key = "s" + number;
      if (s.segment() == null && s.isInner()) {
        a.peerings.add(loopbackPeering(key, number, s, s.a(), a, b));
        b.peerings.add(loopbackPeering(key, number, s, s.b(), b, a));
        continue;
      }
      String over = s.segment() == null ? "\u0000" + s.id() : s.segment();
      String port = wireOf.get(over);
      if (port == null) {
        port = wire(s.segment(), a, b, s.a(), s.b());
        wireOf.put(over, port);
      }
      PortDraft atA = Objects.requireNonNull(a.ports.get(port));
      PortDraft atB = Objects.requireNonNull(b.ports.get(port));
      IpAddress first = addresses.pair();
      // The lower address goes to where the network has the lower one.
      boolean swapped = compare(s.atA().address(), s.atB().address()) > 0;
      IpAddress addressA = swapped ? first.plus(1) : first;
      IpAddress addressB = swapped ? first : first.plus(1);
      atA.addresses.add(addressA);
      atB.addresses.add(addressB);
      a.peerings.add(new Peering(key, number, s, s.a(), addressA, addressB, atA.address6, port));
      b.peerings.add(new Peering(key, number, s, s.b(), addressB, addressA, atB.address6, port));
      if (s.segment() == null) {
        notes.add(
            "Session “"
                + s.id()
                + "” runs over whatever routes there are; in the lab it has a wire of its own.");
      }
    }
  }

  private static int compare(@Nullable IpAddress a, @Nullable IpAddress b) {
    return a == null || b == null ? 0 : a.compareTo(b);
  }

  private static Peering loopbackPeering(
      String key, int number, Session s, VrfId table, RouterDraft me, RouterDraft other) {
    return new Peering(
        key,
        number,
        s,
        table,
        Objects.requireNonNull(me.loopback),
        Objects.requireNonNull(other.loopback),
        Objects.requireNonNull(me.loopback6),
        null);
  }

  /** Segments without a session, where inner routing or a static route uses them. */
  private void wireTheRest() {
    Set<String> done = new TreeSet<>();
    wires.forEach(
        w -> {
          if (w.segment() != null) {
            done.add(w.segment());
          }
        });
    Set<String> used = new TreeSet<>();
    for (RouterDraft d : drafts) {
      for (Vrf v : d.tables) {
        v.statics().forEach(s -> addSegment(used, s.segment()));
        v.connected().forEach(c -> addSegment(used, c.segment()));
      }
    }
    for (Segment s : network.segments()) {
      RouterDraft a = byTable.get(s.a());
      RouterDraft b = byTable.get(s.b());
      boolean wanted = s.igpCost() > 0 || used.contains(s.id());
      if (!wanted || done.contains(s.id()) || !state.segments().contains(s.id())) {
        continue;
      }
      if (a != null && b != null) {
        String port = wire(s.id(), a, b, s.a(), s.b());
        IpAddress first = addresses.pair();
        Objects.requireNonNull(a.ports.get(port)).addresses.add(first);
        Objects.requireNonNull(b.ports.get(port)).addresses.add(first.plus(1));
      }
    }
  }

  private static void addSegment(Set<String> all, @Nullable String segment) {
    if (segment != null) {
      all.add(segment);
    }
  }

  private String wire(
      @Nullable String segment, RouterDraft a, RouterDraft b, VrfId tableA, VrfId tableB) {
    String port = "w" + (wires.size() + 1);
    Segment s = network.segment(segment);
    int cost = s == null ? 0 : s.igpCost();
    boolean passive = isOuter(tableA, tableB);
    IpAddress first = addresses.pair6();
    a.ports.put(port, new PortDraft(tableA, first, cost, passive));
    b.ports.put(port, new PortDraft(tableB, first.plus(1), cost, passive));
    wires.add(new Wire(port, segment, a.key, b.key));
    return port;
  }

  /** Whether the two belong to different autonomous systems, so that inner routing ends there. */
  private boolean isOuter(VrfId a, VrfId b) {
    Asn one = asn(network.vrf(a));
    Asn other = asn(network.vrf(b));
    return one != null && other != null && !one.equals(other);
  }

  private static @Nullable Asn asn(@Nullable Vrf vrf) {
    return vrf == null ? null : vrf.asn();
  }

  private Router router(RouterDraft d, int index) {
    List<Port> ports = new ArrayList<>();
    new TreeMap<>(d.ports)
        .forEach(
            (port, p) ->
                ports.add(new Port(port, p.table, p.addresses, p.address6, p.cost, p.passive)));
    ports.sort(Comparator.comparingInt(p -> Integer.parseInt(p.name().substring(1))));
    Vrf first = d.tables.getFirst();
    Asn asn = first.asn();
    if (asn == null && !d.peerings.isEmpty()) {
      asn = d.peerings.getFirst().mine().asn();
    }
    Router plain =
        new Router(
            d.key,
            d.node.name()
                + (d.tables.size() > 1 || first.id().vrf().equals(VrfId.DEFAULT)
                    ? ""
                    : " · " + first.label()),
            choice.of(index),
            d.tables,
            asn,
            d.node.routerId(),
            Objects.requireNonNull(d.loopback),
            Objects.requireNonNull(d.loopback6),
            network.vpnDomains().stream().anyMatch(x -> x.vrfs().contains(first.id()))
                ? addresses.core()
                : null,
            ports,
            d.peerings);
    return with(plain, daemon(plain));
  }

  private static Router with(Router r, LabDaemon daemon) {
    return new Router(
        r.key(),
        r.label(),
        daemon,
        r.tables(),
        r.asn(),
        r.routerId(),
        r.loopback(),
        r.loopback6(),
        r.core(),
        r.ports(),
        r.peerings());
  }

  private LabDaemon daemon(Router r) {
    if (r.core() != null) {
      String lacking = GobgpConfig.lacking(network, r);
      if (lacking != null) {
        notes.add(r.key() + " lacks, because GoBGP has it not: " + lacking + ".");
      }
      return LabDaemon.GOBGP;
    }
    if (r.asn() == null && !r.hasIgp()) {
      return LabDaemon.NONE;
    }
    if (r.daemon() == LabDaemon.BIRD) {
      String lacking = BirdConfig.lacking(r);
      if (lacking == null && v6 && r.peerings().stream().anyMatch(this::meetsEdge)) {
        lacking = "next hop for what GoBGP says of IPv6";
      }
      if (lacking != null) {
        notes.add(r.key() + " runs FRR, because BIRD has no " + lacking + ".");
        return LabDaemon.FRR;
      }
    }
    return r.daemon();
  }

  /** Whether the other end of a session is a VRF of a VPN domain. */
  private boolean meetsEdge(Peering p) {
    VrfId other = p.session().other(p.table());
    return network.vpnDomains().stream().anyMatch(d -> d.vrfs().contains(other));
  }
}
