package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Port;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/** The files of one FRR router, a file for each of its daemons. */
final class FrrConfig {

  /** FRR takes no larger number where it was built as usual. */
  private static final int MOST_PATHS = 64;

  /** Marks routes by hand that are offered to BGP, between staticd and bgpd. */
  static final int STATIC_TAG = 1;

  /** The same for the networks of interfaces. */
  static final int CONNECTED_TAG = 2;

  private final LabPlan plan;
  private final Router router;
  private final Vrf vrf;
  private final Tags tags;
  private final FrrPolicy policy;
  private final SortedMap<String, String> ownMaps = new TreeMap<>();

  private FrrConfig(LabPlan plan, Router router) {
    this.plan = plan;
    this.router = router;
    this.vrf = router.table();
    this.tags = new Tags(plan, router);
    this.policy = new FrrPolicy(tags, Tags.privateNumbers(plan));
  }

  /** The files by name; the name without its ending is the daemon's. */
  static SortedMap<String, String> files(LabPlan plan, Router router) {
    FrrConfig c = new FrrConfig(plan, router);
    SortedMap<String, String> files = new TreeMap<>();
    files.put("zebra.conf", text(c.zebra()));
    if (router.asn() != null) {
      files.put("bgpd.conf", text(c.bgp()));
    }
    List<String> statics = c.statics();
    if (!statics.isEmpty()) {
      files.put("staticd.conf", text(c.headed(statics)));
    }
    if (router.hasIgp()) {
      files.put("ospfd.conf", text(c.ospf()));
      if (plan.v6()) {
        files.put("ospf6d.conf", text(c.ospf6()));
      }
    }
    return files;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private List<String> headed(List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add("! " + LabText.ascii(router.label()));
    all.add("hostname " + router.key());
    all.addAll(lines);
    return all;
  }

  private List<String> zebra() {
    List<String> lines = new ArrayList<>(List.of("ip forwarding", "ipv6 forwarding"));
    return headed(lines);
  }

  private List<String> statics() {
    List<String> lines = new ArrayList<>();
    for (Vrf.StaticRoute s : vrf.statics()) {
      String out = gateway(s);
      if (out != null) {
        lines.add(
            route(s.prefix())
                + out
                + (s.redistribute() ? " tag " + STATIC_TAG : "")
                + (s.distance() == 1 ? "" : " " + s.distance()));
      }
    }
    for (Vrf.Connected c : vrf.connected()) {
      if (c.redistribute()) {
        String port = c.segment() == null ? "Null0" : LabText.port(plan, router, c.segment());
        if (port != null) {
          lines.add(route(c.prefix()) + port + " tag " + CONNECTED_TAG);
        }
      }
    }
    return lines;
  }

  private static String route(Prefix p) {
    return (p.family() == Family.V4 ? "ip" : "ipv6") + " route " + p + " ";
  }

  /** Where a static route leads in the lab; null where the lab does not have it. */
  private @Nullable String gateway(Vrf.StaticRoute s) {
    if (s.segment() == null) {
      return s.nextHop() == null || LabText.isPresent(plan, s.nextHop()) ? "Null0" : null;
    }
    Port port = LabText.portOf(plan, router, s.segment());
    if (port == null) {
      return null;
    }
    IpAddress other = LabText.otherEnd(port, s.prefix().family());
    return other + (s.prefix().family() == Family.V4 ? "" : " " + port.name());
  }

  private List<String> ospf() {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("interface lo", " ip ospf area 0", "exit"));
    for (Port p : router.ports()) {
      if (p.cost() > 0) {
        lines.add("interface " + p.name());
        lines.add(" ip ospf area 0");
        lines.add(" ip ospf cost " + p.cost());
        lines.add(" ip ospf network point-to-point");
        lines.add(" ip ospf hello-interval 1");
        lines.add(" ip ospf dead-interval 4");
        lines.add(" ip ospf retransmit-interval 3");
        if (p.passive()) {
          lines.add(" ip ospf passive");
        }
        lines.add("exit");
      }
    }
    lines.add("router ospf");
    lines.add(" ospf router-id " + router.loopback());
    lines.add(" timers throttle spf 10 50 200");
    lines.add(" timers throttle lsa all 0");
    lines.add(" timers lsa min-arrival 0");
    lines.add("exit");
    return headed(lines);
  }

