package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.Components;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Setting;

/**
 * TMR-07: Alibaba's border router sends BFD packets that may take many hops, over a fibre that
 * leads straight to the customer's router, which expects them in one.
 */
final class Tmr07 extends Rule {

  private static final int DIRECT = 1;

  Tmr07() {
    super("TMR-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitSession s : CircuitSession.of(situation, "alibaba.")) {
      boolean direct = situation.design().element(s.link().b(), Router.class) != null;
      if (direct && s.bfdAsked() && hops(situation, s) > DIRECT) {
        found.add(found(situation, s));
      }
    }
    return found;
  }

  private static long hops(Situation situation, CircuitSession s) {
    Integer set = s.cloud().settings().number(Setting.BFD_HOPS);
    Product product = situation.product(s.circuit().id());
    OptionalLong usual = product == null ? OptionalLong.empty() : product.number(Quantity.BFD_HOPS);
    return set != null ? set : usual.orElse(DIRECT);
  }

  private Finding found(Situation situation, CircuitSession s) {
    Id link = s.id();
    return finding(link)
        .showing(List.of(s.circuit().id(), s.link().b()))
        .title(
            "BFD on "
                + situation.name(link)
                + " is set for "
                + hops(situation, s)
                + " hops, over a line that leads straight to "
                + s.farName(situation))
        .text(
            "The customer's router expects BFD packets of one hop there, so the BFD session may not"
                + " come up, and failures are noticed only when BGP's hold time ends.")
        .remedy("Set the hop count of BFD at Alibaba's side to 1.")
        .fix(
            "Set BFD on " + situation.name(link) + " to 1 hop",
            (design, catalog) ->
                new Change(
                    SessionEnds.cloud(
                        design,
                        link,
                        end ->
                            Components.with(
                                end, "settings", end.settings().with(Setting.BFD_HOPS, DIRECT))),
                    List.of(),
                    link))
        .done();
  }
}
