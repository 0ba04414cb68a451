package mcx.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/** Explains why a table has the route that it has, or has none. */
final class Explainer {

  private final Network network;
  private final Solution solution;
  private final Crossings crossings;
  private final Passages passages;
  private final Absences absences;
  private final Set<Prefix> begun = new HashSet<>();

  Explainer(Analysis analysis) {
    this.network = analysis.compiled().network();
    this.solution = analysis.solution();
    this.crossings = new Crossings(analysis.design(), network);
    this.passages = new Passages(network, crossings);
    this.absences = new Absences(analysis, crossings);
    for (Node node : network.nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        begun.addAll(vrf.originated());
        vrf.statics().forEach(s -> begun.add(s.prefix()));
        vrf.aggregates().forEach(a -> begun.add(a.prefix()));
        vrf.connected().forEach(c -> begun.add(c.prefix()));
      }
    }
  }

  Explanation explain(VrfId table, Prefix asked) {
    Elimination used = null;
    Prefix known = null;
    for (int length = asked.length(); length >= 0 && used == null; length--) {
      Prefix prefix = Prefix.containing(asked.address(), length);
      RibEntry entry = solution.entry(table, prefix);
      if (entry != null) {
        used = elimination(table, entry);
      } else if (known == null && isKnown(prefix)) {
        known = prefix;
      }
    }
    if (used == null && known == null) {
      known = asked;
    }
    Absence missing = known == null ? null : absences.of(table, known);
    List<Prefix> inside =
        solution.rib(table).keySet().stream()
            .filter(p -> !p.equals(asked) && asked.contains(p))
            .toList();
    return new Explanation(table, asked, used, missing, inside);
  }

  /** Whether some table has the prefix, or would have it if all were well. */
  private boolean isKnown(Prefix prefix) {
    return begun.contains(prefix)
        || network.nodes().values().stream()
            .flatMap(n -> n.vrfs().stream())
            .anyMatch(v -> solution.entry(v.id(), prefix) != null);
  }

  private Elimination elimination(VrfId table, RibEntry entry) {
    Vrf vrf = network.vrf(table);
    List<Key> keys = vrf == null ? Vrf.BGP_DECISION : vrf.selection();
    List<Elimination.Candidate> candidates = new ArrayList<>();
    for (Route r : entry.best()) {
      candidates.add(candidate(candidates.size() + 1, r, ""));
    }
    List<Elimination.Candidate> out = new ArrayList<>();
    List<Decision> decided = new ArrayList<>();
    for (RibEntry.Lost lost : entry.lost()) {
      out.add(candidate(candidates.size() + out.size() + 1, lost.route(), lost.step()));
      decided.add(Decision.of(lost, keys));
    }
    candidates.addAll(out);
    return new Elimination(
        entry.prefix(),
        candidates,
        steps(keys, candidates.size(), out, decided),
        solution.dependsOnArrival(table, entry.prefix()),
        passages.of(entry.first()));
  }

  private Elimination.Candidate candidate(int number, Route r, String because) {
    Route from = r.from();
    return new Elimination.Candidate(
        number,
        r,
        from == null ? null : from.table(),
        crossings.name(r.via()),
        routerId(r),
        because);
  }

  private @Nullable IpAddress routerId(Route r) {
    if (r.reflection() != null) {
      return r.reflection().originator();
    }
    Node sender = r.from() == null ? null : network.node(r.from().table().node());
    return sender == null ? null : sender.routerId();
  }

  private static List<Elimination.Step> steps(
      List<Key> keys, int all, List<Elimination.Candidate> out, List<Decision> decided) {
    List<Decision> order = new ArrayList<>(List.of(Decision.NEXT_HOP));
    keys.forEach(k -> order.add(Decision.of(k)));
    order.addAll(
        List.of(Decision.ROUTER_ID, Decision.CLUSTERS, Decision.NEIGHBOR_ADDRESS, Decision.NAME));
    List<Elimination.Step> steps = new ArrayList<>();
    int left = all;
    int winners = all - out.size();
    for (Decision decision : order) {
      List<Elimination.Candidate> now = new ArrayList<>();
      for (int i = 0; i < out.size(); i++) {
        if (decided.get(i) == decision) {
          now.add(out.get(i));
        }
      }
      boolean asked =
          left > winners
              || (winners > 1 && keys.stream().anyMatch(k -> Decision.of(k) == decision));
      if (!now.isEmpty() || (asked && decision != Decision.NEXT_HOP)) {
        steps.add(new Elimination.Step(decision, left, left - now.size(), now));
      }
      left -= now.size();
    }
    return steps;
  }
}
