package mcx.analysis.rule.mtu;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about packet sizes and capacity. */
public final class MtuRules {

  private MtuRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
