package mcx.change;

import java.util.List;
import mcx.design.Router;

/** A private link between two routers, or between the routers of two sites. */
final class RouterToRouter implements Joint {

  private static final int MBPS = 1000;
  private static final int COST = 10;

  @Override
  public List<Way> ways(Pair pair) {
    CustomerEnd a = CustomerEnd.of(pair.design(), pair.a());
    CustomerEnd b = CustomerEnd.of(pair.design(), pair.b());
    if (a == null || b == null) {
      return List.of();
    }
    return List.of(
        new Way(
            "private-link",
            Texts.get("joint.privateLink"),
            "",
            draft -> {
              Router from = a.router(draft);
              Router to = b.router(draft);
              return draft
                  .add(
                      PrivateLinks.between(
                          draft.id(from.id() + "-" + to.id()), from, to, MBPS, COST))
                  .id();
            }));
  }
}
