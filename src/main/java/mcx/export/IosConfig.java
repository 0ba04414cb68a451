package mcx.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A network of plain IPv4 routers as IOS-style configurations, for tools that read such. What a
 * router holds itself it has by a route to nowhere, as is customary.
 *
 * <p>It says all or refuses: a configuration that leaves out what it cannot say would be another
 * network.
 */
public final class IosConfig {

  private static final int STEP = 10;

  /** How {@code mcx.compile} writes the {@code _} of AS path patterns out. */
  private static final String BOUNDARY = "(?:^|$| )";

  private final Network network;
  private final Map<VrfId, List<Segment>> segments = new HashMap<>();
  private final Map<VrfId, List<Session>> sessions = new HashMap<>();

  public IosConfig(Network network) {
    this.network = network;
    for (Segment s : network.segments()) {
      segments.computeIfAbsent(s.a(), k -> new ArrayList<>()).add(s);
      segments.computeIfAbsent(s.b(), k -> new ArrayList<>()).add(s);
    }
    for (Session s : network.sessions()) {
      sessions.computeIfAbsent(s.a(), k -> new ArrayList<>()).add(s);
      sessions.computeIfAbsent(s.b(), k -> new ArrayList<>()).add(s);
    }
  }

  /**
   * The configurations of all routers, by node id.
   *
   * @throws IllegalArgumentException if something cannot be said, with what
   */
  public SortedMap<String, String> all() {
    if (!network.propagations().isEmpty()
        || !network.vpnDomains().isEmpty()
        || !network.limits().isEmpty()) {
      throw new IllegalArgumentException(
          "IOS-style configurations are written for plain routers only, without clouds, sites and"
              + " VPN domains.");
    }
    SortedMap<String, String> all = new TreeMap<>();
    network.nodes().values().forEach(n -> all.put(n.id(), of(n)));
    return all;
  }

  private String of(Node node) {
    return new Router(node).text();
  }

  private static void refuse(boolean holds, Node node, String what) {
    if (holds) {
      throw new IllegalArgumentException(
          node.name() + " cannot be written as an IOS-style configuration: " + what + ".");
    }
  }

  /** One router while it is written. */
  private final class Router {
    private final Node node;
    private final Vrf vrf;
    private final Asn asn;
    private final StringBuilder text = new StringBuilder();
    private final Map<Policy, String> routeMaps = new LinkedHashMap<>();
    private final Map<List<Match>, String> prefixLists = new LinkedHashMap<>();
    private final Map<Set<Community>, String> communityLists = new LinkedHashMap<>();
    private final Map<String, String> pathLists = new LinkedHashMap<>();

    Router(Node node) {
      this.node = node;
      this.vrf = node.vrfs().getFirst();
      refuse(node.vrfs().size() > 1, node, "it has several VRFs");
      Asn own = vrf.asn();
      if (own == null) {
        throw new IllegalArgumentException(node.name() + " has no AS number.");
      }
      this.asn = own;
      refuse(!vrf.selection().equals(Vrf.BGP_DECISION), node, "it chooses in its own way");
      refuse(vrf.multipath(), node, "equally good routes share the traffic");
      refuse(!vrf.statics().isEmpty(), node, "it has routes by hand");
      refuse(!vrf.connected().isEmpty(), node, "it has connected networks of its own");
    }

    String text() {
      line("hostname " + node.id());
      line("!");
      line("ip bgp-community new-format");
      line("!");
      interfaces();
      bgp();
      vrf.originated().forEach(p -> line("ip route " + net(p) + " Null0"));
      line("!");
      // Writing a route map is what makes the lists known.
      StringBuilder before = new StringBuilder(text);
      text.setLength(0);
      routeMaps.forEach(this::routeMap);
      String maps = text.toString();
      text.setLength(0);
      text.append(before);
      lists();
      text.append(maps);
      line("end");
      return text.toString();
    }

    private void line(String line) {
      text.append(line).append('\n');
    }

    private void interfaces() {
      line("interface Loopback0");
      line(" ip address " + node.routerId() + " 255.255.255.255");
      line("!");
      int number = 0;
      for (Segment s : segments.getOrDefault(vrf.id(), List.of())) {
        refuse(s.kind() != Segment.Kind.LINK, node, s.id() + " is no wire");
        refuse(s.igpCost() > 0, node, "inner routing runs over " + s.id());
        boolean atA = s.a().equals(vrf.id());
        IpAddress own = v4(atA ? s.addressA() : s.addressB(), s.id());
        IpAddress far = v4(atA ? s.addressB() : s.addressA(), s.id());
        line("interface GigabitEthernet0/" + number++);
        line(" description to " + s.other(vrf.id()).node());
        line(" ip address " + own + " " + mask(subnet(own, far)));
        line(" no shutdown");
        line("!");
      }
    }

