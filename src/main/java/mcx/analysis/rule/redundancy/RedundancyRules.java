package mcx.analysis.rule.redundancy;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about redundancy. */
public final class RedundancyRules {

  private RedundancyRules() {}

  public static List<Rule> all() {
    return List.of(
        new Red01(),
        new Red02(),
        new Red03(),
        new Red04(),
        new Red05(),
        new Red06(),
        new Red07(),
        new Red08(),
        new Red09(),
        new Red10(),
        new Red11(),
        new Red12(),
        new Red13(),
        new Red14());
  }
}
