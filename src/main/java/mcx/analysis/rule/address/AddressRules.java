package mcx.analysis.rule.address;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about addressing. */
public final class AddressRules {

  private AddressRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