    private IpAddress v4(@Nullable IpAddress address, String at) {
      if (address == null || address.family() != Family.V4) {
        throw new IllegalArgumentException(node.name() + " has no IPv4 address at " + at + ".");
      }
      return address;
    }

    private void bgp() {
      line("router bgp " + asn);
      line(" bgp router-id " + node.routerId());
      line(" bgp bestpath compare-routerid");
      line(" no synchronization");
      line(" no auto-summary");
      vrf.originated().forEach(p -> line(" network " + netWithWord(p)));
      for (Vrf.Aggregate a : vrf.aggregates()) {
        line(" aggregate-address " + net(a.prefix()) + (a.summaryOnly() ? " summary-only" : ""));
      }
      for (Session s : sessions.getOrDefault(vrf.id(), List.of())) {
        neighbor(s);
      }
      line("!");
    }

    private void neighbor(Session session) {
      Session.End own = session.at(vrf.id());
      Session.End far = session.at(session.other(vrf.id()));
      refuse(session.segment() == null, node, session.id() + " runs between loopbacks");
      refuse(!own.asn().equals(asn), node, session.id() + " has an AS number of its own");
      refuse(own.asOverride(), node, "as-override outside a VRF at " + session.id());
      refuse(own.holdBackNeighborAs(), node, session.id() + " holds paths of the neighbour back");
      refuse(own.bilateralPeer(), node, session.id() + " is a bilateral peering");
      refuse(!own.defaultWhen().isEmpty(), node, session.id() + " has a conditional default route");
      refuse(own.limitV6() != null, node, session.id() + " has a limit on IPv6 prefixes");
      String n = " neighbor " + v4(far.address(), session.id()) + " ";
      line(n + "remote-as " + far.asn());
      line(n + "description " + session.other(vrf.id()).node());
      line(n + "timers " + own.keepaliveSeconds() + " " + own.holdSeconds());
      line(n + "send-community");
      when(own.allowAsIn() > 0, () -> n + "allowas-in " + own.allowAsIn());
      when(own.nextHopSelf(), () -> n + "next-hop-self");
      when(own.reflectorClient(), () -> n + "route-reflector-client");
      when(own.defaultOriginate(), () -> n + "default-originate");
      when(
          own.privateAs() != Session.PrivateAs.KEEP,
          () ->
              n
                  + switch (own.privateAs()) {
                    case KEEP -> "";
                    case REMOVE_IF_ALL -> "remove-private-as";
                    case REMOVE -> "remove-private-as all";
                    case REPLACE -> "remove-private-as all replace-as";
                  });
      when(routeMap(own.importPolicy()), () -> n + "route-map " + name(own.importPolicy()) + " in");
      when(
          routeMap(own.exportPolicy()), () -> n + "route-map " + name(own.exportPolicy()) + " out");
      PrefixLimit limit = own.limitV4();
      if (limit != null) {
        String restart =
            switch (limit.beyond()) {
              case SESSION_IDLE -> "";
              case SESSION_DOWN_AUTO -> " restart 1";
              case WARN_ONLY -> " warning-only";
              default -> {
                refuse(true, node, "what follows beyond the limit of " + session.id());
                yield "";
              }
            };
        line(n + "maximum-prefix " + limit.max() + restart);
      }
    }

    private void when(boolean holds, Supplier<String> line) {
      if (holds) {
        line(line.get());
      }
    }

    private static boolean routeMap(Policy policy) {
      return !policy.equals(Policy.PERMIT);
    }

    private String name(Policy policy) {
      return routeMaps.computeIfAbsent(policy, k -> "POLICY-" + (routeMaps.size() + 1));
    }

    private void routeMap(Policy policy, String name) {
      int number = STEP;
      for (Statement s : policy.statements()) {
        line("route-map " + name + (s.permit() ? " permit " : " deny ") + number);
        matches(s);
        if (s.permit()) {
          sets(s.set());
        }
        number += STEP;
      }
      // Where nothing matches, a route map denies by itself.
      if (policy.otherwise() || policy.statements().isEmpty()) {
        line("route-map " + name + (policy.otherwise() ? " permit " : " deny ") + number);
      }
      line("!");
    }

