package mcx.analysis.rule.path;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about the choice of paths and asymmetry. */
public final class PathRules {

  private PathRules() {}

  public static List<Rule> all() {
    return List.of(
        new Path01(),
        new Path02(),
        new Path03(),
        new Path04(),
        new Path05(),
        new Path06(),
        new Path07(),
        new Path08(),
        new Path09(),
        new Path10(),
        new Path11(),
        new Path12(),
        new Path13(),
        new Path14(),
        new Path15(),
        new Path16(),
        new Path17(),
        new Path18(),
        new Path19(),
        new Path20());
  }
}
