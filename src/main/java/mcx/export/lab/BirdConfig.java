package mcx.export.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Port;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.network.Policy;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * The file of one BIRD router. BGP has the tables {@code master4} and {@code master6} to itself;
 * what next hops are looked up in, interfaces and inner routing, is kept apart in {@code inner4}
 * and {@code inner6}.
 */
final class BirdConfig {

  private static final int OWN_PREFERENCE = 250;

  /** The customary distance of outer BGP routes: static routes below it win over them. */
  private static final int BGP_DISTANCE = 20;

  private final LabPlan plan;
  private final Router router;
  private final Vrf vrf;
  private final BirdPolicy policy;
  private final List<String> lines = new ArrayList<>();

  private BirdConfig(LabPlan plan, Router router) {
    this.plan = plan;
    this.router = router;
    this.vrf = router.table();
    this.policy = new BirdPolicy(plan, router);
  }

  static String text(LabPlan plan, Router router) {
    BirdConfig c = new BirdConfig(plan, router);
    c.write();
    return String.join("\n", c.lines) + "\n";
  }

  /** What this router needs and BIRD does not have, in words; null where it has all. */
  static @Nullable String lacking(Router router) {
    Vrf vrf = router.table();
    if (!vrf.aggregates().isEmpty()) {
      return "summaries";
    }
    for (Peering p : router.peerings()) {
      Session.End end = p.mine();
      if (end.defaultOriginate()) {
        return "default route sent by hand";
      }
      for (Policy policy : List.of(end.importPolicy(), end.exportPolicy())) {
        for (Statement s : policy.statements()) {
          if (s.asPath() != null && PathPattern.mask(s.asPath()) == null) {
            return "regular expressions over AS paths";
          }
        }
      }
    }
    return null;
  }

  private void add(String line) {
    lines.add(line);
  }

  private void write() {
    add("# " + LabText.ascii(router.label()));
    add("router id " + router.routerId() + ";");
    add("ipv4 table inner4;");
    add("ipv6 table inner6;");
    add("protocol device { scan time 5; }");
    add("protocol direct { ipv4 { table inner4; }; ipv6 { table inner6; }; }");
    if (router.hasIgp()) {
      add("protocol kernel { ipv4 { table inner4; import none; export all; }; }");
      ospf("v2", "inner4", router.loopback() + "/32");
      if (plan.v6()) {
        add("protocol kernel { ipv6 { table inner6; import none; export all; }; }");
        ospf("v3", "inner6", router.loopback6() + "/128");
      }
    }
    if (router.asn() == null) {
      return;
    }
    lines.addAll(BirdPolicy.functions());
    for (Family family : Family.values()) {
      if (family == Family.V4 || plan.v6()) {
        own(family);
        byHand(family);
        connected(family);
        putIn(family);
      }
    }
    router.peerings().forEach(this::peering);
  }

  private void ospf(String version, String table, String loopback) {
    String channel = version.equals("v2") ? "ipv4" : "ipv6";
    add("protocol ospf " + version + " ospf_" + version + " {");
    add("  " + channel + " { table " + table + "; import all; export none; };");
    add("  area 0 {");
    for (Port p : router.ports()) {
      if (p.cost() > 0) {
        add(
            "    interface \""
                + p.name()
                + "\" { retransmit 2; cost "
                + p.cost()
                + "; type ptp; hello 1; dead 4;"
                + (p.passive() ? " stub;" : "")
                + " };");
      }
    }
    // FRR has no smaller cost for a loopback in OSPFv3.
    add("    stubnet " + loopback + " { cost " + (version.equals("v2") ? 0 : 1) + "; };");
    add("  };");
    add("}");
  }

  private static String suffix(Family family) {
    return family == Family.V4 ? "_v4" : "_v6";
  }

  private static String channel(Family family) {
    return family == Family.V4 ? "ipv4" : "ipv6";
  }

  private void statics(String name, Family family, List<String> routes) {
    if (!routes.isEmpty()) {
      add("protocol static " + name + suffix(family) + " {");
      add("  " + channel(family) + " { preference " + OWN_PREFERENCE + "; };");
      routes.forEach(r -> add("  route " + r));
      add("}");
    }
  }

  private void own(Family family) {
    statics(
        "own",
        family,
        vrf.originated().stream()
            .filter(p -> p.family() == family)
            .map(p -> p + " blackhole { bgp_origin = ORIGIN_IGP; };")
            .toList());
  }

  private void byHand(Family family) {
    List<String> routes = new ArrayList<>();
    for (Vrf.StaticRoute s : vrf.statics()) {
      if (s.redistribute() && s.prefix().family() == family) {
        String to = target(s.segment(), s.nextHop() != null, s, family);
        if (to != null) {
          int preference =
              s.distance() < BGP_DISTANCE
                  ? OWN_PREFERENCE - s.distance()
                  : Math.max(1, BirdPolicy.USUAL_PREFERENCE - s.distance() / 3);
          routes.add(
              s.prefix()
                  + " "
                  + to
                  + " { preference = "
                  + preference
                  + "; bgp_origin = ORIGIN_INCOMPLETE; };");
        }
      }
    }
    statics("hand", family, routes);
  }

