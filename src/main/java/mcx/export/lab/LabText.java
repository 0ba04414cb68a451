package mcx.export.lab;

import java.text.Normalizer;
import mcx.export.lab.LabPlan.Port;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** What the daemons' files have in common. */
final class LabText {

  /**
   * BGP's keepalive time in the lab, in seconds. Failures are told to the daemons, so it may be
   * slow.
   */
  static final int KEEPALIVE = 5;

  static final int HOLD = 15;

  private LabText() {}

  /** A name as plain letters that no file format takes for something else. */
  static String ascii(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String safe = plain.replaceAll("[^A-Za-z0-9._:/~> -]+", "_").strip();
    return safe.isEmpty() ? "_" : safe.substring(0, Math.min(60, safe.length()));
  }

  /** The name of a VRF on a provider edge of the lab: {@code v} and a number. */
  static String vrfName(Router router, Vrf vrf) {
    return "v" + (router.tables().indexOf(vrf) + 1);
  }

  /** The router that has a table; null where the lab has none. */
  static @Nullable Router router(LabPlan plan, VrfId table) {
    for (Router r : plan.routers()) {
      if (r.tables().stream().anyMatch(v -> v.id().equals(table))) {
        return r;
      }
    }
    return null;
  }

  static boolean isPresent(LabPlan plan, VrfId table) {
    return plan.network().nodes().containsKey(table.node())
        && LabState.of(plan.network(), plan.failures()).nodes().contains(table.node());
  }

  /** The port of a router on a segment; null where it has none. */
  static @Nullable Port portOf(LabPlan plan, Router router, String segment) {
    for (LabPlan.Wire w : plan.wires()) {
      if (segment.equals(w.segment())) {
        for (Port p : router.ports()) {
          if (p.name().equals(w.port())) {
            return p;
          }
        }
      }
    }
    return null;
  }

  static @Nullable String port(LabPlan plan, Router router, String segment) {
    Port p = portOf(plan, router, segment);
    return p == null ? null : p.name();
  }

  /** The address at the far end of a port's first network. */
  static IpAddress otherEnd(Port port, Family family) {
    IpAddress mine = family == Family.V4 ? port.addresses().getFirst() : port.address6();
    return mine.plus((mine.low() & 1) == 0 ? 1 : -1);
  }
}
