package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Router;

/** {@code README.txt}: what a lab consists of, what it does not show, and why. */
final class LabReadme {

  private final LabPlan plan;
  private final List<String> lines = new ArrayList<>();

  private LabReadme(LabPlan plan) {
    this.plan = plan;
  }

  static String text(LabPlan plan) {
    LabReadme r = new LabReadme(plan);
    r.write();
    return String.join("\n", r.lines) + "\n";
  }

  private void write() {
    lines.add("A lab of real routing daemons, written by MCX.");
    lines.add("");
    lines.add("  ./lab.sh run tables.json   builds it, waits, writes all tables, removes it");
    lines.add("  ./lab.sh help              says what else there is");
    lines.add("");
    lines.add(
        "It needs root, iproute2 and: " + daemons() + ". Everything is in network namespaces");
    lines.add("of its own, by the names mcx-" + plan.name() + "-*. With containers instead:");
    lines.add("  containerlab deploy -t lab.clab.yml");
    if (!plan.failures().down().isEmpty()) {
      lines.add("");
      lines.add("Taken as failed, and therefore not in it:");
      plan.failures().down().forEach(f -> lines.add("  " + f));
    }
    lines.add("");
    lines.add("Routers");
    for (Router r : plan.routers()) {
      lines.add(
          "  "
              + r.key()
              + "  "
              + r.daemon().word()
              + (r.asn() == null ? "" : "  AS " + r.asn())
              + "  "
              + oneLine(r.label()));
      for (Peering p : r.peerings()) {
        lines.add(
            "       "
                + p.key()
                + " "
                + p.local()
                + " to "
                + p.remote()
                + (p.port() == null ? "" : " by " + p.port())
                + ", AS "
                + p.theirs().asn()
                + ": "
                + oneLine(p.session().id()));
      }
    }
    leftOut();
    injections();
    notes();
    quirks();
  }

  private String daemons() {
    return plan.routers().stream()
        .map(Router::daemon)
        .filter(d -> d != LabDaemon.NONE)
        .distinct()
        .sorted()
        .map(
            d ->
                switch (d) {
                  case FRR -> "FRR";
                  case BIRD -> "BIRD 2";
                  case GOBGP -> "GoBGP";
                  case NONE -> "";
                })
        .collect(Collectors.joining(", "));
  }

  private void leftOut() {
    if (!plan.leftOut().isEmpty()) {
      lines.add("");
      lines.add(
          "Left out, because no daemon knows why it is down. So this lab stands for one state");
      lines.add("of the network, and parts of it cannot be failed while it runs.");
      plan.leftOut().forEach(o -> lines.add("  " + oneLine(o)));
    }
  }

  private void injections() {
    if (plan.injections().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Put in by hand, because no routing protocol brings it. So this lab stands for one");
    lines.add("state of the network, and parts of it cannot be failed while it runs.");
    for (Injection i : plan.injections()) {
      lines.add(
          "  "
              + i.table()
              + "  "
              + i.prefix()
              + "  "
              + switch (i.kind()) {
                case ROUTE -> "held";
                case PREFER -> "made to win";
                case REFUSE -> "refused";
              }
              + ": "
              + oneLine(i.why()));
    }
  }

  private void notes() {
    if (!plan.notes().isEmpty()) {
      lines.add("");
      lines.add("Other than in the network");
      plan.notes().forEach(n -> lines.add("  " + oneLine(n)));
    }
  }

  private void quirks() {
    Set<LabDaemon> used = plan.routers().stream().map(Router::daemon).collect(Collectors.toSet());
    lines.add("");
    lines.add("What the daemons do in their own way");
    for (DaemonQuirk q : DaemonQuirk.values()) {
      if (used.contains(q.daemon())) {
        lines.add("  " + q + " (" + q.version() + "): " + q.text());
      }
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
