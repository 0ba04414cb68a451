package mcx.change;

import java.util.ArrayList;
import java.util.List;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Id;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Vrf;

/** Access links of a site to a layer-3 provider: one VLAN for each VRF, or for one of them. */
final class AccessToLayer3 implements Joint {

  private static final int FIRST_VLAN = 100;
  private static final int STEP = 10;

  /** The speed of a new access link. */
  static final int USUAL_MBPS = 1000;

  @Override
  public List<Way> ways(Pair pair) {
    CustomerEnd customer = CustomerEnd.of(pair.design(), pair.a());
    ProviderEnd provider = ProviderEnd.of(pair.design(), pair.b());
    if (customer == null || provider == null) {
      return List.of();
    }
    List<Vrf> vrfs = provider.vrfs(pair.design());
    List<Way> ways = new ArrayList<>();
    if (vrfs.size() < 2) {
      ways.add(way("access", Texts.get("joint.access"), customer, provider, vrfs));
    } else {
      ways.add(way("access", Texts.get("joint.access.all", vrfs.size()), customer, provider, vrfs));
      for (Vrf v : vrfs) {
        ways.add(
            way(
                "access." + v.id(),
                Texts.get("joint.access.vrf", v.name()),
                customer,
                provider,
                List.of(v)));
      }
    }
    return ways;
  }

  private static Way way(
      String key, String label, CustomerEnd customer, ProviderEnd provider, List<Vrf> vrfs) {
    return new Way(key, label, "", draft -> make(draft, customer, provider, vrfs));
  }

  private static Id make(Draft draft, CustomerEnd customer, ProviderEnd provider, List<Vrf> given) {
    List<Vrf> vrfs =
        given.isEmpty() ? List.of(ProviderKinds.vrf(draft, provider.provider().id())) : given;
    List<Router> routers = customer.pair(draft, r -> provider.serves(draft.design(), r.id()));
    List<ProviderEdge> edges = provider.edges(draft, AccessLink.class);
    List<Id> made = new ArrayList<>();
    for (int i = 0; i < routers.size(); i++) {
      Router router = routers.get(i);
      ProviderEdge edge = edges.get(i % edges.size());
      Routing routing = router.asn() == null ? Routing.STATIC : Routing.BGP;
      List<Vlan> vlans = new ArrayList<>();
      for (Vrf v : vrfs) {
        int tag = FIRST_VLAN + STEP * vlans.size();
        vlans.add(new Vlan(tag, v.id(), null, routing, BgpSettings.DEFAULT));
      }
      made.add(
          draft
              .add(
                  new AccessLink(
                      draft.id(router.id() + "-" + edge.id()),
                      "",
                      router.id(),
                      edge.id(),
                      USUAL_MBPS,
                      vlans))
              .id());
    }
    return made.getFirst();
  }

  /** Adds a VLAN for the VRF to each of these links that has none yet. */
  static void extend(Draft draft, List<AccessLink> links, Vrf vrf) {
    int extended = 0;
    for (AccessLink link : links) {
      if (link.vlans().stream().anyMatch(v -> vrf.id().equals(v.vrf()))) {
        continue;
      }
      Router router = draft.design().element(link.a(), Router.class);
      Routing routing = router == null || router.asn() == null ? Routing.STATIC : Routing.BGP;
      List<Vlan> vlans = new ArrayList<>(link.vlans());
      vlans.add(new Vlan(freeTag(vlans), vrf.id(), null, routing, BgpSettings.DEFAULT));
      draft.replace(Components.with(link, "vlans", vlans));
      extended++;
    }
    if (extended > 0) {
      draft.remark(Texts.get("remark.vlans", extended));
    }
  }

  private static int freeTag(List<Vlan> vlans) {
    int tag = FIRST_VLAN;
    while (taken(vlans, tag) && tag + STEP <= 4094) {
      tag += STEP;
    }
    while (taken(vlans, tag) && tag > 1) {
      tag--;
    }
    return tag;
  }

  private static boolean taken(List<Vlan> vlans, int tag) {
    return vlans.stream().anyMatch(v -> v.tag() == tag);
  }
}
