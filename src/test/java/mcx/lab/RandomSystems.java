package mcx.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mcx.design.Aggregate;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.LocalAs;
import mcx.design.PrefixLimitAction;
import mcx.design.PrivateAs;
import mcx.design.PrivateLink;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.Routing;
import mcx.design.StaticRoute;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** Draws autonomous systems with their routers, links and sessions. */
final class RandomSystems {

  /** A router in the making. */
  static final class Box {
    final int number;
    final Sys sys;
    final IpAddress routerId;
    final List<PrefixRange> networks = new ArrayList<>();
    final List<StaticRoute> statics = new ArrayList<>();
    final List<Aggregate> aggregates = new ArrayList<>();
    boolean connected;

    Box(int number, Sys sys, IpAddress routerId) {
      this.number = number;
      this.sys = sys;
      this.routerId = routerId;
    }

    Id id() {
      return Id.of((number < 10 ? "r0" : "r") + number);
    }
  }

  /** An autonomous system, or one of two places that have the same number. */
  static final class Sys {
    final int index;
    final long number;
    final List<Box> boxes = new ArrayList<>();
    boolean nextHopSelf;
    boolean outerCosts;
    boolean alwaysMed;
    boolean multipath;
    boolean twin;

    Sys(int index, long number) {
      this.index = index;
      this.number = number;
    }
  }

  private final SplittableRandom chance;
  private final List<Sys> systems = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, Integer> outerCosts = new TreeMap<>();
  private final Set<Long> numbers = new HashSet<>();
  private final boolean v6;
  private final boolean privates;
  private final boolean defaults;
  private final boolean limits;
  private final boolean localAs;
  private final boolean privateAs;
  private final boolean bilateral;
  private final boolean mixed;
  private final boolean large;
  private int made;

  /**
   * @param mixed whether FRR and BIRD run side by side: then no router takes its own number back
   * @param large whether they have 20 to 40 routers, often with IPv6, whose next hops outside may
   *     then be kept inside
   */
  RandomSystems(SplittableRandom chance, boolean mixed, boolean large) {
    this.chance = chance;
    this.mixed = mixed;
    this.large = large;
    v6 = happens(large ? 0.5 : 0.2);
    privates = happens(0.6);
    defaults = happens(0.3);
    limits = happens(0.3);
    localAs = happens(0.3);
    privateAs = privates && happens(0.6);
    bilateral = happens(0.4);
  }

  /** The cost in inner routing of links between systems that have one, by link. */
  Map<String, Integer> outerCosts() {
    return Collections.unmodifiableMap(outerCosts);
  }

  boolean happens(double probability) {
    return chance.nextDouble() < probability;
  }

  int upTo(int most) {
    return chance.nextInt(most + 1);
  }

  <T> T any(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }

  Design make(String name) {
    int routers = large ? 20 + upTo(20) : size(chance.nextDouble());
    int count = Math.min(2 + chance.nextInt(7), Math.max(2, routers * 2 / 3));
    drawSystems(count, routers);
    holdPrefixes(routers);
    RandomPolicies policies =
        new RandomPolicies(
            this, systems.stream().map(s -> s.number).distinct().toList(), bilateral);
    for (Sys s : systems) {
      inside(s, policies);
    }
    between(policies);
    summaries();
    List<Router> all = new ArrayList<>();
    for (Box b : boxes) {
      all.add(router(b));
    }
    return Design.of(name, all, links, List.of());
  }

  /** Mostly small ones, which are quick to run. */
  private int size(double draw) {
    return draw < 0.78
        ? 5 + chance.nextInt(5)
        : draw < 0.94 ? 10 + chance.nextInt(6) : draw < 0.97 ? 20 : draw < 0.99 ? 30 : 40;
  }

  /** Whether next hops outside are always replaced: small networks with IPv6 keep them so. */
  private boolean replacesNextHops() {
    return v6 && !large;
  }

