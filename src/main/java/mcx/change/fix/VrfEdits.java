package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import mcx.change.Change;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.ProviderEdge;
import mcx.design.Routing;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/** Edits of a provider's VRFs and of the VLANs in them. */
public final class VrfEdits {

  private VrfEdits() {}

  /**
   * Lets a router run BGP instead of static routes in these VRFs, and lets the VRFs accept the
   * provider's own number once, so that routes of the one come into the other through the router.
   */
  public static Change runBgp(Design design, Id router, Collection<Id> vrfs) {
    Design changed = design;
    for (AccessLink link : design.allLinks(AccessLink.class)) {
      if (link.a().equals(router)) {
        List<Vlan> vlans = new ArrayList<>();
        for (Vlan v : link.vlans()) {
          boolean meant = v.vrf() != null && vrfs.contains(v.vrf());
          vlans.add(
              meant && v.routing() == Routing.STATIC
                  ? Components.with(v, "routing", Routing.BGP)
                  : v);
        }
        changed = changed.with(Components.with(link, "vlans", vlans));
      }
    }
    for (Id id : vrfs) {
      Vrf vrf = changed.element(id, Vrf.class);
      if (vrf != null && vrf.allowAsIn() == 0) {
        changed = changed.with(Components.with(vrf, "allowAsIn", 1));
      }
    }
    return new Change(changed, List.of(), router);
  }

  /**
   * Members of a VRF that get one of their own.
   *
   * @param label what it is called after
   * @param connections the circuits' connections that lead into it
   */
  public record Group(String label, List<Id> connections) {}

  /**
   * Gives each group of a VRF's members a VRF of its own, joined by route targets with the old one
   * and with those of the other groups that it is not to be apart from. Members that stay reach
   * all.
   *
   * @param apart whether two groups, by their place in the list, are to be apart
   * @return the change; null where the provider has no AS number for route targets
   */
  public static @Nullable Change separate(
      Design design, Id vrf, List<Group> groups, BiPredicate<Integer, Integer> apart) {
    Vrf old = Objects.requireNonNull(design.element(vrf, Vrf.class));
    Layer3Provider provider = design.within(vrf, Layer3Provider.class);
    Asn asn = provider == null ? null : provider.asn();
    if (asn == null) {
      return null;
    }
    Set<RouteTarget> used = new HashSet<>();
    design
        .all(Vrf.class)
        .forEach(
            v -> {
              used.addAll(v.imports());
              used.addAll(v.exports());
            });
    Set<RouteTarget> stays = old.exports().isEmpty() ? Set.of(spare(asn, used)) : old.exports();
    List<RouteTarget> targets = groups.stream().map(g -> spare(asn, used)).toList();
    Set<RouteTarget> all = new TreeSet<>(stays);
    all.addAll(old.imports());
    all.addAll(targets);
    Design changed =
        design.with(Components.with(Components.with(old, "exports", stays), "imports", all));
    List<Id> created = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Set<RouteTarget> imports = new TreeSet<>(stays);
      imports.add(targets.get(i));
      for (int k = 0; k < groups.size(); k++) {
        if (!apart.test(i, k)) {
          imports.add(targets.get(k));
        }
      }
      Id id = changed.freeId(vrf.value());
      created.add(id);
      Group group = groups.get(i);
      changed =
          changed.with(
              new Vrf(
                  id,
                  old.name().isBlank() ? group.label() : old.name() + " " + group.label(),
                  old.parent(),
                  null,
                  imports,
                  Set.of(targets.get(i)),
                  old.asn(),
                  old.allowAsIn(),
                  old.asOverride(),
                  old.settings()));
      for (Id connection : group.connections()) {
        changed = Edits.component(changed, List.of(connection), "vrf", id).design();
      }
    }
    return new Change(named(changed, design, old), created, vrf);
  }

  private static RouteTarget spare(Asn asn, Set<RouteTarget> used) {
    long n = 1;
    while (!used.add(new RouteTarget(asn, n))) {
      n++;
    }
    return new RouteTarget(asn, n);
  }

  /** The design with the old VRF named where it was meant as the provider's only one. */
  private static Design named(Design changed, Design before, Vrf old) {
    boolean only =
        before.all(Vrf.class).stream().filter(v -> Objects.equals(v.parent(), old.parent())).count()
            == 1;
    Design named = changed;
    if (!only) {
      return named;
    }
    for (CircuitConnection c : changed.allLinks(CircuitConnection.class)) {
      if (c.vrf() == null && isEdgeOf(before, c.b(), old)) {
        named = named.with(Components.with(c, "vrf", old.id()));
      }
    }
    for (AccessLink link : changed.allLinks(AccessLink.class)) {
      if (isEdgeOf(before, link.b(), old)) {
        List<Vlan> vlans = new ArrayList<>();
        if (link.vlans().isEmpty()) {
          vlans.add(new Vlan(0, old.id(), null, Routing.BGP, BgpSettings.DEFAULT));
        }
        for (Vlan v : link.vlans()) {
          vlans.add(v.vrf() == null ? Components.with(v, "vrf", old.id()) : v);
        }
        named = named.with(Components.with(link, "vlans", vlans));
      }
    }
    return named;
  }

  private static boolean isEdgeOf(Design design, Id element, Vrf vrf) {
    return design.element(element, ProviderEdge.class) != null
        && vrf.parent() != null
        && design.ancestors(element).stream().anyMatch(e -> e.id().equals(vrf.parent()));
  }
}
