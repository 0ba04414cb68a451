package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcx.export.lab.LabPlan.Mesh;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.RouteTarget;
import mcx.network.Network;
import mcx.network.Policy;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * The files of one provider edge, run by GoBGP: its VRFs, their sessions, and sessions to the other
 * edges that carry routes of VPNs.
 *
 * <p>GoBGP chooses among the routes to one prefix of one route distinguisher only, and not again
 * within a VRF. So VRFs that give each other their routes share a distinguisher: then the choice
 * among all of them is that of the VRF.
 */
final class GobgpConfig {

  /** The file of commands that bring the VRFs' own routes in. */
  static final String ROUTES = "routes.sh";

  private final LabPlan plan;
  private final Router router;
  private final List<String> lines = new ArrayList<>();

  private GobgpConfig(LabPlan plan, Router router) {
    this.plan = plan;
    this.router = router;
  }

  static SortedMap<String, String> files(LabPlan plan, Router router) {
    GobgpConfig c = new GobgpConfig(plan, router);
    c.write();
    SortedMap<String, String> files = new TreeMap<>();
    files.put("gobgpd.toml", String.join("\n", c.lines) + "\n");
    List<String> routes = c.routes();
    if (!routes.isEmpty()) {
      files.put(ROUTES, String.join("\n", routes) + "\n");
    }
    return files;
  }

  /** What this edge needs and the lab's GoBGP does not have, in words; null where it has all. */
  static @Nullable String lacking(Network network, Router router) {
    TreeSet<String> all = new TreeSet<>();
    for (Vrf v : router.tables()) {
      if (!v.aggregates().isEmpty()) {
        all.add("summaries");
      }
      if (v.asn() != null && !v.asn().equals(router.asn())) {
        all.add("a number of its own for each VRF in paths towards other VRFs");
      }
    }
    for (VpnDomain d : network.vpnDomains()) {
      if (!d.costs().isEmpty()
          && router.tables().stream().anyMatch(v -> d.vrfs().contains(v.id()))) {
        all.add("costs across the core");
      }
    }
    for (Peering p : router.peerings()) {
      Session.End end = p.mine();
      if (end.defaultOriginate()) {
        all.add("default routes sent by hand");
      }
      for (Policy policy : List.of(end.importPolicy(), end.exportPolicy())) {
        for (Statement s : policy.statements()) {
          if (s.set().hidePrivateAsns() || s.set().weight() != null) {
            all.add("weights, and hiding of private numbers by policy");
          }
        }
      }
    }
    return all.isEmpty() ? null : String.join(", ", all);
  }

  private void write() {
    GobgpPolicy policy = new GobgpPolicy(plan, router);
    List<String> policies = policy.lines();
    lines.add("# " + LabText.ascii(router.label()));
    lines.add("[global.config]");
    lines.add("  as = " + router.number());
    lines.add("  router-id = \"" + router.routerId() + "\"");
    lines.add("[global.apply-policy.config]");
    lines.add("  import-policy-list = [" + String.join(", ", policy.importing()) + "]");
    lines.add("  export-policy-list = [" + String.join(", ", policy.exporting()) + "]");
    lines.add("  default-import-policy = \"accept-route\"");
    lines.add("  default-export-policy = \"accept-route\"");
    lines.add("[global.route-selection-options.config]");
    lines.add("  external-compare-router-id = true");
    for (Mesh m : plan.meshes()) {
      if (m.a().equals(router)) {
        mesh(m.b(), false);
      } else if (m.b().equals(router)) {
        mesh(m.a(), true);
      }
    }
    for (Peering p : router.peerings()) {
      peering(p);
    }
    int id = 0;
    for (Vrf v : router.tables()) {
      id++;
      lines.add("[[vrfs]]");
      lines.add("  [vrfs.config]");
      lines.add("    name = \"" + LabText.vrfName(router, v) + "\"");
      lines.add("    id = " + id);
      lines.add("    rd = \"" + plan.distinguisher(router, v) + "\"");
      RouteTarget own = plan.ownTarget(router, v);
      lines.add("    import-rt-list = [" + targets(v.imports(), own) + "]");
      lines.add("    export-rt-list = [" + targets(v.exports(), own) + "]");
    }
    lines.addAll(policies);
  }

  private static String targets(Set<RouteTarget> targets, @Nullable RouteTarget own) {
    return Stream.concat(targets.stream().sorted(), Stream.ofNullable(own))
        .map(t -> "\"" + t + "\"")
        .collect(Collectors.joining(", "));
  }