  private void drawSystems(int count, int routers) {
    List<Integer> hosts = new ArrayList<>();
    for (int i = 1; i < 255; i++) {
      hosts.add(i);
    }
    boolean twins = count >= 3 && happens(0.4);
    for (int i = 0; i < count; i++) {
      boolean twin = twins && i == count - 1;
      Sys s = new Sys(i, twin ? systems.getFirst().number : number());
      s.nextHopSelf = happens(0.5) | replacesNextHops();
      s.outerCosts = happens(0.75);
      s.alwaysMed = happens(0.45);
      s.multipath = happens(0.15);
      systems.add(s);
      if (twin) {
        s.twin = true;
        systems.getFirst().twin = true;
      }
    }
    for (int i = 0; i < routers; i++) {
      Sys s =
          i < count
              ? systems.get(i)
              : systems.get(Math.min(chance.nextInt(count), chance.nextInt(count)));
      IpAddress id = IpAddress.of("192.0.2." + hosts.remove(chance.nextInt(hosts.size())));
      Box b = new Box(i + 1, s, id);
      s.boxes.add(b);
      boxes.add(b);
    }
  }

  private long number() {
    while (true) {
      long n =
          privates && happens(0.5)
              ? (happens(0.8) ? 64512 + chance.nextInt(900) : 4_200_000_000L + chance.nextInt(900))
              : (happens(0.8) ? 100 + chance.nextInt(900) : 196_700 + chance.nextInt(900));
      if (numbers.add(n)) {
        return n;
      }
    }
  }

  // --- what is held where

  /** The prefixes of a system lie in one prefix of its own. */
  static Prefix group(int system) {
    return Prefix.of("10." + (10 + system) + ".0.0/16");
  }

  private static Prefix group6(int system) {
    return Prefix.of("2001:db8:" + (10 + system) + "::/48");
  }

  static Prefix shared(int number) {
    return Prefix.of("172.20." + number + ".0/24");
  }

  private void holdPrefixes(int routers) {
    for (Sys s : systems) {
      int own = 1 + chance.nextInt(2);
      for (int k = 0; k < own; k++) {
        hold(
            any(s.boxes),
            Prefix.of("10." + (10 + s.index) + "." + (16 * k) + ".0/" + (20 + upTo(4))));
      }
      if (v6) {
        hold(any(s.boxes), Prefix.of("2001:db8:" + (10 + s.index) + ":1::/64"));
      }
    }
    int both = 4 + routers / 3;
    for (int k = 0; k < both; k++) {
      int places = 2 + chance.nextInt(2);
      for (int p = 0; p < places; p++) {
        hold(any(boxes), shared(k));
      }
    }
    if (v6) {
      for (int p = 0; p < 3; p++) {
        hold(any(boxes), Prefix.of("2001:db8:aaaa::/64"));
      }
    }
    for (Box b : boxes) {
      b.connected = b.sys.boxes.size() == 1 && !b.sys.twin && happens(0.1);
    }
  }

  private void hold(Box b, Prefix p) {
    PrefixRange range = PrefixRange.of(p);
    boolean has =
        b.networks.contains(range) || b.statics.stream().anyMatch(s -> s.prefix().equals(p));
    if (has) {
      return;
    }
    if (happens(0.25)) {
      b.statics.add(new StaticRoute(p, null, true));
    } else {
      b.networks.add(range);
    }
  }

  private void summaries() {
    if (!happens(0.5)) {
      return;
    }
    int count = 1 + upTo(2);
    for (int i = 0; i < count; i++) {
      Sys of = any(systems);
      Box at = happens(0.6) ? any(of.boxes) : any(boxes);
      Prefix p = happens(0.9) ? group(of.index) : Prefix.of("172.20.0.0/" + (16 + 4 * upTo(1)));
      if (v6 && happens(0.3)) {
        p = group6(of.index);
      }
      // FRR makes no summary of a prefix that it was told already.
      Prefix chosen = p;
      boolean made =
          boxes.stream()
              .flatMap(b -> b.aggregates.stream())
              .anyMatch(a -> a.prefix().equals(chosen));
      if (!made) {
        at.aggregates.add(new Aggregate(p, happens(0.5)));
      }
    }
  }

  private Router router(Box b) {
    return new Router(
        b.id(),
        b.id().value(),
        null,
        RouterKind.ROUTER,
        Asn.of(b.sys.number),
        b.routerId,
        b.networks,
        b.statics,
        b.aggregates,
        b.connected,
        b.sys.multipath,
        b.sys.alwaysMed,
        null,
        Set.of());
  }

