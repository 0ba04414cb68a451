package mcx.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.export.lab.LabDaemon;
import mcx.export.lab.LabPlan;
import mcx.routing.Solution;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Waits for a lab's daemons and reads their tables over their own sockets. It does what {@code
 * lab.sh wait} and {@code lab.sh dump} do, for FRR and BIRD, without starting a process for each
 * question: most of a lab's time went there.
 */
final class LabWatch implements AutoCloseable {

  private static final long QUIET_MILLIS = 1000;
  private static final long POLL_MILLIS = 120;

  /** FRR asks every five seconds whether a default route is due. */
  private static final long CONDITION_MILLIS = 5200;

  private static final Pattern FRR_PEER = Pattern.compile("\"([0-9a-f.:]+)\":\\{([^{}]*)\\}");
  private static final Pattern FRR_STATE = Pattern.compile("\"state\":\"([^\"]*)\"");
  private static final Pattern FRR_MARK =
      Pattern.compile("\"(?:tableVersion|pfxRcd|pfxSnt|ribCount)\":\\d+");
  private static final Pattern FRR_QUEUE = Pattern.compile("\"(?:inq|outq)\":[1-9]");
  private static final Pattern SINCE = Pattern.compile("\\[([A-Za-z0-9_]*) [0-9:.-]+");

  private final LabPlan plan;
  private final Path run;
  private final Map<String, DaemonSocket> bgp = new LinkedHashMap<>();
  private final Map<String, DaemonSocket> inner = new LinkedHashMap<>();

  private Solution expected;

  LabWatch(LabPlan plan, Solution expected) {
    this.plan = plan;
    this.expected = expected;
    this.run = Path.of("/run/mcx-lab", plan.name());
  }

  /** Whether it knows how to ask all daemons of the lab. */
  static boolean knows(LabPlan plan) {
    return plan.routers().stream().noneMatch(r -> r.daemon() == LabDaemon.GOBGP);
  }

  private DaemonSocket bgp(LabPlan.Router r) throws IOException {
    DaemonSocket known = bgp.get(r.key());
    if (known == null) {
      known =
          r.daemon() == LabDaemon.BIRD
              ? DaemonSocket.bird(run.resolve(r.key()).resolve("bird.ctl"))
              : DaemonSocket.frr("mcx-" + plan.name() + "-" + r.key(), "bgpd");
      bgp.put(r.key(), known);
      if (r.daemon() == LabDaemon.FRR) {
        known.ask("enable");
        if (Files.exists(run.resolve(r.key()).resolve("ospfd.conf"))) {
          inner.put(r.key(), DaemonSocket.frr("mcx-" + plan.name() + "-" + r.key(), "ospfd"));
        }
      }
    }
    return known;
  }

  private boolean speaks(LabPlan.Router r) {
    return r.asn() != null && (r.daemon() == LabDaemon.FRR || r.daemon() == LabDaemon.BIRD);
  }

  /**
   * Waits until all sessions are up that should be, those down that should be, and nothing has
   * changed for a while.
   *
   * @param solution which sessions should be up; those with a limit may be down besides
   */
  void settle(Solution solution, int mostSeconds) throws IOException, InterruptedException {
    expected = solution;
    long until = System.nanoTime() + mostSeconds * 1_000_000_000L;
    rest(until);
    if (recount()) {
      rest(until);
    }
    if (hasConditions()) {
      Thread.sleep(CONDITION_MILLIS);
      rest(until);
    }
  }

