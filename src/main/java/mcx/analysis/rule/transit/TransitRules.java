package mcx.analysis.rule.transit;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about transit and VRFs. */
public final class TransitRules {

  private TransitRules() {}

  public static List<Rule> all() {
    return List.of(
        new Trn01(),
        new Trn02(),
        new Trn03(),
        new Trn04(),
        new Trn05(),
        new Trn06(),
        new Trn07(),
        new Trn08(),
        new Trn09(),
        new Trn10(),
        new Trn11(),
        new Trn12(),
        new Trn13(),
        new Trn14(),
        new Trn15(),
        new Trn16(),
        new Trn17(),
        new Trn18(),
        new Trn19(),
        new Trn20(),
        new Trn21(),
        new Trn22(),
        new Trn23());
  }
}
