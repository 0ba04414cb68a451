package mcx.analysis.rule.vpn;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about VPN. */
public final class VpnRules {

  private VpnRules() {}

  public static List<Rule> all() {
    return List.of(
        new Vpn01(),
        new Vpn02(),
        new Vpn03(),
        new Vpn04(),
        new Vpn05(),
        new Vpn06(),
        new Vpn07(),
        new Vpn08(),
        new Vpn09(),
        new Vpn10(),
        new Vpn11(),
        new Vpn12(),
        new Vpn13(),
        new Vpn14());
  }
}