  private void mesh(Router other, boolean passive) {
    lines.add("[[neighbors]]");
    lines.add("  [neighbors.config]");
    lines.add("    neighbor-address = \"" + other.core() + "\"");
    lines.add("    peer-as = " + other.number());
    timers();
    lines.add("  [neighbors.transport.config]");
    lines.add("    local-address = \"" + router.core() + "\"");
    if (passive) {
      lines.add("    passive-mode = true");
    }
    family("l3vpn-ipv4-unicast", null);
    if (plan.v6()) {
      family("l3vpn-ipv6-unicast", null);
    }
  }

  private void timers() {
    lines.add("  [neighbors.timers.config]");
    lines.add("    connect-retry = 1");
    lines.add("    idle-hold-time-after-reset = 1");
    lines.add("    hold-time = " + LabText.HOLD);
    lines.add("    keepalive-interval = " + LabText.KEEPALIVE);
  }

  private void family(String name, @Nullable PrefixLimit limit) {
    lines.add("  [[neighbors.afi-safis]]");
    lines.add("    [neighbors.afi-safis.config]");
    lines.add("      afi-safi-name = \"" + name + "\"");
    if (limit != null) {
      switch (limit.beyond()) {
        case SESSION_DOWN_AUTO, SESSION_IDLE, CONNECTION_DOWN -> {
          lines.add("    [neighbors.afi-safis.prefix-limit.config]");
          lines.add("      max-prefixes = " + limit.max());
        }
        case WARN_ONLY, DROP_EXCESS, DROP_EXCESS_ORDERED, REJECT_CONFIG, UNKNOWN -> {}
      }
    }
  }

  private void peering(Peering p) {
    Session.End end = p.mine();
    Vrf vrf =
        router.tables().stream().filter(v -> v.id().equals(p.table())).findFirst().orElseThrow();
    lines.add("[[neighbors]]");
    lines.add("  [neighbors.config]");
    lines.add("    neighbor-address = \"" + p.remote() + "\"");
    lines.add("    peer-as = " + p.theirs().asn());
    lines.add("    vrf = \"" + LabText.vrfName(router, vrf) + "\"");
    if (!end.asn().equals(router.number())) {
      lines.add("    local-as = " + end.asn());
    }
    switch (end.privateAs()) {
      case KEEP, REMOVE_IF_ALL -> {}
      case REMOVE -> lines.add("    remove-private-as = \"remove-private-as-option-all\"");
      case REPLACE -> lines.add("    remove-private-as = \"remove-private-as-option-replace\"");
    }
    if (end.allowAsIn() > 0 || end.asOverride()) {
      lines.add("  [neighbors.as-path-options.config]");
      if (end.allowAsIn() > 0) {
        lines.add("    allow-own-as = " + end.allowAsIn());
      }
      if (end.asOverride()) {
        lines.add("    replace-peer-as = true");
      }
    }
    timers();
    lines.add("  [neighbors.transport.config]");
    lines.add("    local-address = \"" + p.local() + "\"");
    family("ipv4-unicast", end.limitV4());
    if (plan.v6()) {
      family("ipv6-unicast", end.limitV6());
    }
  }

  /** The commands that put the VRFs' own routes in. */
  private List<String> routes() {
    List<String> commands = new ArrayList<>();
    for (Vrf v : router.tables()) {
      String name = LabText.vrfName(router, v);
      v.originated().forEach(p -> commands.add(add(name, p, "igp")));
      v.statics().stream()
          .filter(Vrf.StaticRoute::redistribute)
          .forEach(s -> commands.add(add(name, s.prefix(), "incomplete")));
      v.connected().stream()
          .filter(Vrf.Connected::redistribute)
          .forEach(c -> commands.add(add(name, c.prefix(), "incomplete")));
      for (Injection i : plan.injectedAt(v.id())) {
        if (i.kind() == Injection.Kind.ROUTE && i.route() != null) {
          commands.add(
              add(name, i.prefix(), FrrPolicy.origin(i.route().origin()))
                  + (i.route().asPath().isEmpty()
                      ? ""
                      : " aspath " + i.route().asPath().toString().replace(' ', ','))
                  + (i.route().med() == 0 ? "" : " med " + i.route().med())
                  + " local-pref "
                  + i.route().localPreference());
        }
      }
    }
    return commands;
  }

  private static String add(String vrf, Prefix p, String origin) {
    return "gobgp vrf "
        + vrf
        + " rib add "
        + p
        + " origin "
        + origin
        + " -a "
        + (p.family() == Family.V4 ? "ipv4" : "ipv6");
  }
}
