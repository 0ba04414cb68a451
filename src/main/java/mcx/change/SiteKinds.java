package mcx.change;

import java.util.List;
import java.util.Set;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.inet.Asn;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** Datacenters, branches and routers. */
final class SiteKinds {

  /** Where AS numbers of the customer's own sites begin. */
  static final long FIRST_ASN = 65010;

  private static final Id SAMPLE = Id.of("sample");
  private static final int INNER_COST = 10;

  private SiteKinds() {}

  static List<Kind> all() {
    return List.of(
        premises("datacenter", PremisesKind.DATACENTER, "dc", "10.10.0.0/16"),
        premises("branch", PremisesKind.BRANCH, "branch", "10.100.0.0/24"),
        router("router", RouterKind.ROUTER, "router"),
        router("appliance", RouterKind.APPLIANCE, "nva"),
        router("firewall", RouterKind.FIREWALL, "fw"),
        router("nat", RouterKind.NAT, "nat"));
  }

  private static Stencil stencil(String key) {
    return new Stencil(key, Texts.get("group.sites"), Texts.get("stencil." + key), key);
  }

  private static Kind premises(String key, PremisesKind kind, String stem, String firstPrefix) {
    return new Kind(
        stencil(key),
        (design, holder) -> new Premises(SAMPLE, "", holder, kind, null, List.of()),
        (draft, holder) -> {
          String name = draft.numbered(Texts.get("stencil." + key));
          Id id = draft.id(stem + number(name));
          draft.add(
              new Premises(
                  id,
                  name,
                  holder,
                  kind,
                  null,
                  List.of(PrefixRange.of(draft.prefix(firstPrefix)))));
          edgeRouter(draft, id);
          return id;
        });
  }

  /** A new customer edge router in the premises, with an AS number of its own. */
  static Router edgeRouter(Draft draft, Id premises) {
    String name = draft.numbered(Texts.get("name.edgeRouter"));
    return draft.add(
        Router.of(draft.id("ce" + number(name)), name, premises, draft.asn(FIRST_ASN)));
  }

  private static Kind router(String key, RouterKind kind, String stem) {
    return new Kind(
        stencil(key),
        (design, holder) -> made(SAMPLE, "", holder, kind, Asn.of(FIRST_ASN)),
        (draft, holder) -> {
          String name = draft.numbered(Texts.get("stencil." + key));
          Router sibling = sibling(draft.design(), holder);
          Asn asn = sibling != null && sibling.asn() != null ? sibling.asn() : draft.asn(FIRST_ASN);
          Router router = draft.add(made(draft.id(stem + number(name)), name, holder, kind, asn));
          if (sibling != null) {
            // Two routers of one site share its AS number and tell each other their routes.
            draft.add(
                PrivateLinks.between(
                    draft.id(sibling.id() + "-" + router.id()), sibling, router, 0, INNER_COST));
          }
          return router.id();
        });
  }

  private static @Nullable Router sibling(Design design, @Nullable Id holder) {
    if (design.element(holder, Premises.class) == null) {
      return null;
    }
    return design.children(holder).stream()
        .filter(Router.class::isInstance)
        .map(Router.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static Router made(Id id, String name, @Nullable Id holder, RouterKind kind, Asn asn) {
    return new Router(
        id, name, holder, kind, asn, null, List.of(), List.of(), List.of(), null, Set.of());
  }

  /** The number at the end of a name that {@link Draft#numbered} made. */
  static String number(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
