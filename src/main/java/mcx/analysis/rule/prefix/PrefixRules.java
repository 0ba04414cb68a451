package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about prefix limits. */
public final class PrefixRules {

  private PrefixRules() {}

  public static List<Rule> all() {
    return List.of(
        new Pfx01(),
        new Pfx02(),
        new Pfx03(),
        new Pfx04(),
        new Pfx05(),
        new Pfx06(),
        new Pfx07(),
        new Pfx08(),
        new Pfx09(),
        new Pfx10(),
        new Pfx11(),
        new Pfx12(),
        new Pfx13(),
        new Pfx14(),
        new Pfx15(),
        new Pfx16(),
        new Pfx17(),
        new Pfx18(),
        new Pfx19(),
        new Pfx20(),
        new Pfx21(),
        new Pfx22(),
        new Pfx23(),
        new Pfx24(),
        new Pfx25());
  }
}
