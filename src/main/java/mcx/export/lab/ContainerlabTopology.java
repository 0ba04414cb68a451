package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.export.lab.LabPlan.Port;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.IpAddress;

/** {@code lab.clab.yml}: the lab as containers, for those who have containerlab. */
final class ContainerlabTopology {

  private static final String FRR_IMAGE = "quay.io/frrouting/frr:8.4.4";

  /** The node that joins provider edges, and their port to it. */
  private static final String CORE = "core";

  private ContainerlabTopology() {}

  /** The topology, and what its containers need beside the daemons' files. */
  static SortedMap<String, String> files(LabPlan plan) {
    SortedMap<String, String> files = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    lines.add("# Images of BIRD 2 and GoBGP with iproute2 and a shell are yours to name:");
    lines.add("#   BIRD_IMAGE=... GOBGP_IMAGE=... containerlab deploy -t lab.clab.yml");
    lines.add("name: mcx-" + plan.name());
    lines.add("topology:");
    lines.add("  nodes:");
    for (Router r : plan.routers()) {
      node(plan, r, lines);
      if (r.daemon() == LabDaemon.FRR) {
        files.put("routers/" + r.key() + "/daemons", daemons(plan, r));
        files.put("routers/" + r.key() + "/vtysh.conf", "no service integrated-vtysh-config\n");
      }
    }
    List<String> links = new ArrayList<>();
    for (LabPlan.Wire w : plan.wires()) {
      links.add(link(w.a(), w.port(), w.b(), w.port()));
    }
    List<Router> edges = plan.routers().stream().filter(r -> r.core() != null).toList();
    if (!edges.isEmpty()) {
      core(edges, lines);
      edges.forEach(r -> links.add(link(r.key(), CORE, CORE, r.key())));
    }
    // A list of links must not be empty.
    if (!links.isEmpty()) {
      lines.add("  links:");
      lines.addAll(links);
    }
    files.put("lab.clab.yml", String.join("\n", lines) + "\n");
    return files;
  }

  private static String link(String a, String portA, String b, String portB) {
    return "    - endpoints: [\"" + a + ":" + portA + "\", \"" + b + ":" + portB + "\"]";
  }

  /** The network that joins provider edges: a node that does nothing but bridge. */
  private static void core(List<Router> edges, List<String> lines) {
    lines.add("    " + CORE + ":");
    lines.add("      kind: linux");
    lines.add("      image: " + FRR_IMAGE);
    lines.add("      cmd: sleep infinity");
    lines.add("      exec:");
    lines.add("        - ip link add br0 type bridge");
    lines.add("        - ip link set br0 up");
    edges.forEach(r -> lines.add("        - ip link set " + r.key() + " master br0 up"));
  }

  private static void node(LabPlan plan, Router r, List<String> lines) {
    String folder = "routers/" + r.key() + "/";
    lines.add("    " + r.key() + ":");
    lines.add("      kind: linux");
    lines.add("      # " + LabText.ascii(r.label()));
    switch (r.daemon()) {
      case FRR -> {
        lines.add("      image: " + FRR_IMAGE);
        lines.add("      binds:");
        List<String> configs = new ArrayList<>(List.of("daemons", "vtysh.conf"));
        configs.addAll(FrrConfig.files(plan, r).keySet());
        configs.forEach(f -> lines.add("        - " + folder + f + ":/etc/frr/" + f));
      }
      case BIRD -> {
        lines.add("      image: ${BIRD_IMAGE:=bird:2}");
        lines.add("      binds:");
        lines.add("        - " + folder + "bird.conf:/etc/bird/bird.conf");
        lines.add("      cmd: bird -f -c /etc/bird/bird.conf");
      }
      case GOBGP -> {
        lines.add("      image: ${GOBGP_IMAGE:=gobgp:3}");
        lines.add("      binds:");
        lines.add("        - " + folder + "gobgpd.toml:/etc/gobgpd.toml");
        if (hasRoutes(plan, r)) {
          lines.add("        - " + folder + GobgpConfig.ROUTES + ":/etc/routes.sh");
        }
        lines.add("      cmd: gobgpd -t toml -f /etc/gobgpd.toml");
      }
      case NONE -> {
        lines.add("      image: " + FRR_IMAGE);
        lines.add("      cmd: sleep infinity");
      }
    }
    lines.add("      exec:");
    lines.add("        - sysctl -w net.ipv4.ip_forward=1");
    if (plan.v6()) {
      lines.add("        - sysctl -w net.ipv6.conf.all.forwarding=1");
    }
    if (r.core() != null) {
      lines.add(
          "        - ip addr add " + r.core() + "/" + LabAddresses.CORE_LENGTH + " dev " + CORE);
    }
    lines.add("        - ip addr add " + r.loopback() + "/32 dev lo");
    if (plan.v6()) {
      lines.add("        - ip addr add " + r.loopback6() + "/128 dev lo");
    }
    for (Port p : r.ports()) {
      for (IpAddress a : p.addresses()) {
        lines.add("        - ip addr add " + a + "/31 dev " + p.name());
      }
      if (plan.v6()) {
        lines.add("        - ip addr add " + p.address6() + "/127 dev " + p.name() + " nodad");
      }
    }
    if (hasRoutes(plan, r)) {
      lines.add("        - sh /etc/routes.sh");
    }
  }

  /** Whether a router is told routes by commands once it runs. */
  private static boolean hasRoutes(LabPlan plan, Router r) {
    return r.daemon() == LabDaemon.GOBGP
        && GobgpConfig.files(plan, r).containsKey(GobgpConfig.ROUTES);
  }

  /** FRR's list of what to start. */
  private static String daemons(LabPlan plan, Router r) {
    SortedMap<String, String> files = FrrConfig.files(plan, r);
    StringBuilder text = new StringBuilder("zebra=yes\n");
    for (String daemon : List.of("bgpd", "ospfd", "ospf6d", "staticd")) {
      text.append(daemon).append(files.containsKey(daemon + ".conf") ? "=yes\n" : "=no\n");
    }
    return text.append("vtysh_enable=yes\n").toString();
  }
}
