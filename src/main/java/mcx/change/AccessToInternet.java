package mcx.change;

import java.util.List;
import mcx.design.AccessLink;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Router;

/** An access link of a site to the Internet. */
final class AccessToInternet implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    CustomerEnd customer = CustomerEnd.of(pair.design(), pair.a());
    if (customer == null || !(pair.b() instanceof Internet internet)) {
      return List.of();
    }
    return List.of(
        new Way(
            "access",
            Texts.get("joint.access.internet"),
            "",
            draft -> {
              Router router = customer.router(draft);
              Id id = draft.id(router.id() + "-" + internet.id());
              return draft
                  .add(
                      new AccessLink(
                          id, "", router.id(), internet.id(), AccessToLayer3.USUAL_MBPS, List.of()))
                  .id();
            }));
  }
}
