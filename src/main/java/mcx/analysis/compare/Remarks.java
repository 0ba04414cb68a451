package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.rule.RuleTable;
import mcx.design.Circuit;

/** What rules say of a change itself, which neither of the two designs shows alone. */
final class Remarks {

  private static final String EXPRESSROUTE = "azure.expressroute";

  private Remarks() {}

  static List<Finding> of(Analysis before, Analysis after) {
    List<Finding> remarks = new ArrayList<>();
    for (Circuit now : after.design().all(Circuit.class)) {
      Circuit then = before.design().element(now.id(), Circuit.class);
      if (then != null
          && then.product().equals(now.product())
          && now.product().startsWith(EXPRESSROUTE)
          && now.bandwidthMbps() > 0
          && now.bandwidthMbps() < then.bandwidthMbps()) {
        remarks.add(narrower(after, then, now));
      }
    }
    return remarks;
  }

  /** MTU-05: the bandwidth of an ExpressRoute circuit can be raised, not lowered. */
  private static Finding narrower(Analysis after, Circuit then, Circuit now) {
    RuleTable.Row row = RuleTable.row("MTU-05");
    String name = Names.of(after.design(), now.id());
    return new Finding(
        row.id(),
        row.severity(),
        name
            + " goes down from "
            + then.bandwidthMbps()
            + " to "
            + now.bandwidthMbps()
            + " Mbit/s, which Azure does not do in place",
        "The bandwidth of an ExpressRoute circuit can be raised while it runs, but not lowered."
            + " Where the smaller bandwidth is wanted, a new circuit must be ordered and the"
            + " connections moved to it.",
        List.of("Draw a new circuit beside the old one, move the connections, remove the old."),
        List.of(now.id()),
        row.source());
  }
}
