package mcx.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * Networks of routers that are each an autonomous system of its own: a random tree, and random
 * links beside it, with one outer session over each link. The same arguments give the same network,
 * always.
 *
 * <p>Every end of every session has a policy in each direction and a prefix limit that nothing
 * reaches. It takes in no default route, nothing longer than /24 and none of the networks of the
 * links.
 */
public final class Generated {

  /** Whether the prefixes of a router differ in more than the prefix. */
  public enum Kind {
    /** The prefixes of a router are treated alike everywhere. */
    ALIKE,
    /**
     * Every prefix has attributes of its own. Its origin marks it with a MED and with a community
     * that no other prefix has, and with one of the {@link #SERVICES}; routers on the way set a
     * local preference by service, and some sessions prepend for some services, so the prefixes of
     * one router go different ways.
     */
    OWN
  }

  /** How many services there are; the prefixes of a router belong to one after the other. */
  public static final int SERVICES = 10;

  private static final int FIRST_ASN = 10_000;

  /** The administrator of the communities that mean a service to everyone. */
  private static final int COMMON = 65000;

  private static final Prefix LINKS = Prefix.of("172.16.0.0/12");

  private static final IpAddress FIRST_PREFIX = IpAddress.of("10.0.0.0");

  private static final Statement REFUSED =
      Statement.denyPrefixes(
          "not wanted from outside",
          List.of(
              Match.exactly(Prefix.DEFAULT_V4),
              new Match(Prefix.DEFAULT_V4, 25, 32),
              Match.within(LINKS)));

  private final int routers;
  private final int prefixes;
  private final Kind kind;
  private final Random random = new Random(20_261_123);

  private Generated(int routers, int prefixes, Kind kind) {
    this.routers = routers;
    this.prefixes = prefixes;
    this.kind = kind;
  }

  /** A network of average degree 4, with ten prefixes for each router. */
  public static Network network(int routers, Kind kind) {
    return network(routers, 2 * routers, 10, kind);
  }

  /**
   * A network.
   *
   * @param routers how many routers, 2 to 5,000
   * @param links how many links, each with a session; at least one fewer than routers
   * @param prefixes how many prefixes each router holds
   */
  public static Network network(int routers, int links, int prefixes, Kind kind) {
    if (routers < 2 || routers > 5_000 || routers * prefixes > 65_536) {
      throw new IllegalArgumentException(routers + " routers with " + prefixes + " prefixes");
    }
    if (links < routers - 1 || links > (long) routers * (routers - 1) / 2) {
      throw new IllegalArgumentException(links + " links between " + routers + " routers");
    }
    return new Generated(routers, prefixes, kind).build(links);
  }

  /** Every single link failure, in the order of the links. */
  public static List<Failures> linkFailures(Network network) {
    return network.segments().stream().map(s -> Failures.of(s.origin())).toList();
  }

  /** The id of a router, counted from 0. */
  public static String router(int number) {
    return String.format(Locale.ROOT, "r%04d", number);
  }

  /** The community that only this prefix of this router has. */
  public static Community mark(int router, int prefix) {
    return new Community(FIRST_ASN + router, 100 + prefix, -1);
  }

  /** The community of the service that the prefix belongs to. */
  public static Community service(int prefix) {
    return new Community(COMMON, prefix % SERVICES, -1);
  }

  private record Pair(int a, int b) {}

  private Network build(int links) {
    SortedMap<String, Node> nodes = new TreeMap<>();
    for (int i = 0; i < routers; i++) {
      nodes.put(router(i), node(i));
    }
    List<Segment> segments = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    for (Pair pair : pairs(links)) {
      int n = segments.size();
      segments.add(segment(pair, n));
      sessions.add(session(pair, n));
    }
    return new Network(nodes, segments, sessions, List.of(), List.of());
  }

