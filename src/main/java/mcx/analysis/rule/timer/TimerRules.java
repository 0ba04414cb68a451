package mcx.analysis.rule.timer;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about timers. */
public final class TimerRules {

  private TimerRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
