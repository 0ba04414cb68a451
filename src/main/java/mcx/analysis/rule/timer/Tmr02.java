package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** TMR-02: the customer's BGP timers are below those that Azure documents for ExpressRoute. */
final class Tmr02 extends Rule {

  Tmr02() {
    super("TMR-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitSession s : CircuitSession.of(situation, "azure.expressroute")) {
      Product product = situation.product(s.circuit().id());
      int keepalive = least(product, Quantity.MIN_KEEPALIVE_SECONDS);
      int hold = least(product, Quantity.MIN_HOLD_SECONDS);
      if (isBelow(s.far().keepaliveSeconds(), keepalive) || isBelow(s.far().holdSeconds(), hold)) {
        found.add(found(situation, s, keepalive, hold));
      }
    }
    return found;
  }

  private static int least(@Nullable Product product, Quantity quantity) {
    return product == null ? 0 : (int) product.number(quantity).orElse(0);
  }

  private static boolean isBelow(@Nullable Integer set, int least) {
    return set != null && set < least;
  }

  private Finding found(Situation situation, CircuitSession s, int keepalive, int hold) {
    Id link = s.id();
    String router = s.farName(situation);
    return finding(link)
        .showing(List.of(s.circuit().id()))
        .title(
            router
                + " speaks with "
                + situation.name(s.circuit().id())
                + " at "
                + s.session().atB().keepaliveSeconds()
                + " s keepalive and "
                + s.session().atB().holdSeconds()
                + " s hold time; Azure documents "
                + keepalive
                + " and "
                + hold
                + " as the least")
        .text(
            "What Microsoft's side does with shorter timers is not stated. Timers this short also end"
                + " sessions that are only busy.")
        .remedy("Raise the timers to " + keepalive + " and " + hold + " s, or more.")
        .remedy("Use BFD to notice failures fast.")
        .fix(
            "Set " + keepalive + " s keepalive and " + hold + " s hold time at " + router,
            (design, catalog) ->
                new Change(
                    SessionEnds.far(design, link, end -> raised(end, keepalive, hold)),
                    List.of(),
                    link))
        .done();
  }

  private static BgpEnd raised(BgpEnd end, int keepalive, int hold) {
    BgpEnd raised = end;
    if (isBelow(end.keepaliveSeconds(), keepalive)) {
      raised = raised.with("keepaliveSeconds", keepalive);
    }
    if (isBelow(end.holdSeconds(), hold)) {
      raised = raised.with("holdSeconds", hold);
    }
    return raised;
  }
}
