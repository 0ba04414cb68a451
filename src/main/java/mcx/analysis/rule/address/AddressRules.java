package mcx.analysis.rule.address;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about addressing. */
public final class AddressRules {

  private AddressRules() {}

  public static List<Rule> all() {
    return List.of(
        new Adr01(),
        new Adr02(),
        new Adr03(),
        new Adr04(),
        new Adr05(),
        new Adr06(),
        new Adr07(),
        new Adr07.Several(),
        new Adr08(),
        new Adr08.Unfit(),
        new Adr09(),
        new Adr10(),
        new Adr11(),
        new Adr12(),
        new Adr13(),
        new Adr14(),
        new Adr15(),
        new Adr16());
  }
}
