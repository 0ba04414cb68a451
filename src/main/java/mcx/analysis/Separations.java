package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import mcx.routing.Route;
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
    List<SitePath> ways =
        sites.parallelStream()
            .flatMap(
                from ->
                    sites.stream().filter(to -> !from.equals(to)).map(to -> paths.path(from, to)))
            .toList();
    List<SitePath> all = ways.stream().map(stops::explained).toList();
    return new Separation(sites, all, views(design, compiled, solution));
  }

  /**
   * The sites that hold prefixes; for routes by hand, those where packets end.
   *
   * @param first the table's route to the first of them
   * @param alike prefixes with the same routes
   */
  private static Set<Id> sites(
      Route first, List<Prefix> alike, SortedMap<VrfId, Id> siteOf, Solution solution) {
    Id site = siteOf.get(first.source());
    if (site != null) {
      return Set.of(site);
    }
    Set<Id> ends = new HashSet<>();
    Set<Object> seen = new HashSet<>();
    for (Prefix p : alike) {
      if (!p.isDefault() && seen.add(solution.likeness(p.host(1)))) {
        Trace trace = solution.trace(first.table(), p.host(1));
        Id end = trace.arrived() ? siteOf.get(trace.hops().getLast().table()) : null;
        if (end != null) {
          ends.add(end);
        }
      }
    }
    return ends;
  }

  /** The VRF by which a route entered a provider; null for none. */
  static @Nullable Id entrance(Route route, Compiled compiled) {
    Id first = null;
    for (Route r = route; r != null; r = r.from()) {
      mcx.network.Vrf vrf = compiled.network().vrf(r.table());
      if (vrf != null && vrf.element() != null) {
        first = Id.of(vrf.element().id());
      }
    }
    return first;
  }

  static List<Separation.VrfView> views(Design design, Compiled compiled, Solution solution) {
    TreeMap<Id, List<VrfId>> tables = new TreeMap<>();
    for (Node node : compiled.network().nodes().values()) {
      for (mcx.network.Vrf vrf : node.vrfs()) {
        Origin element = vrf.element();
        if (element != null) {
          tables.computeIfAbsent(Id.of(element.id()), k -> new ArrayList<>()).add(vrf.id());
        }
      }
    }
    return tables.entrySet().parallelStream()
        .map(e -> view(e.getKey(), e.getValue(), design, compiled, solution))
        .toList();
  }

  /**
   * What one VRF sees.
   *
   * @param tables its tables
   */
  private static Separation.VrfView view(
      Id id, List<VrfId> tables, Design design, Compiled compiled, Solution solution) {
    SortedMap<VrfId, Id> siteOf = compiled.siteOf();
    // The tables of a VRF mostly have the very same groups, which are long.
    Set<List<Prefix>> groups = Collections.newSetFromMap(new IdentityHashMap<>());
    SortedSet<Id> sites = new TreeSet<>(NaturalOrder.BY_ID);
    SortedSet<Id> behind = new TreeSet<>(NaturalOrder.BY_ID);
    SortedSet<Id> clouds = new TreeSet<>(NaturalOrder.BY_ID);
    for (VrfId table : tables) {
      for (List<Prefix> alike : solution.alike(table)) {
        groups.add(alike);
        Route first = solution.first(table, alike.getFirst());
        Set<Id> held = first == null ? Set.of() : sites(first, alike, siteOf, solution);
        sites.addAll(held);
        if (first != null && !held.isEmpty() && id.equals(entrance(first, compiled))) {
          behind.addAll(held);
        }
      }
    }
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
        List.copyOf(behind),
        List.copyOf(sites),
        List.copyOf(clouds),
        groups.stream().flatMap(List::stream).distinct().sorted().toList());
  }
}
