package mcx.analysis.rule.redundancy;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about redundancy. */
public final class RedundancyRules {

  private RedundancyRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
