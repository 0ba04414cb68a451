package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Layer2Provider.CrossConnect;
import org.jspecify.annotations.Nullable;

/**
 * How frames of a port and VLAN of a layer-2 provider get to a router.
 *
 * @param provider the provider
 * @param cross the cross-connect between the two ports; null where the router is at the port itself
 * @param access the router's link
 * @param vlan the VLAN on it
 */
record Layer2Way(
    Layer2Provider provider, @Nullable CrossConnect cross, AccessLink access, Vlan vlan) {

  /** The way from a port; null where no router picks the VLAN up. */
  static @Nullable Layer2Way from(Design design, Id port, int tag) {
    Layer2Provider provider = design.within(port, Layer2Provider.class);
    if (provider == null) {
      return null;
    }
    Layer2Way here = at(design, provider, null, port, tag);
    if (here != null) {
      return here;
    }
    for (CrossConnect x : provider.crossConnects()) {
      Layer2Way there = null;
      if (x.portA().equals(port) && x.vlanA() == tag) {
        there = at(design, provider, x, x.portB(), x.vlanB());
      } else if (x.portB().equals(port) && x.vlanB() == tag) {
        there = at(design, provider, x, x.portA(), x.vlanA());
      }
      if (there != null) {
        return there;
      }
    }
    return null;
  }

  private static @Nullable Layer2Way at(
      Design design, Layer2Provider provider, @Nullable CrossConnect cross, Id port, int tag) {
    for (AccessLink link : design.allLinks(AccessLink.class)) {
      if (link.b().equals(port)) {
        for (Vlan vlan : link.vlans()) {
          if (vlan.tag() == tag) {
            return new Layer2Way(provider, cross, link, vlan);
          }
        }
      }
    }
    return null;
  }

  /** The design with the VLAN led to another router's link to the same provider. */
  Design ledTo(Design design, AccessLink other) {
    CrossConnect old = Objects.requireNonNull(cross);
    AccessLink target = Objects.requireNonNull((AccessLink) design.link(other.id()));
    int tag = vlan.tag();
    while (target.vlans().stream().map(Vlan::tag).toList().contains(tag)) {
      tag = tag % 4094 + 1;
    }
    List<Vlan> left = new ArrayList<>(access.vlans());
    left.remove(vlan);
    List<Vlan> added = new ArrayList<>(target.vlans());
    added.add(new Vlan(tag, vlan.vrf(), vlan.subnet(), vlan.routing(), vlan.session()));
    boolean first = old.portA().equals(access.b()) && old.vlanA() == vlan.tag();
    CrossConnect led =
        first
            ? new CrossConnect(target.b(), tag, old.portB(), old.vlanB())
            : new CrossConnect(old.portA(), old.vlanA(), target.b(), tag);
    Layer2Provider now =
        Objects.requireNonNull(design.element(provider.id(), Layer2Provider.class));
    List<CrossConnect> all = new ArrayList<>(now.crossConnects());
    all.set(all.indexOf(old), led);
    return design.with(
        List.of(Components.with(now, "crossConnects", all)),
        List.of(Components.with(access, "vlans", left), Components.with(target, "vlans", added)));
  }
}