  private List<String> ospf6() {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of("interface lo", " ipv6 ospf6 area 0", " ipv6 ospf6 cost 1", "exit"));
    for (Port p : router.ports()) {
      if (p.cost() > 0) {
        lines.add("interface " + p.name());
        lines.add(" ipv6 ospf6 area 0");
        lines.add(" ipv6 ospf6 cost " + p.cost());
        lines.add(" ipv6 ospf6 network point-to-point");
        lines.add(" ipv6 ospf6 hello-interval 1");
        lines.add(" ipv6 ospf6 dead-interval 4");
        lines.add(" ipv6 ospf6 retransmit-interval 3");
        if (p.passive()) {
          lines.add(" ipv6 ospf6 passive");
        }
        lines.add("exit");
      }
    }
    lines.add("router ospf6");
    lines.add(" ospf6 router-id " + router.loopback());
    lines.add(" timers throttle spf 10 50 200");
    lines.add(" timers lsa min-arrival 0");
    lines.add("exit");
    return headed(lines);
  }

  private List<String> bgp() {
    List<String> lines = new ArrayList<>();
    Asn asn = router.number();
    lines.add("router bgp " + asn);
    lines.add(" bgp router-id " + router.routerId());
    lines.add(" no bgp ebgp-requires-policy");
    lines.add(" no bgp network import-check");
    lines.add(" bgp bestpath compare-routerid");
    lines.add(" bgp deterministic-med");
    if (vrf.selection().contains(Vrf.Key.ALWAYS_MED)) {
      lines.add(" bgp always-compare-med");
    }
    if (vrf.multipath()) {
      lines.add(" bgp bestpath as-path multipath-relax");
    }
    if (router.peerings().stream().anyMatch(p -> p.mine().reflectorClient())) {
      lines.add(" bgp route-reflector allow-outbound-policy");
    }
    lines.add(" coalesce-time 0");
    lines.add(" timers bgp " + LabText.KEEPALIVE + " " + LabText.HOLD);
    for (Peering p : router.peerings()) {
      neighbor(p, asn, lines);
    }
    for (Family family : Family.values()) {
      if (family == Family.V4 || plan.v6()) {
        family(family, lines);
      }
    }
    lines.add("exit");
    List<String> all = new ArrayList<>(policy.lines());
    all.addAll(lines);
    return headed(all);
  }

  private void neighbor(Peering p, Asn asn, List<String> lines) {
    String n = " neighbor " + p.remote() + " ";
    lines.add(n + "remote-as " + p.theirs().asn());
    lines.add(n + "description " + LabText.ascii(p.session().id()));
    lines.add(n + "update-source " + p.local());
    lines.add(n + "timers connect 1");
    lines.add(n + "advertisement-interval 0");
    if (!p.inner()) {
      lines.add(n + "disable-connected-check");
    }
    if (!p.mine().asn().equals(asn)) {
      lines.add(
          n
              + "local-as "
              + p.mine().asn()
              + switch (p.mine().localAs()) {
                case REPLACE -> " no-prepend replace-as";
                case NO_PREPEND -> " no-prepend";
                case PREPEND -> "";
              });
    }
  }

  private void family(Family family, List<String> lines) {
    List<Injection> injections = plan.injectedAt(vrf.id());
    lines.add(" address-family " + (family == Family.V4 ? "ipv4" : "ipv6") + " unicast");
    int paths = vrf.sharing().byLink() ? MOST_PATHS : Math.min(vrf.sharing().most(), MOST_PATHS);
    lines.add("  maximum-paths " + paths);
    lines.add("  maximum-paths ibgp " + paths);
    for (Prefix p : vrf.originated()) {
      if (p.family() == family) {
        lines.add("  network " + p + ownMap("own", Learned.LOCAL));
      }
    }
    int n = 0;
    for (Injection i : injections) {
      if (i.kind() == Injection.Kind.ROUTE) {
        n++;
        if (i.prefix().family() == family) {
          lines.add(
              "  network "
                  + i.prefix()
                  + " route-map "
                  + policy.own("put-in-" + n, Learned.PROPAGATED, i.route(), i.edge()));
        }
      }
    }
    boolean statics =
        vrf.statics().stream().anyMatch(s -> s.redistribute() && s.prefix().family() == family);
    boolean connected =
        vrf.connected().stream().anyMatch(c -> c.redistribute() && c.prefix().family() == family);
    if (statics || connected) {
      lines.add("  redistribute static route-map " + handMap());
    }
    for (Vrf.Aggregate a : vrf.aggregates()) {
      if (a.prefix().family() == family) {
        lines.add(
            "  aggregate-address "
                + a.prefix()
                + (a.summaryOnly() ? " summary-only" : "")
                + ownMap("summary", Learned.AGGREGATE));
      }
    }
    for (Peering p : router.peerings()) {
      neighbor(p, family, injections, lines);
    }
    lines.add(" exit-address-family");
  }

  private String ownMap(String name, Learned learned) {
    return tags.used()
        ? " route-map " + ownMaps.computeIfAbsent(name, k -> policy.own(name, learned, null, null))
        : "";
  }

  private String handMap() {
    return ownMaps.computeIfAbsent(
        "by-hand",
        k ->
            policy.redistributed(
                vrf.statics().stream().anyMatch(Vrf.StaticRoute::redistribute),
                vrf.connected().stream().anyMatch(Vrf.Connected::redistribute)));
  }

  private void neighbor(Peering p, Family family, List<Injection> injections, List<String> lines) {
    Session.End end = p.mine();
    String n = "  neighbor " + p.remote() + " ";
    lines.add(n + "activate");
    lines.add(n + "send-community all");
    if (p.inner() && end.nextHopSelf()) {
      lines.add(n + "next-hop-self");
    }
    if (p.inner() && end.reflectorClient()) {
      lines.add(n + "route-reflector-client");
    }
    if (end.allowAsIn() > 0) {
      lines.add(n + "allowas-in " + Math.min(10, end.allowAsIn()));
    }
    if (end.asOverride()) {
      lines.add(n + "as-override");
    }
    if (!p.inner()) {
      switch (end.privateAs()) {
        case KEEP -> {}
        case REMOVE_IF_ALL -> lines.add(n + "remove-private-AS");
        case REMOVE -> lines.add(n + "remove-private-AS all");
        case REPLACE -> lines.add(n + "remove-private-AS all replace-AS");
      }
    }
    if (end.defaultOriginate()) {
      String map =
          end.defaultWhen().isEmpty()
              ? ""
              : " route-map "
                  + policy.passing(
                      "when-" + p.key() + (family == Family.V4 ? "-v4" : "-v6"),
                      family,
                      end.defaultWhen());
      lines.add(n + "default-originate" + map);
    }
    String in = policy.importing(p, family, injections);
    if (in != null) {
      lines.add(n + "route-map " + in + " in");
    }
    String out = policy.exporting(p, family);
    if (out != null) {
      lines.add(n + "route-map " + out + " out");
    }
    PrefixLimit limit = family == Family.V4 ? end.limitV4() : end.limitV6();
    if (limit != null) {
      String all = "";
      if (limit.allSent()) {
        // Refused routes count only where they are remembered.
        lines.add(n + "soft-reconfiguration inbound");
        all = " force";
      }
      switch (limit.beyond()) {
        case SESSION_DOWN_AUTO, SESSION_IDLE, CONNECTION_DOWN ->
            lines.add(n + "maximum-prefix " + limit.max() + all);
        case WARN_ONLY -> lines.add(n + "maximum-prefix " + limit.max() + " warning-only" + all);
        case DROP_EXCESS, DROP_EXCESS_ORDERED, REJECT_CONFIG, UNKNOWN -> {}
      }
    }
  }
}
