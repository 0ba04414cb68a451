package mcx.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The references inside elements and links to others, beyond parents and ends: one place that knows
 * them, so that a reference to nothing is refused and a deletion clears what pointed at it.
 */
final class References {

  private References() {}

  static List<Id> of(Element element) {
    List<Id> ids = new ArrayList<>();
    switch (element) {
      case Layer3Provider p ->
          p.igpCosts()
              .forEach(
                  c -> {
                    ids.add(c.a());
                    ids.add(c.b());
                  });
      case Layer2Provider p ->
          p.crossConnects()
              .forEach(
                  c -> {
                    ids.add(c.portA());
                    ids.add(c.portB());
                  });
      case VirtualNetwork n -> ids.addAll(n.regions());
      case Circuit c -> add(ids, c.peeringLocation());
      case Router r -> r.staticRoutes().forEach(s -> add(ids, s.via()));
      case RouteTable t -> {
        ids.addAll(t.associations());
        ids.addAll(t.propagations());
        t.routes().forEach(s -> add(ids, s.via()));
        t.listRoutes().forEach(s -> add(ids, s.via()));
      }
      default -> {}
    }
    return ids;
  }

  static List<Id> of(Link link) {
    List<Id> ids = new ArrayList<>();
    switch (link) {
      case AccessLink l -> l.vlans().forEach(v -> add(ids, v.vrf()));
      case CircuitConnection l -> {
        add(ids, l.vrf());
        add(ids, l.port());
      }
      case VpnConnection l -> add(ids, l.underlay());
      default -> {}
    }
    return ids;
  }

  private static void add(List<Id> ids, @Nullable Id id) {
    if (id != null) {
      ids.add(id);
    }
  }

  static Element without(Element element, Set<Id> gone) {
    return switch (element) {
      case Layer3Provider p -> {
        var kept = keep(p.igpCosts(), c -> !gone.contains(c.a()) && !gone.contains(c.b()));
        yield kept.size() < p.igpCosts().size() ? Components.with(p, "igpCosts", kept) : p;
      }
      case Layer2Provider p -> {
        var kept =
            keep(p.crossConnects(), c -> !gone.contains(c.portA()) && !gone.contains(c.portB()));
        yield kept.size() < p.crossConnects().size()
            ? Components.with(p, "crossConnects", kept)
            : p;
      }
      case VirtualNetwork n ->
          touches(n.regions(), gone) ? Components.with(n, "regions", minus(n.regions(), gone)) : n;
      case Circuit c ->
          hit(c.peeringLocation(), gone) ? Components.with(c, "peeringLocation", null) : c;
      case Router r -> {
        var kept = keep(r.staticRoutes(), s -> !hit(s.via(), gone));
        yield kept.size() < r.staticRoutes().size() ? Components.with(r, "staticRoutes", kept) : r;
      }
      case RouteTable t -> {
        RouteTable result = t;
        if (touches(t.associations(), gone)) {
          result = Components.with(result, "associations", minus(t.associations(), gone));
        }
        if (touches(t.propagations(), gone)) {
          result = Components.with(result, "propagations", minus(t.propagations(), gone));
        }
        var kept = keep(t.routes(), s -> !hit(s.via(), gone));
        if (kept.size() < t.routes().size()) {
          result = Components.with(result, "routes", kept);
        }
        var lists = keep(t.listRoutes(), s -> !hit(s.via(), gone));
        yield lists.size() < t.listRoutes().size()
            ? Components.with(result, "listRoutes", lists)
            : result;
      }
      default -> element;
    };
  }

  static Link without(Link link, Set<Id> gone) {
    return switch (link) {
      case AccessLink l -> {
        var kept = keep(l.vlans(), v -> !hit(v.vrf(), gone));
        yield kept.size() < l.vlans().size() ? Components.with(l, "vlans", kept) : l;
      }
      case CircuitConnection l -> {
        CircuitConnection result = l;
        if (hit(l.vrf(), gone)) {
          result = Components.with(result, "vrf", null);
        }
        yield hit(l.port(), gone) ? Components.with(result, "port", null) : result;
      }
      case VpnConnection l -> hit(l.underlay(), gone) ? Components.with(l, "underlay", null) : l;
      default -> link;
    };
  }

  private static <T> List<T> keep(List<T> all, java.util.function.Predicate<T> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static Set<Id> minus(Set<Id> all, Set<Id> gone) {
    return Checks.set(all.stream().filter(i -> !gone.contains(i)).toList());
  }

  private static boolean touches(Set<Id> all, Set<Id> gone) {
    return all.stream().anyMatch(i -> hit(i, gone));
  }

  private static boolean hit(@Nullable Id id, Set<Id> gone) {
    return id != null && (gone.contains(id) || gone.contains(id.owner()));
  }
}