  /** A tree, then links between any two that have none yet. */
  private List<Pair> pairs(int links) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < routers; i++) {
      pairs.add(new Pair(random.nextInt(i), i));
    }
    Set<Pair> taken = new HashSet<>(pairs);
    while (pairs.size() < links) {
      int a = random.nextInt(routers);
      int b = random.nextInt(routers);
      Pair pair = new Pair(Math.min(a, b), Math.max(a, b));
      if (a != b && taken.add(pair)) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private Node node(int number) {
    List<Prefix> own = new ArrayList<>();
    for (int k = 0; k < prefixes; k++) {
      own.add(prefix(number, k));
    }
    String id = router(number);
    return new Node(
        id,
        id,
        Node.Kind.CUSTOMER_ROUTER,
        IpAddress.of("192.168.0.0").plus(number + 1L),
        true,
        new Origin(id),
        Set.of(new Origin(id)),
        List.of(
            new Vrf(
                VrfId.of(id),
                VrfId.DEFAULT,
                asn(number),
                null,
                own,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Vrf.BGP_DECISION,
                Sharing.NONE)));
  }

  private static Asn asn(int router) {
    return Asn.of(FIRST_ASN + router);
  }

  private Prefix prefix(int router, int k) {
    return new Prefix(FIRST_PREFIX.plus(256L * ((long) router * prefixes + k)), 24);
  }

  private static String id(Pair pair) {
    return router(pair.a) + "-" + router(pair.b);
  }

  private static Segment segment(Pair pair, int n) {
    Origin origin = new Origin(id(pair));
    return new Segment(
        id(pair),
        Segment.Kind.LINK,
        VrfId.of(router(pair.a)),
        VrfId.of(router(pair.b)),
        address(n, 0),
        address(n, 1),
        0,
        10_000,
        origin,
        List.of(origin),
        Set.of(origin),
        null);
  }

  /** The address at one end of the n-th link, which is a /30. */
  private static IpAddress address(int n, int end) {
    return LINKS.host(4L * n + 1 + end);
  }

  private Session session(Pair pair, int n) {
    return new Session(
        id(pair),
        VrfId.of(router(pair.a)),
        VrfId.of(router(pair.b)),
        id(pair),
        end(pair.a, address(n, 0)),
        end(pair.b, address(n, 1)),
        new Origin(id(pair)),
        Set.of());
  }

  private Session.End end(int router, IpAddress address) {
    PrefixLimit limit =
        new PrefixLimit(
            2 * routers * prefixes, PrefixLimit.Beyond.SESSION_IDLE, "more than all there are");
    Session.End plain = Session.End.of(asn(router)).withPolicies(importing(), exporting(router));
    return new Session.End(
        plain.asn(),
        address,
        plain.importPolicy(),
        plain.exportPolicy(),
        limit,
        null,
        plain.allowAsIn(),
        plain.asOverride(),
        plain.privateAs(),
        plain.holdBackNeighborAs(),
        plain.nextHopSelf(),
        plain.reflectorClient(),
        plain.defaultOriginate(),
        plain.defaultWhen(),
        plain.localAs(),
        plain.bilateralPeer(),
        plain.keepaliveSeconds(),
        plain.holdSeconds(),
        plain.bfd());
  }

  /**
   * All sessions of a router give a service the same local preference: it shows in every table, and
   * cannot make routes chase each other.
   */
  private Policy importing() {
    List<Statement> statements = new ArrayList<>();
    statements.add(REFUSED);
    if (kind == Kind.OWN) {
      statements.add(marked(Set.of(service(0), service(1)), Change.localPreference(200)));
      statements.add(marked(Set.of(service(8), service(9)), Change.localPreference(50)));
    }
    return new Policy(statements, true);
  }

  private Policy exporting(int router) {
    List<Statement> statements = new ArrayList<>();
    statements.add(REFUSED);
    if (kind == Kind.OWN) {
      for (int k = 0; k < prefixes; k++) {
        statements.add(origination(router, k));
      }
      statements.add(marked(someServices(), prepend()));
    }
    return new Policy(statements, true);
  }

  private Statement origination(int router, int k) {
    return new Statement(
        null,
        List.of(Match.exactly(prefix(router, k))),
        Set.of(),
        null,
        null,
        Set.of(),
        Set.of(),
        true,
        new Change(
            null,
            10L * (k + 1),
            0,
            null,
            Set.of(mark(router, k), service(k)),
            Set.of(),
            null,
            null));
  }

  /** The services that a session makes look farther: three of them, so each differs from others. */
  private Set<Community> someServices() {
    Set<Community> some = new HashSet<>();
    while (some.size() < 3) {
      some.add(service(random.nextInt(SERVICES)));
    }
    return some;
  }

  private static Statement marked(Set<Community> communities, Change change) {
    return new Statement(
        null, List.of(), communities, null, null, Set.of(), Set.of(), true, change);
  }

  private static Change prepend() {
    return new Change(null, null, 1, null, Set.of(), Set.of(), null, null);
  }
}
