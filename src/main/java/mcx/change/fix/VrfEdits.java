package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.change.Change;
import mcx.change.Spare;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.ProviderEdge;
import mcx.design.Routing;
import mcx.design.Vrf;

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
   * Moves connections of circuits from a VRF into a new one. Every router that is in the old one
   * gets a VLAN in the new one too, and tells both of its own networks only, so that it does not
   * join again what is parted.
   *
   * @param label what the new VRF is called after
   */
  public static Change split(Design design, Id vrf, Collection<Id> connections, String label) {
    Vrf old = Objects.requireNonNull(design.element(vrf, Vrf.class));
    Id id = design.freeId("vrf");
    Design changed =
        design.with(
            new Vrf(
                id,
                old.name().isBlank() ? label : old.name() + " " + label,
                old.parent(),
                null,
                Set.of(),
                Set.of(),
                old.asn(),
                old.allowAsIn(),
                old.asOverride()));
    boolean only =
        design.all(Vrf.class).stream().filter(v -> Objects.equals(v.parent(), old.parent())).count()
            == 1;
    for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
      if (connections.contains(c.id())) {
        changed = changed.with(Components.with(c, "vrf", id));
      } else if (only && c.vrf() == null && isEdgeOf(design, c.b(), old)) {
        changed = changed.with(Components.with(c, "vrf", vrf));
      }
    }
    for (AccessLink link : design.allLinks(AccessLink.class)) {
      if (isEdgeOf(design, link.b(), old)) {
        changed = changed.with(inBoth(changed, link, vrf, id, only));
      }
    }
    return new Change(changed, List.of(id), id);
  }

  private static boolean isEdgeOf(Design design, Id element, Vrf vrf) {
    return design.element(element, ProviderEdge.class) != null
        && vrf.parent() != null
        && design.ancestors(element).stream().anyMatch(e -> e.id().equals(vrf.parent()));
  }

  /** The access link with a VLAN in the new VRF for its one in the old. */
  private static AccessLink inBoth(Design design, AccessLink link, Id old, Id added, boolean only) {
    List<Vlan> before =
        link.vlans().isEmpty()
            ? List.of(new Vlan(0, null, null, Routing.BGP, BgpSettings.DEFAULT))
            : link.vlans();
    List<Vlan> vlans = new ArrayList<>();
    Vlan like = null;
    for (Vlan v : before) {
      boolean in = old.equals(v.vrf()) || (only && v.vrf() == null);
      vlans.add(in ? new Vlan(v.tag(), old, v.subnet(), v.routing(), ownOnly(v.session())) : v);
      like = in ? v : like;
    }
    if (like == null) {
      return link;
    }
    BgpSettings session =
        new BgpSettings(
            like.session().a().with("address", null), like.session().b().with("address", null));
    vlans.add(
        new Vlan(
            Spare.vlan(design, link.b()), added, null, like.routing(), ownOnly(session)));
    return Components.with(link, "vlans", vlans);
  }

  private static BgpSettings ownOnly(BgpSettings session) {
    return new BgpSettings(session.a().with("exportPolicy", BgpEnds.ownOnly()), session.b());
  }
}
