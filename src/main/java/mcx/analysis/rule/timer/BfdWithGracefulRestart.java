package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;

/** BFD and graceful restart on one session: the one says that it is over, the other to wait. */
abstract class BfdWithGracefulRestart extends Rule {

  private final String product;
  private final String consequence;

  /**
   * @param product the beginning of the catalog key of the circuits in question
   * @param consequence what this cloud's document says of it
   */
  BfdWithGracefulRestart(String id, String product, String consequence) {
    super(id);
    this.product = product;
    this.consequence = consequence;
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitSession s : CircuitSession.of(situation, product)) {
      if (s.bfdAsked() && s.gracefulRestart()) {
        found.add(found(situation, s));
      }
    }
    return found;
  }

  private Finding found(Situation situation, CircuitSession s) {
    Id link = s.id();
    return finding(link)
        .showing(List.of(s.circuit().id()))
        .title(situation.name(link) + " runs both BFD and graceful restart")
        .text(
            "BFD takes the session down at once, and graceful restart then keeps its routes as if the"
                + " neighbour were only restarting. "
                + consequence)
        .remedy("Keep BFD, and turn graceful restart off on this session.")
        .remedy("Or keep graceful restart, and give up noticing failures fast.")
        .fix(
            "Turn graceful restart off on " + situation.name(link),
            (design, catalog) -> new Change(off(design, link), List.of(), link))
        .done();
  }

  private static Design off(Design design, Id link) {
    return SessionEnds.cloud(
        SessionEnds.far(design, link, BfdWithGracefulRestart::off),
        link,
        BfdWithGracefulRestart::off);
  }

  private static BgpEnd off(BgpEnd end) {
    return Components.with(end, "settings", end.settings().with(Setting.GRACEFUL_RESTART, null));
  }
}
