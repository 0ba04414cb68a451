package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about prefix limits. */
public final class PrefixRules {

  private PrefixRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
