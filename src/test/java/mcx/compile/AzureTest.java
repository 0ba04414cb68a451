package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.design.ConnectionRole;
import mcx.design.IkeVersion;
import mcx.design.PeeringType;
import mcx.design.Routing;
import mcx.design.VpnMode;
import mcx.inet.Prefix;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import org.junit.jupiter.api.Test;

/** ExpressRoute, its gateway, VPN gateways and Route Server. */
class AzureTest {

  private static Sketch hub(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("azure")
        .network("azure", "hub", "10.20.0.0/16")
        .gateway("azure", "er-gw", "azure.er-gateway", null)
        .serve("hub", "er-gw")
        .circuit("azure", "er", "azure.expressroute", "er-gw", "dc", "dc");
  }

  @Test
  void microsoftsEdgeShowsItsOwnNumberOnly() {
    hub()
        .outcome()
        .clean()
        .path("dc-r", "10.20.0.0/16", "12076")
        .path("er/primary", "10.10.0.0/16", "65010")
        .path("er-gw", "10.10.0.0/16", "12076 65010")
        .goes("dc", "hub", "dc dc-r er/primary er-gw hub");
  }

  @Test
  void eachEndHasItsTimersLimitsAndAddress() {
    Session session = hub().outcome().session("er-dc-PP");
    PrefixLimit limit = Objects.requireNonNull(session.atA().limitV4());
    assertEquals(4000, limit.max());
    assertEquals(PrefixLimit.Beyond.SESSION_DOWN_AUTO, limit.beyond());
    assertEquals(180, session.atA().holdSeconds());
    assertNotNull(session.atA().bfd(), "Microsoft runs BFD by default");
    assertNull(session.atB().bfd(), "the customer has to ask for it");
    assertNull(session.atB().limitV4());
    assertEquals(Objects.requireNonNull(session.atB().address()).plus(1), session.atA().address());
    // The gateway's own limit is counted over all its circuits: SharedLimitsTest.
    assertNull(hub().outcome().session("er-er-gw/primary").atA().limitV4());
  }

  @Test
  void aGatewayPassesNothingFromCircuitToCircuit() {
    Sketch sketch =
        hub()
            .site("dc2", 65020, "10.11.0.0/16")
            .circuit("azure", "er2", "azure.expressroute", "er-gw", "dc2");
    Sketch.Outcome apart = sketch.outcome().isolated("dc", "dc2").none("dc-r", "10.11.0.0/16");
    List<Advertisement> kept =
        apart.solution().advertisements("er2-er-gw/primary", VrfId.of("er-gw")).stream()
            .filter(a -> a.prefix().equals(Prefix.of("10.10.0.0/16")))
            .toList();
    assertEquals(1, kept.size());
    assertEquals(Advertisement.Outcome.WITHHELD_POLICY, kept.getFirst().outcome());
    assertTrue(kept.getFirst().reason().contains("Global Reach"), kept.getFirst().reason());
    sketch
        .join("er", "er2")
        .outcome()
        .path("dc-r", "10.11.0.0/16", "12076 65020")
        .goes("dc", "dc2", "dc dc-r er/primary er2/primary dc2-r dc2");
  }

  @Test
  void globalReachIsPairwise() {
    hub()
        .site("b", 65020, "10.11.0.0/16")
        .circuit("azure", "er-b", "azure.expressroute", "er-gw", "b")
        .site("c", 65030, "10.12.0.0/16")
        .circuit("azure", "er-c", "azure.expressroute", "er-gw", "c")
        .join("er", "er-b")
        .join("er-b", "er-c")
        .outcome()
        .path("b-r", "10.12.0.0/16", "12076 65030")
        .none("dc-r", "10.12.0.0/16")
        .isolated("dc", "c");
  }

  @Test
  void twoSitesWithOneNumberStayApartInGlobalReach() {
    hub()
        .site("dc2", 65010, "10.11.0.0/16")
        .circuit("azure", "er2", "azure.expressroute", "er-gw", "dc2")
        .join("er", "er2")
        .outcome()
        .none("dc-r", "10.11.0.0/16")
        .isolated("dc", "dc2");
  }

