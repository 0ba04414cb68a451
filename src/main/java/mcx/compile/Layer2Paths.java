package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.design.AccessLink;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Port;
import mcx.network.Origin;
import org.jspecify.annotations.Nullable;

/** Follows a VLAN from a port to the access link that picks it up. */
final class Layer2Paths {

  private final Context c;

  Layer2Paths(Context c) {
    this.c = c;
  }

  /**
   * The far end of a VLAN.
   *
   * @param link the access link that it comes out of
   * @param vlan the VLAN on that link
   * @param drawn what it runs along, from the port on
   * @param dependsOn what must not fail
   * @param bandwidthMbps the narrowest part; 0 where not known
   */
  record Reached(
      AccessLink link,
      AccessLink.Vlan vlan,
      List<Origin> drawn,
      Set<Origin> dependsOn,
      int bandwidthMbps) {}

  /**
   * Where frames with this tag that enter at the port come out: at an access link to the same port,
   * or at the other end of a cross-connect.
   *
   * @param without the link that the frames come from, which is not an answer
   * @return null where nothing picks them up
   */
  @Nullable Reached follow(Id port, int tag, Id without) {
    Reached here = pickedUp(port, tag, without, List.of(), c.around(port), speed(port));
    if (here != null) {
      return here;
    }
    for (Layer2Provider provider : c.elements(Layer2Provider.class)) {
      for (Layer2Provider.CrossConnect cross : provider.crossConnects()) {
        boolean forth = cross.portA().equals(port) && cross.vlanA() == tag;
        boolean back = cross.portB().equals(port) && cross.vlanB() == tag;
        if (!forth && !back) {
          continue;
        }
        Id other = forth ? cross.portB() : cross.portA();
        Reached there =
            pickedUp(
                other,
                forth ? cross.vlanB() : cross.vlanA(),
                without,
                List.of(Origin.of(provider.id())),
                Context.union(c.around(port, other), c.around(provider.id())),
                Context.narrowest(speed(port), speed(other)));
        if (there != null) {
          return there;
        }
      }
    }
    return null;
  }

  private @Nullable Reached pickedUp(
      Id port, int tag, Id without, List<Origin> before, Set<Origin> dependsOn, int mbps) {
    for (AccessLink link : c.links(AccessLink.class)) {
      if (!link.b().equals(port) || link.id().equals(without)) {
        continue;
      }
      for (AccessLink.Vlan vlan : link.vlans()) {
        if (vlan.tag() == tag) {
          List<Origin> drawn = new ArrayList<>(before);
          drawn.add(Origin.of(link.id()));
          Set<Origin> all = new LinkedHashSet<>(dependsOn);
          all.addAll(c.around(link.id().part(vlan.key())));
          return new Reached(link, vlan, drawn, all, Context.narrowest(mbps, link.bandwidthMbps()));
        }
      }
    }
    return null;
  }

  private int speed(Id port) {
    Port found = c.design.element(port, Port.class);
    return found == null ? 0 : found.speedMbps();
  }

  /** Why a VLAN is not picked up, in words. */
  String missing(Id port, int tag) {
    for (Layer2Provider provider : c.elements(Layer2Provider.class)) {
      for (Layer2Provider.CrossConnect cross : provider.crossConnects()) {
        if (cross.portA().equals(port) && cross.vlanA() == tag) {
          return noVlan(cross.portB(), cross.vlanB());
        }
        if (cross.portB().equals(port) && cross.vlanB() == tag) {
          return noVlan(cross.portA(), cross.vlanA());
        }
      }
    }
    return "no cross-connect picks up VLAN "
        + tag
        + " at "
        + c.label(port)
        + ". Add one that carries it to a router's port";
  }

  private String noVlan(Id port, int tag) {
    return "no router has VLAN "
        + tag
        + " on an access link to "
        + c.label(port)
        + ". Add the VLAN there";
  }
}