  private @Nullable String target(
      @Nullable String segment, boolean toTable, Vrf.StaticRoute s, Family family) {
    if (segment == null) {
      return !toTable || (s.nextHop() != null && LabText.isPresent(plan, s.nextHop()))
          ? "blackhole"
          : null;
    }
    Port port = LabText.portOf(plan, router, segment);
    return port == null ? null : "via " + LabText.otherEnd(port, family);
  }

  private void connected(Family family) {
    List<String> routes = new ArrayList<>();
    for (Vrf.Connected c : vrf.connected()) {
      if (c.redistribute() && c.prefix().family() == family) {
        String port = c.segment() == null ? null : LabText.port(plan, router, c.segment());
        if (c.segment() == null || port != null) {
          routes.add(
              c.prefix()
                  + (port == null ? " blackhole" : " via \"" + port + "\"")
                  + " { bgp_origin = ORIGIN_INCOMPLETE; };");
        }
      }
    }
    statics("connected", family, routes);
  }

  private void putIn(Family family) {
    Map<String, List<String>> byEdge = new LinkedHashMap<>();
    for (Injection i : plan.injectedAt(vrf.id())) {
      Route r = i.route();
      if (i.kind() == Injection.Kind.ROUTE && r != null && i.prefix().family() == family) {
        byEdge
            .computeIfAbsent(BirdPolicy.putIn(plan, router, i.edge()), k -> new ArrayList<>())
            .add(i.prefix() + " blackhole { " + attributes(r) + "};");
      }
    }
    byEdge.forEach((name, routes) -> statics(name, family, routes));
  }

  private static String attributes(Route r) {
    StringBuilder all = new StringBuilder();
    all.append("bgp_origin = ORIGIN_").append(r.origin()).append("; ");
    for (int i = r.asPath().length() - 1; i >= 0; i--) {
      all.append("bgp_path.prepend(").append(r.asPath().get(i)).append("); ");
    }
    all.append("bgp_local_pref = ").append(r.localPreference()).append("; ");
    if (r.med() != 0) {
      all.append("bgp_med = ").append(r.med()).append("; ");
    }
    for (Community c : r.communities().stream().sorted().toList()) {
      all.append(BirdPolicy.list(c)).append(".add(").append(BirdPolicy.pair(c)).append("); ");
    }
    return all.toString();
  }

  private void peering(Peering p) {
    List<Injection> injections = plan.injectedAt(vrf.id());
    for (Family family : Family.values()) {
      if (family == Family.V4 || plan.v6()) {
        lines.addAll(policy.importing("in_" + p.key() + suffix(family), p, family, injections));
        lines.addAll(policy.exporting("out_" + p.key() + suffix(family), p, family));
      }
    }
    Session.End end = p.mine();
    add("protocol bgp " + p.key() + " {");
    add("  description \"" + LabText.ascii(p.session().id()) + "\";");
    add("  local " + p.local() + " as " + end.asn() + ";");
    add("  neighbor " + p.remote() + " as " + p.theirs().asn() + ";");
    add(
        "  connect retry time 1; connect delay time 1; error wait time 1, 2; startup hold time "
            + LabText.HOLD
            + ";");
    add("  hold time " + LabText.HOLD + "; keepalive time " + LabText.KEEPALIVE + ";");
    add("  graceful restart off; long lived graceful restart off;");
    // Not "deterministic med": with it BIRD 2.0.12 at times keeps a route that has become worse.
    if (vrf.selection().contains(Vrf.Key.ALWAYS_MED)) {
      add("  med metric on;");
    }
    if (p.inner() && p.port() != null) {
      add("  direct;");
    }
    if (p.inner() && end.reflectorClient()) {
      add("  rr client;");
    }
    if (end.allowAsIn() > 0) {
      add("  allow local as " + end.allowAsIn() + ";");
    }
    for (Family family : Family.values()) {
      if (family == Family.V4 || plan.v6()) {
        channel(p, family);
      }
    }
    add("}");
  }

  private void channel(Peering p, Family family) {
    Session.End end = p.mine();
    add("  " + channel(family) + " {");
    add("    igp table " + (family == Family.V4 ? "inner4" : "inner6") + ";");
    add("    import filter in_" + p.key() + suffix(family) + ";");
    add("    export filter out_" + p.key() + suffix(family) + ";");
    if (p.inner()) {
      add("    gateway recursive;");
      if (end.nextHopSelf()) {
        add("    next hop self ebgp;");
      }
    } else {
      add("    next hop self;");
    }
    if (family == Family.V6) {
      add("    next hop address " + p.local6() + ";");
    }
    PrefixLimit limit = family == Family.V4 ? end.limitV4() : end.limitV6();
    if (limit != null) {
      switch (limit.beyond()) {
        case SESSION_DOWN_AUTO, SESSION_IDLE, CONNECTION_DOWN -> {
          if (limit.allSent()) {
            add("    import keep filtered on;");
          }
          String of = limit.allSent() ? "receive" : "import";
          add("    " + of + " limit " + limit.max() + " action disable;");
        }
        case WARN_ONLY, DROP_EXCESS, DROP_EXCESS_ORDERED, REJECT_CONFIG, UNKNOWN -> {}
      }
    }
    add("  };");
  }
}
