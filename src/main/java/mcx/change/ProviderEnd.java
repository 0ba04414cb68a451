package mcx.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.design.AccessLink;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.PointOfPresence;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * A layer-3 provider's side of a joint.
 *
 * @param provider the provider
 * @param element what was pointed at: the provider, a point of presence, a provider edge or a VRF
 */
record ProviderEnd(Layer3Provider provider, Element element) {

  /** The provider's side that this element stands for; null where it stands for none. */
  static @Nullable ProviderEnd of(Design design, Element element) {
    boolean fits =
        element instanceof Layer3Provider
            || element instanceof PointOfPresence
            || element instanceof ProviderEdge
            || element instanceof Vrf;
    Layer3Provider provider = fits ? design.within(element.id(), Layer3Provider.class) : null;
    return provider == null ? null : new ProviderEnd(provider, element);
  }

  /** The VRFs that may be meant, in the order of their ids. */
  List<Vrf> vrfs(Design design) {
    if (element instanceof Vrf v) {
      return List.of(v);
    }
    return design.all(Vrf.class).stream().filter(v -> provider.id().equals(v.parent())).toList();
  }

  /**
   * The provider edges to use, in turn: what was pointed at first, then those with the fewest links
   * of the kind. One is made where the provider has none.
   */
  List<ProviderEdge> edges(Draft draft, Class<? extends Link> fewest) {
    Design design = draft.design();
    List<ProviderEdge> all = new ArrayList<>();
    for (ProviderEdge e : design.all(ProviderEdge.class)) {
      if (provider.equals(design.within(e.id(), Layer3Provider.class))) {
        all.add(e);
      }
    }
    all.sort(
        Comparator.comparing((ProviderEdge e) -> !meant(design, e))
            .thenComparing(e -> design.linksOf(e.id()).stream().filter(fewest::isInstance).count())
            .thenComparing(ProviderEdge::id));
    if (all.isEmpty()) {
      all.add(
          ProviderKinds.edge(
              draft, element instanceof PointOfPresence ? element.id() : provider.id()));
    }
    return all;
  }

  private boolean meant(Design design, ProviderEdge edge) {
    return edge.equals(element)
        || (element instanceof PointOfPresence
            && element.equals(design.within(edge.id(), PointOfPresence.class)));
  }

  /** Whether the router has an access link to this provider. */
  boolean serves(Design design, Id router) {
    return design.linksOf(router).stream()
        .anyMatch(
            l ->
                l instanceof AccessLink a
                    && provider.equals(design.within(a.b(), Layer3Provider.class)));
  }

  /** The access links of the provider, in the order of their ids. */
  List<AccessLink> accessLinks(Design design) {
    return design.allLinks(AccessLink.class).stream()
        .filter(l -> provider.equals(design.within(l.b(), Layer3Provider.class)))
        .toList();
  }
}
