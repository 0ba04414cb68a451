package mcx.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Layer2Provider.CrossConnect;
import mcx.design.Port;
import mcx.design.Routing;

/** Carries circuits through a layer-2 provider to routers. */
final class CrossConnects {

  private CrossConnects() {}

  /**
   * Carries each circuit connection at the provider that leads nowhere yet to a router's access
   * link: primary ones to the first link, secondary ones to the second, where there are two. Does
   * nothing while the provider has no access links.
   */
  static void complete(Draft draft, Id provider) {
    int made = 0;
    for (CircuitConnection c : draft.design().allLinks(CircuitConnection.class)) {
      Port port = draft.design().element(c.b(), Port.class);
      if (port != null && provider.equals(port.parent()) && !carried(draft, provider, c)) {
        List<AccessLink> links = accessLinks(draft.design(), provider);
        if (!links.isEmpty()) {
          carry(draft, provider, c, choose(links, c.role()));
          made++;
        }
      }
    }
    if (made > 0) {
      draft.remark(Texts.get("remark.crossConnects", made));
    }
  }

  private static boolean carried(Draft draft, Id provider, CircuitConnection c) {
    Layer2Provider p = draft.design().element(provider, Layer2Provider.class);
    return p != null
        && p.crossConnects().stream()
            .anyMatch(
                x ->
                    (x.portA().equals(c.b()) && x.vlanA() == c.vlan())
                        || (x.portB().equals(c.b()) && x.vlanB() == c.vlan()));
  }

  /** The provider's access links, in the order of their ids. */
  private static List<AccessLink> accessLinks(Design design, Id provider) {
    return design.allLinks(AccessLink.class).stream()
        .filter(l -> design.element(l.b()) instanceof Port p && provider.equals(p.parent()))
        .sorted(Comparator.comparing(AccessLink::id))
        .toList();
  }

  private static AccessLink choose(List<AccessLink> links, ConnectionRole role) {
    return role == ConnectionRole.SECONDARY && links.size() > 1 ? links.get(1) : links.getFirst();
  }

  private static void carry(Draft draft, Id provider, CircuitConnection c, AccessLink link) {
    Design design = draft.design();
    boolean same = Spare.isFree(design, c.vlan(), link.b());
    int tag = same ? c.vlan() : Spare.vlan(design, link.b());
    List<Vlan> vlans = new ArrayList<>(link.vlans());
    vlans.add(new Vlan(tag, null, null, Routing.BGP, BgpSettings.DEFAULT));
    draft.replace(Components.with(link, "vlans", vlans));
    addCross(draft, provider, new CrossConnect(link.b(), tag, c.b(), c.vlan()));
  }

  /** Adds a cross-connect to the provider. */
  static void addCross(Draft draft, Id provider, CrossConnect cross) {
    Layer2Provider p = draft.design().element(provider, Layer2Provider.class);
    if (p != null) {
      List<CrossConnect> all = new ArrayList<>(p.crossConnects());
      all.add(cross);
      draft.replace(Components.with(p, "crossConnects", all));
    }
  }
}
