package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.Trace;
import org.junit.jupiter.api.Test;

/** A default route over ExpressRoute (UDR, ER-DR, BKP-03). */
class S27Test {

  /** “VNet Internet traffic -> DC1 (PATH-17).” */
  @Test
  void internetTrafficGoesToTheDatacenter() {
    Results r = Results.of(S27.design()).finds("PATH-17", Severity.WARNING, "er", "vnet");
    r.holds("er-gw", S27.DEFAULT, "12076 65010").holds("vnet", S27.DEFAULT, "12076 65010");
    Trace trace = r.analysis().solution().trace(VrfId.of("vnet"), IpAddress.of("198.51.100.1"));
    assertTrue(
        trace.hops().stream().anyMatch(h -> h.table().node().equals("ce")), trace.toString());
    Results.of(S27.withoutDefault()).findsNothingOf("PATH-17", "BKP-03");
  }

  /** “VPN tunnel peers reached through Internet, host route required (BKP-03).” */
  @Test
  void theTunnelsNeedAWayBesideTheDefaultRoute() {
    Results.of(S27.design()).finds("BKP-03", Severity.WARNING, "vpn");
    Results.of(S27.withHostRoute()).findsNothingOf("BKP-03");
  }

  /** “ER lost -> Internet system route in the VNet takes over directly (NSG needed).” */
  @Test
  void withoutTheCircuitTheDefaultRouteIsGone() {
    Results lost = Results.of(S27.design(), "er");
    lost.hasNoRoute("vnet", S27.DEFAULT).reaches("dc1", "vnet", PathKind.VPN);
    String text = Results.of(S27.design()).findings("PATH-17").getFirst().text();
    assertTrue(text.contains("straight out to the Internet"), text);
    Results.of(S27.withSecurityGroup()).findsNothingOf("PATH-17");
  }

  @Test
  void bothPrefixesCountAtTheCircuit() {
    assertEquals(2, Results.of(S27.design()).flow("er-primary", "ce").acceptedV4());
  }
}
