package mcx.analysis.rule.transit;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about transit and VRFs. */
public final class TransitRules {

  private TransitRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
