package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Setting;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.Trace;
import mcx.routing.Tripped.Aftermath;
import org.junit.jupiter.api.Test;

/**
 * Google's quota of learned routes (GCP-LRN). Which of equally long prefixes is dropped is decided
 * by their order; in this set order by text and by number agree.
 */
class S17Test {

  private static final String DROPPED = "172.17.193.0/24";

  @Test
  void theLastOfTheLongestPrefixesIsDropped() {
    Results r = Results.of(S17.design()).finds("PFX-16", Severity.ERROR, "vpc");
    assertEquals(251, r.tripped("PFX-16").count());
    assertEquals(250, r.tripped("PFX-16").limit().max());
    assertEquals(Aftermath.DROPS_EXCESS, r.tripped("PFX-16").aftermath());
    r.hasNoRoute("vpc", DROPPED)
        .holds("vpc", "172.16.0.0/12", "65010")
        .holds("vpc", "172.16.100.0/24", "65010")
        .holds("vpc", "172.17.192.0/24", "65010");
    long kept =
        r.analysis().solution().rib(VrfId.of("vpc")).keySet().stream()
            .filter(p -> p.toString().startsWith("172."))
            .count();
    assertEquals(250, kept, "the covering range and 249 parts");
  }

  /** “Traffic to it follows 172.16.0.0/12 to the same DC1 link; BGP session stays Established.” */
  @Test
  void trafficToItFollowsTheCoveringRange() {
    Results r = Results.of(S17.design()).sessionUp("ic-vlan");
    Trace trace = r.analysis().solution().trace(VrfId.of("vpc"), IpAddress.of("172.17.193.1"));
    assertTrue(trace.arrived(), trace.reason());
    assertEquals("ce", trace.hops().get(trace.hops().size() - 2).table().node());
    assertEquals("dc1", trace.hops().getLast().table().node());
    r.reaches("dc1", "vpc", PathKind.DIRECT);
  }

  /** “IPv6 goes first” (GCP-LRN), however short. */
  @Test
  void ipv6IsDroppedFirst() {
    Results.of(S17.withIpv6())
        .finds("PFX-16", Severity.ERROR, "vpc")
        .holds("cr", "2001:db8::/48", "65010")
        .hasNoRoute("vpc", "2001:db8::/48")
        .holds("vpc", "172.17.192.0/24", "65010");
  }

  @Test
  void aLargerQuotaKeepsAll() {
    Design raised = Edits.setting(S17.design(), "cr", Setting.PREFIX_QUOTA, 251);
    Results.of(raised).findsNothingOf("PFX-16").holds("vpc", DROPPED, "65010");
  }

  /** “Variant 5,001 prefixes -> session resets, PFX-15.” */
  @Test
  void beyondWhatTheSessionTakesItResets() {
    Results r = Results.of(S17.beyondTheSession()).finds("PFX-15", Severity.ERROR, "ic");
    assertEquals(5001, r.tripped("PFX-15").count());
    assertEquals(Aftermath.DOWN_WHILE_EXCEEDED, r.tripped("PFX-15").aftermath());
    r.sessionDown("ic-vlan").isolated("dc1", "vpc");
    Results.of(S17.fullSession()).findsNothingOf("PFX-15").sessionUp("ic-vlan");
  }
}
