package mcx.analysis.rule.timer;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about timers. */
public final class TimerRules {

  private TimerRules() {}

  public static List<Rule> all() {
    return List.of(
        new Tmr01(), new Tmr02(), new Tmr03(), new Tmr04(), new Tmr05(), new Tmr06(), new Tmr07());
  }
}
