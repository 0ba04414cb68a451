package mcx.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import mcx.design.Components;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.RouteTarget;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Sharing;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Networks by hand, for tests. A node's name is its id; every part depends on the id it has itself,
 * so any of them can fail.
 */
public final class Nets {

  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<Propagation> propagations = new ArrayList<>();
  private final List<VpnDomain> domains = new ArrayList<>();

  /** A node in the making. */
  public final class Box {
    private final String id;
    private Node.Kind kind = Node.Kind.CUSTOMER_ROUTER;
    private boolean forwards = true;
    private final IpAddress routerId;
    private final Map<String, Vrf> vrfs = new LinkedHashMap<>();

    private Box(String id, int number) {
      this.id = id;
      this.routerId = IpAddress.of("10.255.0." + number);
    }

    public Box kind(Node.Kind value) {
      kind = value;
      return this;
    }

    public Box exchangesOnly() {
      forwards = false;
      return this;
    }

    public Box vrf(String name, @Nullable Long asn, Set<String> imports, Set<String> exports) {
      vrfs.put(
          name,
          new Vrf(
              new VrfId(id, name),
              name,
              asn == null ? null : Asn.of(asn),
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              targets(imports),
              targets(exports),
              Vrf.BGP_DECISION,
              Sharing.NONE));
      return this;
    }

    private static Set<RouteTarget> targets(Set<String> texts) {
      return Set.copyOf(texts.stream().map(RouteTarget::of).toList());
    }

    public Box holds(String... prefixes) {
      return with(
          VrfId.DEFAULT, "originated", java.util.Arrays.stream(prefixes).map(Prefix::of).toList());
    }

    public Box statics(Vrf.StaticRoute... routes) {
      return with(VrfId.DEFAULT, "statics", List.of(routes));
    }

    public Box summary(String prefix, boolean only) {
      return with(VrfId.DEFAULT, "aggregates", List.of(new Vrf.Aggregate(Prefix.of(prefix), only)));
    }

    public Box select(Vrf.Key... keys) {
      return with(VrfId.DEFAULT, "selection", List.of(keys));
    }

    public Box multipath() {
      return sharing(Sharing.ALL);
    }

    public Box sharing(Sharing sharing) {
      return with(VrfId.DEFAULT, "sharing", sharing);
    }

    public Box with(String vrf, String component, Object value) {
      vrfs.computeIfPresent(vrf, (k, v) -> Components.with(v, component, value));
      return this;
    }

    private Node node() {
      return new Node(
          id,
          id,
          kind,
          routerId,
          forwards,
          new Origin(id),
          Set.of(new Origin(id)),
          List.copyOf(vrfs.values()));
    }
  }

  /** A router of this AS; 0 for one without BGP. */
  public Box router(String id, long asn) {
    Box box = new Box(id, boxes.size() + 1);
    boxes.put(id, box);
    return box.vrf(VrfId.DEFAULT, asn == 0 ? null : asn, Set.of(), Set.of());
  }

  /** Puts these in the place of the router's static routes. */
  public Nets boxStatics(String id, Vrf.StaticRoute... routes) {
    boxes.get(id).statics(routes);
    return this;
  }

  /** A provider edge, to be given VRFs. */
  public Box edge(String id) {
    Box box = new Box(id, boxes.size() + 1).kind(Node.Kind.PROVIDER_EDGE);
    boxes.put(id, box);
    return box;
  }

  /** A site with prefixes, that exchanges routes with a router by propagations. */
  public Box site(String id, String router, String... prefixes) {
    Box box = router(id, 0).kind(Node.Kind.SITE).holds(prefixes);
    handOver(id, router, Policy.PERMIT);
    handOver(router, id, Policy.PERMIT);
    return box;
  }

  public Nets handOver(String from, String to, Policy policy) {
    propagations.add(
        new Propagation(
            from + ">" + to,
            table(from),
            table(to),
            policy,
            20,
            new Origin(from),
            List.of(),
            Set.of(),
            null));
    return this;
  }

