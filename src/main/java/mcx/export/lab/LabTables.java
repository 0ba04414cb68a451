package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Port;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.IpAddress;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Origin;

/** The tables in {@code plan/} that {@code lab.sh} works by: fields are separated by tabs. */
final class LabTables {

  private final LabPlan plan;
  private final SortedMap<String, String> files = new TreeMap<>();

  private LabTables(LabPlan plan) {
    this.plan = plan;
  }

  /** The files by path. */
  static SortedMap<String, String> of(LabPlan plan) {
    LabTables t = new LabTables(plan);
    t.files.put("plan/name", plan.name() + "\n");
    t.routers();
    t.wires();
    t.sessions();
    t.failures();
    t.injected();
    t.core();
    return t.files;
  }

  private void put(String name, List<String> lines) {
    files.put("plan/" + name, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** One line of a table; what would break it is replaced. */
  private static String row(Object... fields) {
    List<String> texts = new ArrayList<>();
    for (Object f : fields) {
      texts.add(String.valueOf(f).replaceAll("[\t\r\n\0]", " "));
    }
    return String.join("\t", texts);
  }

  private void routers() {
    List<String> lines = new ArrayList<>();
    for (Router r : plan.routers()) {
      lines.add(row(r.key(), r.daemon().word(), r.asn() == null ? "" : r.asn(), r.label()));
      put(r.key() + ".ip", addresses(r));
      if (r.hasIgp()) {
        put(r.key() + ".inner", plan.v6() ? List.of("v6") : List.of());
      }
      if (r.peerings().stream().anyMatch(Peering::mayTrip)) {
        put(r.key() + ".limited", List.of());
      }
    }
    put("routers.tsv", lines);
    if (plan.routers().stream()
        .flatMap(r -> r.peerings().stream())
        .anyMatch(p -> p.mine().defaultOriginate() && !p.mine().defaultWhen().isEmpty())) {
      put("slow", List.of());
    }
  }

  /** The commands for {@code ip -batch} in a router's namespace. */
  private List<String> addresses(Router r) {
    List<String> lines = new ArrayList<>();
    lines.add("link set lo up");
    if (r.core() != null) {
      lines.add("addr add " + r.core() + "/" + LabAddresses.CORE_LENGTH + " dev core");
      lines.add("link set core up");
    }
    lines.add("addr add " + r.loopback() + "/32 dev lo");
    if (plan.v6()) {
      lines.add("addr add " + r.loopback6() + "/128 dev lo nodad");
    }
    for (Port p : r.ports()) {
      for (IpAddress a : p.addresses()) {
        lines.add("addr add " + a + "/31 dev " + p.name() + " ");
      }
      if (plan.v6()) {
        lines.add("addr add " + p.address6() + "/127 dev " + p.name() + " nodad");
      }
      lines.add("link set " + p.name() + " up");
    }
    return lines;
  }

  private void wires() {
    List<String> lines = new ArrayList<>();
    for (LabPlan.Wire w : plan.wires()) {
      lines.add(
          row(w.port(), w.a(), w.b(), hasInner(w) ? 1 : 0, w.segment() == null ? "" : w.segment()));
    }
    put("wires.tsv", lines);
  }

  /** Whether routers at both ends speak inner routing over a wire. */
  private boolean hasInner(LabPlan.Wire w) {
    return plan.routers().stream()
        .flatMap(r -> r.ports().stream())
        .anyMatch(p -> p.name().equals(w.port()) && p.cost() > 0 && !p.passive());
  }

  private void sessions() {
    Map<String, List<String>> ends = new TreeMap<>();
    Map<String, Peering> peerings = new TreeMap<>();
    for (Router r : plan.routers()) {
      for (Peering p : r.peerings()) {
        peerings.put(p.key(), p);
        List<String> both = ends.computeIfAbsent(p.key(), k -> new ArrayList<>());
        both.add(r.key());
        // BIRD and the script know a session by its key, the others by the neighbour's address.
        both.add(r.daemon() == LabDaemon.BIRD ? p.key() : p.remote().toString());
      }
    }
    List<String> lines = new ArrayList<>();
    peerings.values().stream()
        .sorted((x, y) -> Integer.compare(x.number(), y.number()))
        .forEach(
            p -> {
              List<String> both = ends.getOrDefault(p.key(), List.of());
              lines.add(
                  row(
                      p.key(),
                      both.get(0),
                      both.get(1),
                      both.get(2),
                      both.get(3),
                      p.mayTrip() ? 1 : 0,
                      p.session().id()));
            });
    for (LabPlan.Mesh m : plan.meshes()) {
      lines.add(
          row(
              m.key(),
              m.a().key(),
              String.valueOf(m.b().core()),
              m.b().key(),
              String.valueOf(m.a().core()),
              0,
              "core of " + m.domain() + ", " + m.a().key() + " to " + m.b().key()));
    }
    put("sessions.tsv", lines);
  }

  /** The network that joins provider edges: a bridge in a namespace of its own. */
  private void core() {
    List<String> outside = new ArrayList<>();
    List<String> inside = new ArrayList<>();
    for (Router r : plan.routers()) {
      if (r.core() == null) {
        continue;
      }
      if (outside.isEmpty()) {
        outside.add("netns add @core");
        inside.add("link add br0 type bridge");
        inside.add("link set br0 up");
      }
      outside.add(
          "link add name core netns @"
              + r.key()
              + " type veth peer name "
              + r.key()
              + " netns @core");
      inside.add("link set " + r.key() + " master br0 up");
      put(r.key() + ".vrfs", r.tables().stream().map(v -> LabText.vrfName(r, v)).toList());
    }
    put("core.ip", outside);
    put("core-ports.ip", inside);
  }

  /** For each id that may fail, what falls with it. */
  private void failures() {
    LabState base = LabState.of(plan.network(), plan.failures());
    List<String> lines = new ArrayList<>();
    for (Origin id : failable(plan.network())) {
      SortedSet<Origin> down = new TreeSet<>(plan.failures().down());
      if (!down.add(id)) {
        continue;
      }
      LabState state = LabState.of(plan.network(), new Failures(down));
      for (LabPlan.Wire w : plan.wires()) {
        if (w.segment() != null && !state.segments().contains(w.segment())) {
          lines.add(row(id, "wire", w.port()));
        }
      }
      SortedSet<String> fallen = new TreeSet<>();
      for (Router r : plan.routers()) {
        for (Peering p : r.peerings()) {
          if (base.sessions().contains(p.session().id())
              && !state.sessions().contains(p.session().id())) {
            fallen.add(p.key());
          }
        }
      }
      for (LabPlan.Mesh m : plan.meshes()) {
        if (!state.nodes().contains(m.a().table().id().node())
            || !state.nodes().contains(m.b().table().id().node())
            || isDomain(m.domain(), id)) {
          fallen.add(m.key());
        }
      }
      fallen.forEach(s -> lines.add(row(id, "session", s)));
    }
    put("failures.tsv", lines);
  }

  private boolean isDomain(String domain, Origin id) {
    return plan.network().vpnDomains().stream()
        .anyMatch(d -> d.id().equals(domain) && d.origin().equals(id));
  }

  private static SortedSet<Origin> failable(Network network) {
    SortedSet<Origin> ids = new TreeSet<>();
    network.nodes().values().forEach(n -> ids.addAll(n.dependsOn()));
    network.segments().forEach(s -> ids.addAll(s.dependsOn()));
    network.sessions().forEach(s -> ids.addAll(s.dependsOn()));
    network.vpnDomains().forEach(d -> ids.add(d.origin()));
    return ids;
  }

  private void injected() {
    List<String> lines = new ArrayList<>();
    for (Injection i : plan.injections()) {
      lines.add(
          row(
              i.table(),
              i.kind().name().toLowerCase(java.util.Locale.ROOT),
              i.prefix(),
              i.edge() == null ? "" : i.edge(),
              i.why()));
    }
    plan.leftOut().forEach(o -> lines.add(row("", "left-out", "", "", o)));
    put("injected.tsv", lines);
  }
}
