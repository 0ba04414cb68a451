package mcx.change;

import java.util.ArrayList;
import java.util.List;
import mcx.design.AccessLink;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Port;
import mcx.design.Router;

/** Access links of a site to ports of a layer-2 provider. */
final class AccessToLayer2 implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    CustomerEnd customer = CustomerEnd.of(pair.design(), pair.a());
    Layer2Provider provider = provider(pair.design(), pair.b());
    if (customer == null || provider == null) {
      return List.of();
    }
    Port port = pair.b() instanceof Port p ? p : null;
    return List.of(
        new Way(
            "access",
            Texts.get("joint.access"),
            "",
            draft -> {
              List<Router> routers =
                  port != null
                      ? List.of(customer.router(draft))
                      : customer.pair(draft, r -> serves(draft.design(), provider, r.id()));
              List<Id> made = new ArrayList<>();
              for (Router router : routers) {
                Port at = port != null ? port : freePort(draft, provider);
                made.add(link(draft, router, at));
              }
              CrossConnects.complete(draft, provider.id());
              return made.getFirst();
            }));
  }

  /** The layer-2 provider that this element stands for; null where it stands for none. */
  static @org.jspecify.annotations.Nullable Layer2Provider provider(
      Design design, Element element) {
    return element instanceof Layer2Provider || element instanceof Port
        ? design.within(element.id(), Layer2Provider.class)
        : null;
  }

  /** A port of the provider that nothing is joined to yet; a new one where all are taken. */
  static Port freePort(Draft draft, Layer2Provider provider) {
    Design design = draft.design();
    return design.all(Port.class).stream()
        .filter(p -> provider.id().equals(p.parent()) && design.linksOf(p.id()).isEmpty())
        .findFirst()
        .orElseGet(() -> ProviderKinds.port(draft, provider.id()));
  }

  private static boolean serves(Design design, Layer2Provider provider, Id router) {
    return design.linksOf(router).stream()
        .anyMatch(
            l ->
                l instanceof AccessLink a
                    && design.within(a.b(), Layer2Provider.class) instanceof Layer2Provider p
                    && p.id().equals(provider.id()));
  }

  private static Id link(Draft draft, Router router, Port port) {
    return draft
        .add(
            new AccessLink(
                draft.id(router.id() + "-" + port.id()),
                "",
                router.id(),
                port.id(),
                port.speedMbps(),
                List.of()))
        .id();
  }
}
