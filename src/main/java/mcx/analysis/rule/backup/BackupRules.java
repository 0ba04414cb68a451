package mcx.analysis.rule.backup;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about coexistence and fallback. */
public final class BackupRules {

  private BackupRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
