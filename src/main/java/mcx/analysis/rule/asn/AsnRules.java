package mcx.analysis.rule.asn;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about AS numbers and AS paths. */
public final class AsnRules {

  private AsnRules() {}

  public static List<Rule> all() {
    return List.of(new Asn13());
  }
}
