package mcx.analysis.rule.vpn;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about VPN. */
public final class VpnRules {

  private VpnRules() {}

  public static List<Rule> all() {
    return List.of();
  }
}
