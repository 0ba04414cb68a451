package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcx.compile.Compiled;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.VpnConnection;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.KnownWay;
import mcx.routing.Route;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Works out how sites reach each other, by following packets through the routing tables. A site
 * reaches another when it reaches every prefix of it; the path that is reported is the worst of
 * those to its prefixes.
 */
final class Paths {

  /** A site of very many prefixes is tried at this many of them, spread evenly. */
  static final int MOST_PREFIXES = 32;

  private final Design design;
  private final Compiled compiled;
  private final Network network;
  private final Map<String, Segment> segments;
  private final Map<String, Session> sessions;
  private final Map<String, Propagation> propagations;
  private final Map<String, VpnDomain> domains;

  Paths(Design design, Compiled compiled) {
    this.design = design;
    this.compiled = compiled;
    this.network = compiled.network();
    this.segments = index(network.segments(), Segment::id);
    this.sessions = index(network.sessions(), Session::id);
    this.propagations = index(network.propagations(), Propagation::id);
    this.domains = index(network.vpnDomains(), VpnDomain::id);
  }

  private static <T> Map<String, T> index(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> a));
  }

  /** The path from one site to another. */
  SitePath path(Solution solution, Id from, Id to) {
    VrfId start = compiled.sites().get(from);
    VrfId goal = compiled.sites().get(to);
    if (start == null || goal == null) {
      return none(from, to, null, "One of the two has no route table.");
    }
    SitePath worst = null;
    for (Tried tried : tries(solution, start, goal)) {
      SitePath path = read(from, to, goal, tried.prefix, tried.trace);
      if (worst == null || path.kind().compareTo(worst.kind()) > 0) {
        worst = path;
      }
    }
    return worst == null
        ? none(from, to, null, Names.of(design, to) + " has no prefix.")
        : worst;
  }

  /** The path from one site to another, with what tells where else it is the same. */
  Known known(Solution solution, Id from, Id to) {
    return known(solution, path(solution, from, to));
  }

  /** A path that is known already, with what tells where else it is the same. */
  Known known(Solution solution, SitePath path) {
    Id from = path.from();
    Id to = path.to();
    VrfId start = compiled.sites().get(from);
    VrfId goal = compiled.sites().get(to);
    List<KnownWay> ways = new ArrayList<>();
    if (start != null && goal != null) {
      tries(solution, start, goal).forEach(t -> ways.add(KnownWay.of(solution, t.trace)));
    }
    return new Known(path, ways);
  }

  /** Whether one site reaches every prefix of another. */
  boolean reaches(Solution solution, Id from, Id to) {
    VrfId start = compiled.sites().get(from);
    VrfId goal = compiled.sites().get(to);
    if (start == null || goal == null) {
      return false;
    }
    List<Tried> tries = tries(solution, start, goal);
    return !tries.isEmpty() && tries.getLast().arrives(goal);
  }

  /** A path in one solution, and the ways that it was found by. */
  record Known(SitePath path, List<KnownWay> ways) {
    Known {
      ways = List.copyOf(ways);
    }

    /** The path between the same sites in the other solution. */
    SitePath in(Solution other, Paths paths) {
      return holdsIn(other) ? path : paths.path(other, path.from(), path.to());
    }

    /** Whether it is certainly the same in the other solution. */
    boolean holdsIn(Solution other) {
      for (KnownWay way : ways) {
        if (!way.holdsIn(other)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The way to one prefix. */
  private record Tried(Prefix prefix, Trace trace) {
    boolean arrives(VrfId goal) {
      return trace.arrived() && trace.hops().getLast().table().equals(goal);
    }
  }

  /**
   * The ways to the prefixes of a table, one for those that are treated alike everywhere, up to the
   * first that does not arrive.
   */
  private List<Tried> tries(Solution solution, VrfId start, VrfId goal) {
    List<Tried> all = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    Vrf held = network.vrf(goal);
    for (Prefix prefix : held == null ? List.<Prefix>of() : tried(held.originated())) {
      IpAddress address = inside(prefix);
      if (seen.add(solution.likeness(address))) {
        Tried one = new Tried(prefix, solution.trace(start, address));
        all.add(one);
        if (!one.arrives(goal)) {
          break;
        }
      }
    }
    return all;
  }

  /** These prefixes, or some of them where they are very many. */
  static List<Prefix> tried(List<Prefix> all) {
    if (all.size() <= MOST_PREFIXES) {
      return all;
    }
    List<Prefix> some = new ArrayList<>();
    for (int i = 0; i < MOST_PREFIXES; i++) {
      some.add(all.get((int) ((long) i * (all.size() - 1) / (MOST_PREFIXES - 1))));
    }
    return some;
  }

  /** An address of the prefix; the first that may be a host's, where there is room for one. */
  static IpAddress inside(Prefix prefix) {
    int hostBits = prefix.family().bits() - prefix.length();
    return prefix.host(hostBits > (prefix.family() == Family.V4 ? 1 : 0) ? 1 : 0);
  }

  private SitePath read(Id from, Id to, VrfId goal, Prefix prefix, Trace trace) {
    boolean there = new Tried(prefix, trace).arrives(goal);
    List<String> steps = steps(trace);
    List<Id> drawn = drawn(trace);
    if (there) {
      return new SitePath(from, to, kind(from, to, trace), trace, steps, drawn, "");
    }
    String last =
        trace.hops().isEmpty()
            ? Names.of(design, from)
            : Names.of(network, trace.hops().getLast().table());
    String reason =
        switch (trace.end()) {
          case NO_ROUTE -> last + " has no route to " + prefix + ".";
          case DISCARDED -> last + " discards traffic for " + prefix + ".";
          case LOOP -> "Traffic for " + prefix + " goes in a circle at " + last + ".";
          case DOWN -> last + " is down.";
          case DELIVERED -> "Traffic for " + prefix + " ends at " + last + ", which holds it too.";
        };
    return new SitePath(from, to, PathKind.NONE, trace, steps, drawn, reason);
  }

  private List<String> steps(Trace trace) {
    List<String> steps = new ArrayList<>();
    for (Trace.Hop hop : trace.hops()) {
      Node node = network.node(hop.table().node());
      add(steps, Names.of(network, hop.table()));
      Circuit crossed = circuit(hop);
      if (crossed != null && node != null && !node.element().equals(Origin.of(crossed.id()))) {
        add(steps, Names.plain(crossed));
      }
      Segment segment = hop.segment() == null ? null : segments.get(hop.segment());
      if (segment != null && segment.kind() == Segment.Kind.TUNNEL) {
        add(steps, tunnel(segment));
      }
    }
    return steps;
  }

  private static void add(List<String> steps, String name) {
    if (steps.isEmpty() || !steps.getLast().equals(name)) {
      steps.add(name);
    }
  }

  /**
   * The circuit that a hop crosses to where it has no router of its own, as with a cloud whose
   * circuits end at a router that does not forward; null elsewhere.
   */
  private @Nullable Circuit circuit(Trace.Hop hop) {
    Segment segment = hop.segment() == null ? null : segments.get(hop.segment());
    if (segment == null) {
      return null;
    }
    for (VrfId end : List.of(segment.a(), segment.b())) {
      Node node = network.node(end.node());
      if (node != null && !node.forwards()) {
        for (Id id : ids(segment.drawn(), false)) {
          if (design.link(id) instanceof CircuitConnection c) {
            return design.element(c.a(), Circuit.class);
          }
        }
      }
    }
    return null;
  }

  /** A tunnel by its own name where its connection has several. */
  private String tunnel(Segment segment) {
    Id part = Id.of(segment.origin().id());
    boolean several =
        design.link(part.owner()) instanceof VpnConnection vpn && vpn.tunnels().size() > 1;
    return Names.of(design, several ? part : part.owner());
  }

  private SitePath none(Id from, Id to, @Nullable Trace trace, String reason) {
    return new SitePath(from, to, PathKind.NONE, trace, List.of(), List.of(), reason);
  }

  private PathKind kind(Id from, Id to, Trace trace) {
    boolean vpn = false;
    boolean interconnect = false;
    boolean thirdRouter = false;
    boolean provider = false;
    boolean otherCloud = false;
    boolean inside = true;
    Element home = home(from);
    if (home == null || !home.equals(home(to))) {
      inside = false;
    }
    for (Trace.Hop hop : trace.hops()) {
      Segment segment = hop.segment() == null ? null : segments.get(hop.segment());
      if (segment != null) {
        vpn |= segment.kind() == Segment.Kind.TUNNEL;
        interconnect |= segment.kind() == Segment.Kind.INTERCONNECT;
      }
      Node node = network.node(hop.table().node());
      if (node == null) {
        continue;
      }
      Id element = Id.of(node.element().id());
      provider |= node.kind() == Node.Kind.PROVIDER_EDGE;
      Element at = home(element);
      inside &= at != null && at.equals(home);
      otherCloud |= at instanceof Cloud && !at.equals(home) && !at.equals(home(to));
      if (node.kind() == Node.Kind.CUSTOMER_ROUTER) {
        thirdRouter |= at == null || (!at.equals(home) && !at.equals(home(to)));
      }
    }
    if (vpn) {
      return PathKind.VPN;
    }
    if (interconnect) {
      return PathKind.INTERCONNECT;
    }
    if (thirdRouter) {
      return PathKind.CUSTOMER_ROUTER;
    }
    if (otherCloud) {
      return PathKind.CLOUD;
    }
    if (provider) {
      return PathKind.PROVIDER;
    }
    return inside ? PathKind.INSIDE : PathKind.DIRECT;
  }

  /** The premises or cloud that the element is in; null for a bare one. */
  private @Nullable Element home(Id id) {
    Premises premises = design.within(id, Premises.class);
    return premises != null ? premises : design.within(id, Cloud.class);
  }

  private List<Id> drawn(Trace trace) {
    SequencedSet<Id> ids = new LinkedHashSet<>();
    for (Trace.Hop hop : trace.hops()) {
      Node node = network.node(hop.table().node());
      if (node != null) {
        ids.add(Id.of(node.element().id()));
      }
      ids.addAll(edge(hop));
    }
    return List.copyOf(ids);
  }

  /** What leads out of a hop, by way of the tables that only exchange routes. */
  private List<Id> edge(Trace.Hop hop) {
    if (hop.passedOver().isEmpty() || hop.route() == null) {
      return edge(hop.table(), hop.via(), hop.segment());
    }
    List<Id> ids = new ArrayList<>();
    List<Route> routes = new ArrayList<>(List.of(hop.route()));
    routes.addAll(hop.passedOver());
    for (Route route : routes) {
      String via = route.via();
      Session session = via == null ? null : sessions.get(via);
      Propagation propagation = via == null ? null : propagations.get(via);
      String segment =
          session != null
              ? session.segment()
              : propagation != null ? propagation.segment() : hop.segment();
      ids.addAll(edge(route.table(), via, segment));
    }
    return ids;
  }

  private List<Id> edge(VrfId at, @Nullable String via, @Nullable String crossed) {
    Segment segment = crossed == null ? null : segments.get(crossed);
    if (segment != null) {
      return ids(segment.drawn(), !segment.a().equals(at));
    }
    if (via == null) {
      return List.of();
    }
    Propagation propagation = propagations.get(via);
    if (propagation != null) {
      // It is drawn the way the routes go; traffic goes the other way.
      return ids(propagation.drawn(), propagation.to().equals(at));
    }
    VpnDomain domain = domains.get(via);
    return domain == null ? List.of() : List.of(Id.of(domain.origin().id()));
  }

  private static List<Id> ids(List<Origin> origins, boolean reverse) {
    List<Id> ids = new ArrayList<>();
    origins.forEach(o -> ids.add(Id.of(o.id())));
    if (reverse) {
      Collections.reverse(ids);
    }
    return ids;
  }
}
