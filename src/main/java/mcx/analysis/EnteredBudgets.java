package mcx.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mcx.catalog.Catalog;
import mcx.catalog.Fact;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.compile.LimitFacts;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.LimitBasis;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.PrefixLimit;
import mcx.network.Segment;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/** The limits on lists that are entered by hand. */
final class EnteredBudgets {

  private EnteredBudgets() {}

  static List<Budget> of(Design design, Catalog catalog, Network network) {
    List<Budget> all = new ArrayList<>();
    for (GatewayAssociation link : design.allLinks(GatewayAssociation.class)) {
      Gateway near = design.element(link.a(), Gateway.class);
      Gateway far = design.element(link.b(), Gateway.class);
      Product behind = far == null ? null : catalog.of(far);
      // The list counts where it is what is advertised, not where it only filters (DX-ALW).
      if (near != null && behind != null && behind.behaviour().equals("aws.tgw")) {
        for (PrefixLimitFact fact : facts(near, catalog, Scope.ASSOCIATION)) {
          all.add(
              budget(
                  link.id(),
                  "Allowed prefixes of " + Names.of(design, link.id()),
                  link.allowedPrefixes().size(),
                  fact));
        }
      }
    }
    for (Gateway gateway : design.all(Gateway.class)) {
      long entered = gateway.advertised().stream().mapToLong(PrefixRange::count).sum();
      if (entered > 0) {
        for (PrefixLimitFact fact : facts(gateway, catalog, Scope.ENTERED)) {
          all.add(
              budget(
                  gateway.id(),
                  "Prefixes that " + Names.of(design, gateway.id()) + " advertises by hand",
                  (int) Math.min(entered, Integer.MAX_VALUE),
                  fact));
        }
      }
    }
    for (VpnConnection vpn : design.allLinks(VpnConnection.class)) {
      if (vpn.routing() == Routing.STATIC) {
        for (Id end : List.of(vpn.a(), vpn.b())) {
          Budget budget = staticRoutes(design, catalog, network, vpn, end);
          if (budget != null) {
            all.add(budget);
          }
        }
      }
    }
    return all;
  }

  /** The static routes of a VPN at a gateway that takes so many; null where it names no number. */
  private static @Nullable Budget staticRoutes(
      Design design, Catalog catalog, Network network, VpnConnection vpn, Id end) {
    Gateway gateway = design.element(end, Gateway.class);
    Product product = gateway == null ? null : catalog.of(gateway);
    Fact<Long> most = product == null ? null : product.numbers().get(Quantity.MAX_STATIC_ROUTES);
    if (most == null) {
      return null;
    }
    Set<Prefix> routes = new HashSet<>();
    for (Node node : network.nodes().values()) {
      if (Id.of(node.element().id()).equals(end)) {
        for (Vrf vrf : node.vrfs()) {
          for (Vrf.StaticRoute route : vrf.statics()) {
            Segment segment = network.segment(route.segment());
            if (segment != null && Id.of(segment.origin().id()).owner().equals(vpn.id())) {
              routes.add(route.prefix());
            }
          }
        }
      }
    }
    return budget(
        vpn.id() + ":" + end + ":STATIC",
        "Static routes of " + Names.of(design, vpn.id()) + " at " + Names.of(design, end),
        vpn.id(),
        vpn.id(),
        Set.of(Family.values()),
        routes.size(),
        new PrefixLimit(
            Math.toIntExact(most.value()),
            PrefixLimit.Beyond.UNKNOWN,
            "static routes of one connection (" + most.source() + ")",
            new LimitBasis(
                LimitBasis.Over.LIST, "", most.source(), false, false, most.confirmed())));
  }

  private static List<PrefixLimitFact> facts(Gateway gateway, Catalog catalog, Scope scope) {
    Product product = catalog.of(gateway);
    return product == null
        ? List.of()
        : product.limits().stream().filter(f -> f.scope() == scope).toList();
  }

  private static Budget budget(Id holder, String label, int count, PrefixLimitFact fact) {
    Family family = fact.family();
    return budget(
        holder + ":" + fact.scope(),
        label,
        holder.owner(),
        null,
        family == null ? Set.of(Family.values()) : Set.of(family),
        count,
        LimitFacts.limit(fact, null));
  }

  private static Budget budget(
      String id,
      String label,
      Id holder,
      @Nullable Id link,
      Set<Family> families,
      int count,
      PrefixLimit limit) {
    return new Budget(
        id,
        label,
        holder,
        link,
        null,
        null,
        families,
        count,
        limit,
        new TreeMap<>(),
        null,
        null,
        null);
  }
}