  @Test
  void theHeavierConnectionWinsBeforeTheShorterPath() {
    Sketch sketch =
        hub()
            .add(
                new mcx.design.Circuit(
                    mcx.design.Id.of("er2"),
                    "er2",
                    mcx.design.Id.of("azure"),
                    "azure.expressroute",
                    null,
                    1000,
                    null))
            .connect("er2", "dc", ConnectionRole.PRIMARY)
            .attach("er2", "er-gw", 100);
    Sketch.Outcome outcome = sketch.outcome().via("er-gw", "10.10.0.0/16", "er2-er-gw/primary");
    assertEquals(1, outcome.entry("er-gw", "10.10.0.0/16").best().size());
    assertEquals(100, outcome.entry("er-gw", "10.10.0.0/16").first().weight());
  }

  @Test
  void twoVirtualNetworksOnOneCircuitDoNotMeetThroughIt() {
    hub()
        .network("azure", "other", "10.21.0.0/16")
        .gateway("azure", "er-gw-2", "azure.er-gateway", null)
        .serve("other", "er-gw-2")
        .attach("er", "er-gw-2", 0)
        .outcome()
        .path("dc-r", "10.21.0.0/16", "12076")
        .isolated("hub", "other");
  }

  @Test
  void aSpokeUsesTheHubsGatewayOnlyWhereBothAgree() {
    hub()
        .network("azure", "spoke", "10.21.0.0/16")
        .network("azure", "spoke2", "10.22.0.0/16")
        .peer("hub", "spoke", true)
        .peer("hub", "spoke2", false)
        .outcome()
        .clean()
        .path("dc-r", "10.21.0.0/16", "12076")
        .none("dc-r", "10.22.0.0/16")
        .goes("spoke", "dc", "spoke er-gw er/primary dc-r dc")
        .goes("spoke", "hub", "spoke hub")
        .isolated("spoke", "spoke2")
        .isolated("spoke2", "dc");
  }

  @Test
  void aSpokeWithItsOwnGatewayCannotUseTheHubs() {
    Sketch.Outcome outcome =
        hub()
            .network("azure", "spoke", "10.21.0.0/16")
            .gateway("azure", "own-gw", "azure.er-gateway", null)
            .serve("spoke", "own-gw")
            .peer("hub", "spoke", true)
            .outcome();
    assertEquals(Set.of("TRN-06"), outcome.rules());
    outcome.none("dc-r", "10.21.0.0/16");
  }

