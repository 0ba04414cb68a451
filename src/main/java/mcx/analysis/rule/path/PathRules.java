package mcx.analysis.rule.path;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about the choice of paths and asymmetry. */
public final class PathRules {

  private PathRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
