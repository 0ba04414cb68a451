package mcx.lab;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcx.export.lab.LabDaemon;
import mcx.export.lab.LabPlan;
import mcx.inet.Prefix;
import mcx.lab.RouterRib.Candidate;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Solution;
import mcx.routing.Stability;
import org.jspecify.annotations.Nullable;

/** Both sides of a comparison. */
final class Sides {
  final LabPlan plan;
  final Solution solution;
  final Map<VrfId, RouterRib> dump;
  final List<Map<VrfId, RouterRib>> earlier;
  private final Map<Prefix, Optional<List<VrfId>>> restless = new HashMap<>();
  private final Map<List<Object>, Downstream> downstream = new HashMap<>();

  Sides(
      LabPlan plan,
      Solution solution,
      Map<VrfId, RouterRib> dump,
      List<Map<VrfId, RouterRib>> earlier) {
    this.plan = plan;
    this.solution = solution;
    this.dump = dump;
    this.earlier = List.copyOf(earlier);
  }

  @Nullable Candidate best(VrfId table, Prefix prefix) {
    return dump.containsKey(table)
        ? candidates(table, prefix).stream().filter(Candidate::best).findFirst().orElse(null)
        : null;
  }

  List<Candidate> candidates(VrfId table, Prefix prefix) {
    RouterRib rib = dump.get(table);
    return rib == null ? List.of() : rib.routes().getOrDefault(prefix, List.of());
  }

  @Nullable LabDaemon daemon(VrfId table) {
    for (LabPlan.Router r : plan.routers()) {
      if (r.tables().stream().anyMatch(v -> v.id().equals(table))) {
        return r.daemon();
      }
    }
    return null;
  }

  Downstream downstream(Prefix prefix, Downstream.Cause last) {
    return downstream.computeIfAbsent(
        List.of(prefix, last), k -> new Downstream(this, prefix, last));
  }

  /**
   * The tables that the engine would have choose something else than the daemons chose, where these
   * chose otherwise than the solution at all; empty for a stable state.
   */
  @Nullable List<VrfId> restless(Prefix prefix) {
    return restless.computeIfAbsent(prefix, p -> Optional.ofNullable(ask(p))).orElse(null);
  }

  private @Nullable List<VrfId> ask(Prefix p) {
    Map<VrfId, String> uses = new LinkedHashMap<>();
    boolean other = false;
    for (VrfId table : dump.keySet()) {
      Candidate best = best(table, p);
      RibEntry computed = solution.entry(table, p);
      String via = computed == null ? null : RibComparison.session(computed.first());
      String used = best == null || best.session() == null ? "" : best.session();
      boolean same = used.equals(via == null ? "" : via);
      other |= !same;
      if (best == null || best.session() != null) {
        uses.put(table, used);
      }
    }
    return other ? Stability.restless(solution, p, uses) : null;
  }
}