    private void matches(Statement s) {
      refuse(!s.learned().isEmpty() || !s.from().isEmpty(), node, "a policy asks how a route came");
      if (!s.prefixes().isEmpty()) {
        line(
            " match ip address prefix-list "
                + prefixLists.computeIfAbsent(
                    s.prefixes(), k -> "PREFIXES-" + (prefixLists.size() + 1)));
      }
      if (!s.communities().isEmpty()) {
        line(" match community " + communityList(s.communities()));
      }
      refuse(s.asPath() != null && s.neighbor() != null, node, "a policy asks twice for the path");
      if (s.asPath() != null) {
        line(" match as-path " + pathList(s.asPath().pattern().replace(BOUNDARY, "_")));
      }
      if (s.neighbor() != null) {
        line(" match as-path " + pathList("^" + s.neighbor() + "_"));
      }
    }

    private String communityList(Set<Community> communities) {
      return communityLists.computeIfAbsent(
          communities, k -> "COMMUNITIES-" + (communityLists.size() + 1));
    }

    private String pathList(String pattern) {
      return pathLists.computeIfAbsent(pattern, k -> Integer.toString(pathLists.size() + 1));
    }

    private void sets(Change set) {
      refuse(set.distance() != null, node, "a policy sets a distance");
      refuse(set.hidePrivateAsns(), node, "a policy hides private AS numbers");
      if (set.localPreference() != null) {
        line(" set local-preference " + set.localPreference());
      }
      if (set.med() != null) {
        line(" set metric " + set.med());
      }
      if (set.weight() != null) {
        line(" set weight " + set.weight());
      }
      if (set.prepend() > 0) {
        Asn number = set.prependAsn() == null ? asn : set.prependAsn();
        line(" set as-path prepend" + (" " + number).repeat(set.prepend()));
      }
      if (!set.remove().isEmpty()) {
        line(" set comm-list " + communityList(set.remove()) + " delete");
      }
      if (!set.add().isEmpty()) {
        line(" set community " + sorted(set.add()) + " additive");
      }
    }

    private String sorted(Set<Community> communities) {
      return communities.stream().sorted().map(this::community).collect(Collectors.joining(" "));
    }

    private String community(Community community) {
      refuse(community.isLarge(), node, "the large community " + community);
      if (community.equals(Community.NO_EXPORT)) {
        return "no-export";
      }
      return community.equals(Community.NO_ADVERTISE) ? "no-advertise" : community.toString();
    }

    private void lists() {
      prefixLists.forEach(
          (matches, name) -> {
            int number = 5;
            for (Match m : matches) {
              refuse(m.prefix().family() != Family.V4, node, "a policy on IPv6 prefixes");
              line("ip prefix-list " + name + " seq " + number + " permit " + range(m));
              number += 5;
            }
          });
      communityLists.forEach(
          (communities, name) ->
              communities.stream()
                  .sorted()
                  .forEach(
                      c -> line("ip community-list standard " + name + " permit " + community(c))));
      pathLists.forEach(
          (pattern, name) -> line("ip as-path access-list " + name + " permit " + pattern));
      line("!");
    }
  }

  private static String range(Match m) {
    int length = m.prefix().length();
    String ge = m.ge() > length ? " ge " + m.ge() : "";
    String le = m.le() > m.ge() || m.le() > length ? " le " + m.le() : "";
    return m.prefix() + ge + le;
  }

  /** The longest prefix in which both are addresses of hosts. */
  private static Prefix subnet(IpAddress a, IpAddress b) {
    for (int length = 31; length > 0; length--) {
      Prefix p = Prefix.containing(a, length);
      long last = (1L << (32 - length)) - 1;
      boolean hosts =
          length == 31
              || (!a.equals(p.host(0))
                  && !b.equals(p.host(0))
                  && !a.equals(p.host(last))
                  && !b.equals(p.host(last)));
      if (p.contains(b) && hosts) {
        return p;
      }
    }
    throw new IllegalArgumentException(a + " and " + b + " have no network in common.");
  }

  private static IpAddress mask(Prefix prefix) {
    return IpAddress.v4(prefix.length() == 0 ? 0 : -1L << (32 - prefix.length()));
  }

  private static String net(Prefix prefix) {
    return prefix.address() + " " + mask(prefix);
  }

  private static String netWithWord(Prefix prefix) {
    return prefix.address() + " mask " + mask(prefix);
  }
}
