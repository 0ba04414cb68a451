package mcx.change;

import java.util.List;
import mcx.catalog.Product;
import mcx.design.Router;

/** A circuit from a cloud straight to the customer's routers, on direct ports. */
final class CircuitToRouter implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    CustomerEnd customer = CustomerEnd.of(pair.design(), pair.a());
    CloudEnd cloud = CloudEnd.of(pair.design(), pair.b());
    if (customer == null
        || cloud == null
        || Joining.sameCloud(pair)
        || !Circuits.possible(pair.catalog(), cloud)) {
      return List.of();
    }
    return List.of(
        new Way(
            "direct-circuit",
            Texts.get("joint.circuit.direct", Circuits.label(pair.catalog(), cloud)),
            warning(pair, customer, cloud),
            draft -> {
              List<Router> routers = customer.pair(draft, r -> false);
              return Circuits.connect(
                  draft,
                  cloud,
                  (circuit, role, i) -> {
                    Router router = routers.get(i % routers.size());
                    return new Circuits.Place(
                        router.id(), Spare.vlan(draft.design(), router.id()), null);
                  });
            }));
  }

  private static String warning(Pair pair, CustomerEnd customer, CloudEnd cloud) {
    String full = Circuits.warning(pair, cloud);
    Product product = Circuits.product(pair.catalog(), cloud);
    boolean refused =
        product != null
            && customer.routers().stream()
                .anyMatch(r -> r.asn() != null && product.refuses(r.asn()));
    if (!full.isEmpty() || !refused || product == null) {
      return full;
    }
    return Texts.get("warning.asnRefused", product.name());
  }
}
