package mcx.analysis.rule.backup;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about coexistence and fallback. */
public final class BackupRules {

  private BackupRules() {}

  public static List<Rule> all() {
    return List.of(
        new Bkp01(),
        new Bkp02(),
        new Bkp03(),
        new Bkp04(),
        new Bkp05(),
        new Bkp06(),
        new Bkp07(),
        new Bkp08(),
        new Bkp09(),
        new Bkp10(),
        new Bkp11());
  }
}