  @Test
  void microsoftPeeringCarriesNoRoutesOfVirtualNetworks() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65010, "10.10.0.0/16")
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .gateway("azure", "er-gw", "azure.er-gateway", null)
            .serve("hub", "er-gw")
            .circuit("azure", "er", "azure.expressroute", "er-gw")
            .connect("er", "dc", ConnectionRole.PRIMARY, PeeringType.MICROSOFT)
            .outcome()
            .notes("public services");
    assertTrue(outcome.solution().session("er-dc-PM").up());
    outcome.none("dc-r", "10.20.0.0/16").none("er/primary", "10.10.0.0/16");
  }

  @Test
  void refusedNumbersGetNoSession() {
    for (long refused : new long[] {65515, 65520}) {
      Sketch.Outcome outcome =
          new Sketch()
              .site("dc", refused, "10.10.0.0/16")
              .cloud("azure")
              .network("azure", "hub", "10.20.0.0/16")
              .gateway("azure", "er-gw", "azure.er-gateway", null)
              .serve("hub", "er-gw")
              .circuit("azure", "er", "azure.expressroute", "er-gw", "dc")
              .outcome();
      assertEquals(Set.of("ASN-01"), outcome.rules(), "AS " + refused);
      assertNull(outcome.network().session("er-dc-PP"));
      outcome.isolated("dc", "hub");
    }
  }

  private static Sketch withVpn(Routing routing, Object... failed) {
    return hub(failed)
        .gateway("azure", "vpn-gw", "azure.vpn-gateway", "VpnGw1AZ", 65515L, true)
        .serve("hub", "vpn-gw")
        .vpn("vpn", "vpn-gw", "dc-r", routing);
  }

  @Test
  void expressRouteWinsByWeightAndVpnTakesOver() {
    Sketch.Outcome outcome = withVpn(Routing.BGP).outcome().clean();
    assertEquals(32769, outcome.entry("hub", "10.10.0.0/16").first().weight());
    assertEquals(32768, outcome.entry("hub", "10.10.0.0/16").lost().getFirst().route().weight());
    withVpn(Routing.BGP, "er")
        .outcome()
        .path("hub", "10.10.0.0/16", "65010")
        .path("dc-r", "10.20.0.0/16", "65515")
        .goes("hub", "dc", "hub vpn-gw dc-r dc");
    withVpn(Routing.STATIC, "er").outcome().goes("hub", "dc", "hub vpn-gw dc-r dc");
  }

  @Test
  void aVpnGatewayPassesRoutesBetweenPeersButNoCopyOfItsNetworks() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65010, "10.10.0.0/16")
            .site("b", 65020, "10.11.0.0/16", "10.20.0.0/16", "10.20.5.0/24")
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .gateway("azure", "vpn-gw", "azure.vpn-gateway", "VpnGw1AZ", null, false)
            .serve("hub", "vpn-gw")
            .vpn("vpn-a", "vpn-gw", "a-r", Routing.BGP)
            .vpn("vpn-b", "vpn-gw", "b-r", Routing.BGP)
            .outcome()
            .path("a-r", "10.11.0.0/16", "65515 65020")
            .path("a-r", "10.20.0.0/16", "65515")
            .none("a-r", "10.20.5.0/24")
            .none("hub", "10.20.5.0/24")
            .goes("a", "b", "a a-r vpn-gw b-r b");
    assertEquals(1, outcome.entry("vpn-gw", "10.20.0.0/16").best().size());
    assertTrue(outcome.entry("vpn-gw", "10.20.0.0/16").lost().isEmpty(), "an exact copy");
  }

  @Test
  void vpnAndExpressRouteExchangeRoutesOnlyThroughARouteServer() {
    Sketch apart =
        hub()
            .site("branch", 65020, "10.12.0.0/16")
            .gateway("azure", "vpn-gw", "azure.vpn-gateway", "VpnGw1AZ", 65515L, true)
            .serve("hub", "vpn-gw")
            .vpn("vpn", "vpn-gw", "branch-r", Routing.BGP);
    apart.outcome().clean().none("dc-r", "10.12.0.0/16").isolated("dc", "branch");
    apart
        .gateway("azure", "ars", "azure.route-server", null)
        .serve("hub", "ars")
        .associate("ars", "er-gw")
        .associate("ars", "vpn-gw")
        .outcome()
        .clean()
        .path("dc-r", "10.12.0.0/16", "12076")
        .path("branch-r", "10.10.0.0/16", "65515 12076 65010")
        .goes("dc", "branch", "dc dc-r er/primary er-gw vpn-gw branch-r branch")
        .goes("branch", "dc", "branch branch-r vpn-gw er-gw er/primary dc-r dc");
  }

  @Test
  void ownNumberAcrossVpnIsRefused() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("dc", 65001, "10.10.0.0/16")
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .gateway("azure", "vpn-gw", "azure.vpn-gateway", 65001L)
            .serve("hub", "vpn-gw")
            .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP)
            .outcome();
    assertEquals(Set.of("ASN-03"), outcome.rules());
    outcome.isolated("dc", "hub");
  }

  @Test
  void basicGatewaysAreHeldToWhatTheyCan() {
    assertEquals(
        Set.of("VPN-01"), basic(Routing.BGP, null, VpnMode.ROUTE_BASED, 1).outcome().rules());
    basic(Routing.STATIC, IkeVersion.IKEV1, VpnMode.POLICY_BASED, 1)
        .outcome()
        .clean()
        .goes("dc", "hub", "dc dc-r vpn-gw hub");
    Sketch.Outcome tooMany =
        basic(Routing.STATIC, IkeVersion.IKEV1, VpnMode.POLICY_BASED, 2).outcome();
    assertEquals(Set.of("VPN-11"), tooMany.rules());
    assertTrue(tooMany.solution().isSegmentUp("vpn/tunnel-1"));
    assertFalse(tooMany.solution().isSegmentUp("vpn/tunnel-2"));
    Sketch.Outcome wrongVersion =
        basic(Routing.STATIC, IkeVersion.IKEV1, VpnMode.ROUTE_BASED, 1).outcome();
    assertFalse(wrongVersion.solution().isSegmentUp("vpn/tunnel-1"));
    wrongVersion.notes("IKE version");
  }

  private static Sketch basic(
      Routing routing, @org.jspecify.annotations.Nullable IkeVersion ike, VpnMode mode, int n) {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("azure")
        .network("azure", "hub", "10.20.0.0/16")
        .gateway("azure", "vpn-gw", "azure.vpn-gateway", "Basic", null, false)
        .serve("hub", "vpn-gw")
        .vpn("vpn", "vpn-gw", "dc-r", routing, ike, mode, n);
  }
}