  // --- inside a system

  private void inside(Sys s, RandomPolicies policies) {
    List<Box> in = s.boxes;
    if (in.size() == 1) {
      return;
    }
    boolean equal = happens(0.4);
    for (int i = 1; i < in.size(); i++) {
      innerLink(in.get(i), in.get(chance.nextInt(i)), equal);
    }
    int more = in.size() < 3 ? 0 : upTo(in.size() / 2);
    for (int i = 0; i < more; i++) {
      Box a = any(in);
      Box b = any(in);
      if (a != b) {
        innerLink(a, b, equal);
      }
    }
    boolean reflectors = in.size() >= 3 && happens(in.size() > 6 ? 1 : 0.6);
    if (!reflectors) {
      for (int i = 0; i < in.size(); i++) {
        for (int j = 0; j < i; j++) {
          peering(in.get(i), in.get(j), false, false, policies);
        }
      }
      return;
    }
    int tops = in.size() >= 4 && happens(0.7) ? 2 : 1;
    if (tops == 2) {
      peering(in.get(0), in.get(1), happens(0.3), false, policies);
    }
    for (int i = tops; i < in.size(); i++) {
      int to = tops == 1 ? 1 : 1 + upTo(2);
      if ((to & 1) != 0) {
        peering(in.get(0), in.get(i), true, false, policies);
      }
      if ((to & 2) != 0) {
        peering(in.get(1), in.get(i), true, false, policies);
      }
    }
  }

  private void innerLink(Box a, Box b, boolean equal) {
    int cost = equal ? 10 : 1 + chance.nextInt(30);
    links.add(
        new PrivateLink(
            id("i"),
            name(a, b),
            a.id(),
            b.id(),
            null,
            1000,
            cost,
            Routing.NONE,
            BgpSettings.DEFAULT));
  }

  private Id id(String kind) {
    made++;
    return Id.of(kind + (made < 10 ? "00" : made < 100 ? "0" : "") + made);
  }

  private static String name(Box a, Box b) {
    return a.id() + " - " + b.id();
  }

  private void peering(
      Box a, Box b, boolean clientOfA, boolean clientOfB, RandomPolicies policies) {
    BgpEnd atA = inner(a, clientOfA, policies);
    BgpEnd atB = inner(b, clientOfB, policies);
    links.add(new BgpPeering(id("p"), name(a, b), a.id(), b.id(), new BgpSettings(atA, atB)));
  }

  private BgpEnd inner(Box at, boolean client, RandomPolicies policies) {
    BgpEnd end = BgpEnd.DEFAULT;
    if (at.sys.nextHopSelf && (happens(0.95) | replacesNextHops())) {
      end = end.with("nextHopSelf", true);
    }
    if (client) {
      end = end.with("routeReflectorClient", true);
    }
    if (happens(0.04)) {
      end = end.with("importPolicy", policies.importing(true));
    }
    if (happens(0.04)) {
      end = end.with("exportPolicy", policies.exporting(true));
    }
    return end;
  }

  // --- between systems