  private void rest(long until) throws IOException, InterruptedException {
    String before = "";
    long since = System.nanoTime();
    while (true) {
      StringBuilder marks = new StringBuilder();
      Set<String> up = new HashSet<>();
      boolean busy = false;
      for (LabPlan.Router r : plan.routers()) {
        if (speaks(r)) {
          busy |= r.daemon() == LabDaemon.BIRD ? bird(r, up, marks) : frr(r, up, marks);
        }
      }
      Set<String> missing = missing(up);
      String now = marks.toString();
      long at = System.nanoTime();
      if (busy || !missing.isEmpty() || !now.equals(before)) {
        before = now;
        since = at;
      } else if (at - since >= QUIET_MILLIS * 1_000_000) {
        return;
      }
      if (at > until) {
        throw new IOException(
            missing.isEmpty()
                ? "the tables do not come to rest"
                : "these sessions are not as they should be: " + missing);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean hasConditions() {
    return plan.network().sessions().stream()
        .anyMatch(s -> !s.atA().defaultWhen().isEmpty() || !s.atB().defaultWhen().isEmpty());
  }

  private boolean frr(LabPlan.Router r, Set<String> up, StringBuilder marks) throws IOException {
    String shown = bgp(r).ask("show bgp summary json");
    boolean busy = FRR_QUEUE.matcher(shown).find();
    Matcher peers = FRR_PEER.matcher(shown);
    while (peers.find()) {
      Matcher state = FRR_STATE.matcher(peers.group(2));
      if (state.find()) {
        marks.append(peers.group(1)).append(state.group(1));
        if (state.group(1).equals("Established")) {
          up.add(r.key() + " " + peers.group(1));
        }
      }
    }
    Matcher m = FRR_MARK.matcher(shown);
    while (m.find()) {
      marks.append(m.group());
    }
    DaemonSocket ospf = inner.get(r.key());
    if (ospf != null) {
      marks.append(ospf.ask("show ip ospf route"));
    }
    return busy;
  }

  private boolean bird(LabPlan.Router r, Set<String> up, StringBuilder marks) throws IOException {
    for (String line : bgp(r).ask("show protocols").split("\n", -1)) {
      String[] f = line.strip().split("\\s+");
      if (f.length > 5 && f[1].equals("BGP")) {
        marks.append(f[0]).append(f[5]);
        if (f[5].equals("Established")) {
          up.add(r.key() + " " + f[0]);
        }
      }
    }
    marks.append(SINCE.matcher(bgp(r).ask("show route all")).replaceAll("[$1"));
    return false;
  }

  /** The sessions that are not as they should be. */
  private Set<String> missing(Set<String> up) {
    Set<String> missing = new TreeSet<>();
    for (LabPlan.Router r : plan.routers()) {
      if (!expected.isUp(r.tables().getFirst().id().node())) {
        continue;
      }
      for (LabPlan.Peering p : r.peerings()) {
        String end = r.key() + " " + (r.daemon() == LabDaemon.BIRD ? p.key() : p.remote());
        boolean isUp = up.contains(end);
        if (!p.mayTrip() && isUp != expected.session(p.session().id()).up()) {
          missing.add(p.session().id());
        }
      }
    }
    return missing;
  }

  /** FRR looks at a limit before it counts an update; asking again makes it look once more. */
  private boolean recount() throws IOException {
    boolean any = false;
    for (LabPlan.Router r : plan.routers()) {
      if (r.daemon() == LabDaemon.FRR
          && speaks(r)
          && r.peerings().stream().anyMatch(LabPlan.Peering::mayTrip)) {
        bgp(r).ask("clear bgp ipv4 unicast * soft in");
        if (plan.v6()) {
          bgp(r).ask("clear bgp ipv6 unicast * soft in");
        }
        any = true;
      }
    }
    return any;
  }

  /** All tables, as {@code lab.sh dump} writes them. */
  String dump() throws IOException {
    List<String> all = new ArrayList<>();
    for (LabPlan.Router r : plan.routers()) {
      StringBuilder one = new StringBuilder("\"" + r.key() + "\":{\"daemon\":\"");
      one.append(r.daemon().word()).append('"');
      if (speaks(r) && r.daemon() == LabDaemon.FRR) {
        one.append(",\"tables\":[").append(bgp(r).ask("show bgp ipv4 unicast json detail"));
        one.append(',').append(bgp(r).ask("show bgp ipv6 unicast json detail")).append(']');
      } else if (speaks(r)) {
        one.append(",\"text\":\"");
        JsonStringEncoder.getInstance().quoteAsString(bgp(r).ask("show route all"), one);
        one.append('"');
      }
      all.add(one.append('}').toString());
    }
    return "{\"lab\":\"" + plan.name() + "\",\"routers\":{" + String.join(",", all) + "}}";
  }

  @Override
  public void close() throws IOException {
    for (DaemonSocket s : bgp.values()) {
      s.close();
    }
    for (DaemonSocket s : inner.values()) {
      s.close();
    }
  }
}
