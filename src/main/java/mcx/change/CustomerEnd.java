package mcx.change;

import java.util.Comparator;
import java.util.List;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Premises;
import mcx.design.Router;
import org.jspecify.annotations.Nullable;

/**
 * The customer's side of a joint: a router, or premises with their routers.
 *
 * @param premises the premises that were pointed at; null where it was a router
 * @param routers the routers that may be meant, the one with the fewest links first
 */
record CustomerEnd(@Nullable Premises premises, List<Router> routers) {

  /** The customer's side that this element stands for; null where it stands for none. */
  static @Nullable CustomerEnd of(Design design, Element element) {
    return switch (element) {
      case Router r -> new CustomerEnd(null, List.of(r));
      case Premises p ->
          new CustomerEnd(
              p,
              design.all(Router.class).stream()
                  .filter(r -> p.equals(design.within(r.id(), Premises.class)))
                  .sorted(
                      Comparator.comparing((Router r) -> design.linksOf(r.id()).size())
                          .thenComparing(Router::id))
                  .toList());
      default -> null;
    };
  }

  /** Its router with the fewest links; made where the premises have none. */
  Router router(Draft draft) {
    if (!routers.isEmpty() || premises == null) {
      return routers.getFirst();
    }
    return SiteKinds.edgeRouter(draft, premises.id());
  }

  /**
   * The routers to use where a pair of links makes sense: two of the premises, in the order of
   * their ids, as long as neither has a link that {@code taken} knows; else one.
   */
  List<Router> pair(Draft draft, java.util.function.Predicate<Router> taken) {
    if (premises != null && routers.size() > 1 && routers.stream().noneMatch(taken)) {
      return routers.stream().sorted(Comparator.comparing(Router::id)).limit(2).toList();
    }
    return List.of(router(draft));
  }
}