  private void between(RandomPolicies policies) {
    List<Sys> order = new ArrayList<>(systems);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, chance.nextInt(i + 1));
    }
    for (int i = 1; i < order.size(); i++) {
      Sys other = order.get(chance.nextInt(i));
      if (other.number == order.get(i).number) {
        other = order.get(i == 1 ? 0 : (order.indexOf(other) + 1) % i);
      }
      join(order.get(i), other, policies);
    }
    int more = order.size() == 2 ? 1 : 1 + upTo(order.size());
    for (int i = 0; i < more; i++) {
      join(any(order), any(order), policies);
    }
  }

  private void join(Sys a, Sys b, RandomPolicies policies) {
    if (a == b || a.number == b.number) {
      return;
    }
    Box atA = any(a.boxes);
    Box atB = any(b.boxes);
    outerLink(atA, atB, policies);
    if (happens(0.3)) {
      outerLink(atA, atB, policies);
    } else if (happens(0.5)) {
      outerLink(any(a.boxes), any(b.boxes), policies);
    }
  }

  private void outerLink(Box a, Box b, RandomPolicies policies) {
    Id id = id("x");
    BgpEnd[] ends = {outer(a, b, policies), outer(b, a, policies)};
    if (limits) {
      limit(ends, 0, b);
      limit(ends, 1, a);
    }
    links.add(
        new PrivateLink(
            id,
            name(a, b),
            a.id(),
            b.id(),
            subnet(),
            1000,
            1,
            Routing.BGP,
            new BgpSettings(ends[0], ends[1])));
    if (a.sys.outerCosts && b.sys.outerCosts) {
      outerCosts.put(id.value(), 1 + chance.nextInt(20));
    }
    if (happens(0.25)) {
      handed(happens(0.5) ? a : b);
    }
  }

  /** Not from the addresses for one link only, which FRR offers to no other protocol. */
  private Prefix subnet() {
    return Prefix.of("10.200." + made / 64 + "." + 4 * (made % 64) + "/30");
  }

  /** A route by hand over a link of its own, which no session uses. */
  private void handed(Box holder) {
    Box to = any(boxes);
    if (holder.sys.boxes.size() == 1 && to.sys.number != holder.sys.number) {
      Id id = id("h");
      links.add(
          new PrivateLink(
              id,
              name(holder, to),
              holder.id(),
              to.id(),
              subnet(),
              1000,
              1,
              Routing.NONE,
              BgpSettings.DEFAULT));
      holder.statics.add(new StaticRoute(Prefix.of("172.21." + made % 4 + ".0/24"), id, true));
    }
  }

  private BgpEnd outer(Box me, Box other, RandomPolicies policies) {
    BgpEnd end = BgpEnd.DEFAULT;
    if (happens(0.55)) {
      end = end.with("importPolicy", policies.importing(false));
    }
    if (happens(0.5)) {
      end = end.with("exportPolicy", policies.exporting(false));
    }
    if (!mixed && (me.sys.twin && happens(0.5) || happens(0.03))) {
      end = end.with("allowAsIn", 1 + upTo(1));
    }
    if (!mixed && (other.sys.twin && happens(0.35) || happens(0.03))) {
      end = end.with("asOverride", true);
    }
    if (happens(other.sys.twin ? 0.3 : 0.05)) {
      end = end.with("holdBackNeighborAs", true);
    }
    if (bilateral && happens(0.6)) {
      end = end.with("bilateralPeer", true);
    }
    if (privateAs && happens(0.3)) {
      end = end.with("privateAs", PrivateAs.values()[1 + upTo(2)]);
    }
    // There FRR works with the table's number, not the session's.
    boolean replaces = end.asOverride() || end.privateAs() != PrivateAs.KEEP;
    if (localAs && !replaces && happens(0.25)) {
      end =
          end.with("asn", Asn.of(number()))
              .with("localAs", LocalAs.values()[upTo(LocalAs.values().length - 1)]);
    }
    if (defaults && happens(0.2)) {
      end = end.with("defaultOriginate", true);
      if (happens(0.5)) {
        end =
            end.with(
                "defaultWhen",
                List.of(
                    new RoutePolicy.PrefixMatch(
                        group(happens(0.5) ? 90 : upTo(systems.size() - 1)), null, 24)));
      }
    }
    return end;
  }

  /** A limit at one end that the neighbour surely exceeds, or surely never does. */
  private void limit(BgpEnd[] ends, int mine, Box other) {
    int held = (int) other.networks.stream().filter(r -> r.first().family() == Family.V4).count();
    if (other.sys.boxes.size() == 1 && held >= 2 && happens(0.3)) {
      ends[mine] =
          ends[mine]
              .with("importPolicy", RoutePolicy.PERMIT_ALL)
              .with("prefixLimit", held - 1)
              .with("prefixLimitAction", PrefixLimitAction.STAY_DOWN);
      ends[1 - mine] = ends[1 - mine].with("exportPolicy", RoutePolicy.PERMIT_ALL);
    } else if (happens(0.2)) {
      ends[mine] =
          ends[mine]
              .with("prefixLimit", 900)
              .with("prefixLimitAction", PrefixLimitAction.STAY_DOWN);
    }
  }
}
