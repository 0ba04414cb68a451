package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.Id;
import mcx.design.ProviderEdge;

/**
 * TMR-06: BFD is asked for on a FastConnect where a partner's own routers speak BGP with Oracle.
 */
final class Tmr06 extends Rule {

  Tmr06() {
    super("TMR-06");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitSession s : CircuitSession.of(situation, "oracle.fastconnect")) {
      Id far = s.link().b();
      if (s.bfdAsked() && situation.design().element(far, ProviderEdge.class) != null) {
        found.add(found(situation, s));
      }
    }
    return found;
  }

  private Finding found(Situation situation, CircuitSession s) {
    Id link = s.id();
    return finding(link)
        .showing(List.of(s.circuit().id(), s.link().b()))
        .title("BFD is asked for on " + situation.name(link) + ", where Oracle does not run it")
        .text(
            "Oracle runs BFD except on connections through a layer-3 partner. Here a failure is"
                + " noticed only when BGP's hold time ends: after "
                + s.holdSeconds()
                + " s.")
        .remedy("Leave BFD off here, and count on the hold time.")
        .remedy("Take a partner that connects at layer 2, where BFD runs to your own router.")
        .fix(
            "Turn BFD off on " + situation.name(link),
            (design, catalog) ->
                new Change(
                    SessionEnds.cloud(
                        SessionEnds.far(design, link, e -> e.with("bfd", null)),
                        link,
                        e -> e.with("bfd", null)),
                    List.of(),
                    link))
        .done();
  }
}
