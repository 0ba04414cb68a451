package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.compile.Compiled;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.NaturalOrder;
import mcx.design.Vrf;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.VrfId;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** Works out who reaches whom, and what each VRF sees. */
final class Separations {

  private Separations() {}

  static Separation of(
      Design design, Compiled compiled, Solution solution, Paths paths, List<SessionFlow> flows) {
    Stops stops = new Stops(compiled, solution, flows);
    List<Id> sites = compiled.sites().keySet().stream().sorted(NaturalOrder.BY_ID).toList();
    List<List<PathKind>> kinds = paths.kinds(sites);
    List<SitePath> all = new ArrayList<>(sites.size() * Math.max(0, sites.size() - 1));
    for (int f = 0; f < sites.size(); f++) {
      for (int t = 0; t < sites.size(); t++) {
        if (t != f) {
          Id from = sites.get(f);
          Id to = sites.get(t);
          all.add(
              SitePath.later(
                  from, to, kinds.get(t).get(f), () -> stops.explained(paths.path(from, to))));
        }
      }
    }
    return new Separation(sites, all, views(design, compiled, solution));
  }

  /** What each VRF of each provider sees, by the ids of the VRFs. */
  static List<Separation.VrfView> views(Design design, Compiled compiled, Solution solution) {
    Views views = new Views(design, compiled, solution);
    return views.tables.entrySet().parallelStream()
        .map(e -> views.view(e.getKey(), e.getValue()))
        .toList();
  }

  /** Finds out what VRFs see. */
  private static final class Views {

    private final Design design;
    private final Solution solution;
    private final Map<VrfId, Id> siteOf;

    /** The VRFs of providers that tables are of, and the tables of each. */
    private final Map<VrfId, Id> vrfOf = new HashMap<>();

    private final SortedMap<Id, List<VrfId>> tables = new TreeMap<>();

    Views(Design design, Compiled compiled, Solution solution) {
      this.design = design;
      this.solution = solution;
      this.siteOf = new HashMap<>(compiled.siteOf());
      for (Node node : compiled.network().nodes().values()) {
        for (mcx.network.Vrf vrf : node.vrfs()) {
          Origin element = vrf.element();
          if (element != null) {
            Id id = Id.of(element.id());
            vrfOf.put(vrf.id(), id);
            tables.computeIfAbsent(id, k -> new ArrayList<>()).add(vrf.id());
          }
        }
      }
    }

    /**
     * What one VRF sees.
     *
     * @param tables its tables
     */
    Separation.VrfView view(Id id, List<VrfId> tables) {
      // The tables of a VRF mostly have the very same groups, which are long.
      Set<List<Prefix>> groups = Collections.newSetFromMap(new IdentityHashMap<>());
      Set<Id> sites = new HashSet<>();
      Set<Id> behind = new HashSet<>();
      for (VrfId table : tables) {
        for (List<Prefix> alike : solution.alike(table)) {
          groups.add(alike);
          List<VrfId> came = solution.passed(table, alike.getFirst());
          Set<Id> held = came.isEmpty() ? Set.of() : sites(came, alike);
          sites.addAll(held);
          if (!held.isEmpty() && id.equals(entrance(came))) {
            behind.addAll(held);
          }
        }
      }
      Set<Id> clouds = new HashSet<>();
      for (Id site : sites) {
        Cloud cloud = design.within(site, Cloud.class);
        if (cloud != null) {
          clouds.add(cloud.id());
        }
      }
      Vrf vrf = design.element(id, Vrf.class);
      return new Separation.VrfView(
          id,
          vrf == null || vrf.name().isBlank() ? id.value() : vrf.name(),
          List.copyOf(tables),
          inOrder(behind),
          inOrder(sites),
          inOrder(clouds),
          groups.stream().flatMap(List::stream).distinct().sorted().toList());
    }

    private static List<Id> inOrder(Set<Id> ids) {
      return ids.stream().sorted(NaturalOrder.BY_ID).toList();
    }

    /**
     * The sites that hold prefixes; for routes by hand, those where packets end.
     *
     * @param came the tables that the route of a table to the first of them came by
     * @param alike prefixes with the same routes
     */
    private Set<Id> sites(List<VrfId> came, List<Prefix> alike) {
      Id site = siteOf.get(came.getLast());
      if (site != null) {
        return Set.of(site);
      }
      Set<Id> ends = new HashSet<>();
      Set<Object> seen = new HashSet<>();
      for (Prefix p : alike) {
        if (!p.isDefault() && seen.add(solution.likeness(p.host(1)))) {
          Trace trace = solution.trace(came.getFirst(), p.host(1));
          Id end = trace.arrived() ? siteOf.get(trace.hops().getLast().table()) : null;
          if (end != null) {
            ends.add(end);
          }
        }
      }
      return ends;
    }

    /** The VRF by which a route entered a provider; null for none. */
    private @Nullable Id entrance(List<VrfId> came) {
      for (VrfId table : came.reversed()) {
        Id vrf = vrfOf.get(table);
        if (vrf != null) {
          return vrf;
        }
      }
      return null;
    }
  }
}
