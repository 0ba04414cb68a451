package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.PathKind;
import mcx.design.Design;
import mcx.network.Policy.Learned;
import org.junit.jupiter.api.Test;

/**
 * The routing preference of a Virtual WAN hub (VWAN).
 *
 * <p>The scenario has ExpressRoute win by the shorter path. With 12076 in front the path over
 * ExpressRoute is [12076 65010], as long as the VPN's [65010 65010]; whether the hub counts 12076
 * is not confirmed, so by the scenario's own note the winner is unknown. The program says so.
 */
class S26Test {

  private static void winner(Design design, String expected) {
    String via = Objects.requireNonNull(Results.of(design).held("hub", S26.SITE).first().via());
    assertTrue(via.startsWith(expected), via);
  }

  @Test
  void expressRouteIsTheUsualPreference() {
    for (Design design : List.of(S26.design(null), S26.design("expressroute"))) {
      winner(design, "er-hub");
      Results.of(design).noErrors().goes("vnet", "dc1", "vnet hub er/.* ce dc1");
    }
  }

  @Test
  void vpnWinsWherePreferred() {
    winner(S26.design("vpn"), "vpn/");
    Results.of(S26.design("vpn")).goes("vnet", "dc1", "vnet hub ce dc1");
  }

  @Test
  void byPathTheWinnerIsNotCertain() {
    Results r = Results.of(S26.design("as-path"));
    assertTrue(r.says("hub", "not confirmed"), r.analysis().findings().toString());
    assertEquals(
        List.of("12076 65010", "12076 65010", "65010 65010", "65010 65010"),
        r.candidates("hub", S26.SITE));
  }

  /** “A static route to 10.10.0.0/16 beats both.” */
  @Test
  void aStaticRouteBeatsBoth() {
    Results r = Results.of(S26.withStaticRoute());
    assertEquals(Learned.STATIC, r.held("hub", S26.SITE).first().learned());
    r.goes("vnet", "dc1", "vnet hub ce dc1");
  }

  @Test
  void eachTakesOverForTheOther() {
    Results.of(S26.design(null), "er").reaches("dc1", "vnet", PathKind.VPN);
    Results.of(S26.design("vpn"), "vpn").reaches("dc1", "vnet", PathKind.DIRECT);
    Results.of(S26.design(null), "er", "vpn").onlyReach();
  }

  /** “ER-to-ER through the hub only with Global Reach or a firewall.” */
  @Test
  void circuitsMeetByGlobalReachOnly() {
    Results.of(Edits.without(S26.twoCircuits(), "vpn"))
        .isolated("dc1", "dc2")
        .reaches("dc2", "vnet", PathKind.DIRECT);
    Results.of(S26.globalReach()).reaches("dc1", "dc2", PathKind.CLOUD);
  }
}