  /** A wire, by the id {@code a-b}; a cost makes inner routing run over it. */
  public Nets wire(String a, String b, int cost) {
    return segment(a + "-" + b, Segment.Kind.LINK, a, b, cost);
  }

  public Nets segment(String id, Segment.Kind kind, String a, String b, int cost) {
    segments.add(
        new Segment(
            id,
            kind,
            table(a),
            table(b),
            null,
            null,
            cost,
            0,
            new Origin(id),
            List.of(new Origin(id)),
            Set.of(new Origin(id)),
            null));
    return this;
  }

  /** A session over a wire of its own, by the id {@code a-b}; nothing set at either end. */
  public Nets session(String a, String b) {
    return session(a, b, UnaryOperator.identity(), UnaryOperator.identity());
  }

  public Nets session(
      String a, String b, UnaryOperator<Session.End> atA, UnaryOperator<Session.End> atB) {
    wire(a, b, 0);
    return sessionOver(a + "-" + b, a, b, a + "-" + b, atA, atB);
  }

  /** An inner session between loopbacks, by the id {@code a~b}. */
  public Nets inner(
      String a, String b, UnaryOperator<Session.End> atA, UnaryOperator<Session.End> atB) {
    return sessionOver(a + "~" + b, a, b, null, atA, atB);
  }

  public Nets inner(String a, String b) {
    return inner(a, b, UnaryOperator.identity(), UnaryOperator.identity());
  }

  public Nets sessionOver(
      String id,
      String a,
      String b,
      @Nullable String segment,
      UnaryOperator<Session.End> atA,
      UnaryOperator<Session.End> atB) {
    int n = sessions.size();
    Session.End endA = set(Session.End.of(asn(a)), "address", address(2 * n));
    Session.End endB = set(Session.End.of(asn(b)), "address", address(2 * n + 1));
    sessions.add(
        new Session(
            id,
            table(a),
            table(b),
            segment,
            atA.apply(endA),
            atB.apply(endB),
            new Origin(id),
            Set.of(new Origin(id))));
    return this;
  }

  private static IpAddress address(int n) {
    return IpAddress.of("192.168.0.0").plus(n);
  }

  private Asn asn(String table) {
    VrfId id = table(table);
    Vrf vrf = java.util.Objects.requireNonNull(boxes.get(id.node()).vrfs.get(id.vrf()));
    return java.util.Objects.requireNonNull(vrf.asn());
  }

  /** A domain of all VRFs of these edges, every two of them {@code cost} apart. */
  public Nets domain(String id, int cost, String... edges) {
    List<VrfId> vrfs = new ArrayList<>();
    for (String e : edges) {
      boxes.get(e).vrfs.values().forEach(v -> vrfs.add(v.id()));
    }
    domains.add(new VpnDomain(id, new Origin(id), vrfs, List.of(), cost));
    return this;
  }

  public Nets domain(VpnDomain domain) {
    domains.add(domain);
    return this;
  }

  /** {@code node} or {@code node:vrf}. */
  public static VrfId table(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? VrfId.of(text)
        : new VrfId(text.substring(0, colon), text.substring(colon + 1));
  }

  public static Session.End set(Session.End end, String component, @Nullable Object value) {
    return Components.with(end, component, value);
  }

  /** Sets one thing at an end. */
  public static UnaryOperator<Session.End> end(String component, @Nullable Object value) {
    return e -> set(e, component, value);
  }

  public static Policy always(Policy.Change change) {
    return new Policy(List.of(Policy.Statement.set(change)), true);
  }

  public static Policy.Change med(long med) {
    return new Policy.Change(null, med, 0, null, Set.of(), Set.of(), null, null);
  }

  public static Policy.Change prepend(int times) {
    return new Policy.Change(null, null, times, null, Set.of(), Set.of(), null, null);
  }

  public Network build() {
    TreeMap<String, Node> nodes = new TreeMap<>();
    boxes.values().forEach(b -> nodes.put(b.id, b.node()));
    return new Network(nodes, segments, sessions, propagations, domains);
  }

  public Solution solve(String... failed) {
    return Routing.solve(build(), mcx.network.Failures.of(List.of(failed)));
  }
}
