package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mcx.design.Circuit;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Policy.Learned;
import mcx.network.VrfId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What Azure's gateways pass on, and how virtual networks choose: the rows of the reference on
 * Azure, each by its source key.
 */
class AzureRowsTest {

  private static Sketch sketch(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .site("branch", 65020, "10.12.0.0/16")
        .cloud("azure")
        .network("azure", "hub", "10.20.0.0/16");
  }

  private static Sketch er(Object... failed) {
    return sketch(failed)
        .gateway("azure", "er-gw", "azure.er-gateway", null)
        .serve("hub", "er-gw")
        .circuit("azure", "er", "azure.expressroute", "er-gw", "dc");
  }

  private static Sketch vpn(Sketch to) {
    return to.gateway("azure", "vpn-gw", "azure.vpn-gateway", "VpnGw1AZ", 65515L, true)
        .serve("hub", "vpn-gw");
  }

  private static Sketch circuit(Sketch sketch, String id, String site) {
    return sketch.circuit("azure", id, "azure.expressroute", "er-gw", site);
  }

  private static List<PrefixRange> networks(String... prefixes) {
    return java.util.Arrays.stream(prefixes).map(PrefixRange::of).toList();
  }

  private static RoutePolicy.Change prepend(int times) {
    return new RoutePolicy.Change(null, null, times, List.of(), List.of(), null);
  }

  /** What is passed on (1.4 and 2.4). */
  @Nested
  class Transit {

    @Test
    @DisplayName("ER-FAQ: nothing from circuit to circuit without Global Reach")
    void noCircuitToCircuit() {
      circuit(er(), "er2", "branch")
          .outcome()
          .clean()
          .none("dc-r", "10.12.0.0/16")
          .none("branch-r", "10.10.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("ER-GR: Global Reach joins two circuits, and is not transitive")
    void globalReach() {
      circuit(circuit(er(), "er2", "branch").site("far", 65030, "10.13.0.0/16"), "er3", "far")
          .join("er", "er2")
          .join("er2", "er3")
          .outcome()
          .path("dc-r", "10.12.0.0/16", "12076 65020")
          .goes("dc", "branch", "dc dc-r er/primary er2/primary branch-r branch")
          .path("far-r", "10.12.0.0/16", "12076 65020")
          .none("dc-r", "10.13.0.0/16")
          .isolated("dc", "far");
    }

    @Test
    @DisplayName("ER-GR: Global Reach takes circuits at different peering locations")
    void globalReachLocations() {
      Sketch sketch =
          circuit(er(), "er2", "branch")
              .add(
                  new mcx.design.PeeringLocation(Id.of("london"), "London", null, null, null, null))
              .change("er", "peeringLocation", Id.of("london"))
              .change("er2", "peeringLocation", Id.of("london"))
              .join("er", "er2");
      Sketch.Outcome outcome = sketch.outcome();
      assertEquals(Set.of("TRN-03"), outcome.rules());
      outcome.isolated("dc", "branch");
    }

    private Sketch twoNetworksOnOneCircuit() {
      return er().network("azure", "other", "10.21.0.0/16")
          .gateway("azure", "er-gw-2", "azure.er-gateway", null)
          .serve("other", "er-gw-2")
          .attach("er", "er-gw-2", 0);
    }

    @Test
    @DisplayName("ER-GW: virtual networks on one circuit do not meet through it by default")
    void networksApart() {
      twoNetworksOnOneCircuit()
          .outcome()
          .path("dc-r", "10.21.0.0/16", "12076")
          .isolated("hub", "other");
    }

    @Test
    @DisplayName("ER-GW: they do where the switch is on at the gateways of both")
    void networksTogether() {
      twoNetworksOnOneCircuit()
          .set("er-gw", Setting.VIRTUAL_NETWORK_TRANSIT, true)
          .outcome()
          .isolated("hub", "other")
          .isolated("other", "hub");
      twoNetworksOnOneCircuit()
          .set("er-gw", Setting.VIRTUAL_NETWORK_TRANSIT, true)
          .set("er-gw-2", Setting.VIRTUAL_NETWORK_TRANSIT, true)
          .outcome()
          .goes("hub", "other", "hub er-gw er/primary er-gw-2 other")
          .goes("other", "hub", "other er-gw-2 er/primary er-gw hub");
    }

    private Sketch withRouteServer() {
      return vpn(er())
          .vpn("vpn", "vpn-gw", "branch-r", Routing.BGP)
          .gateway("azure", "ars", "azure.route-server", null)
          .serve("hub", "ars")
          .associate("ars", "er-gw")
          .associate("ars", "vpn-gw");
    }

    @Test
    @DisplayName("COEX: without a Route Server nothing passes between ExpressRoute and VPN")
    void noExchange() {
      vpn(er())
          .vpn("vpn", "vpn-gw", "branch-r", Routing.BGP)
          .outcome()
          .clean()
          .none("dc-r", "10.12.0.0/16")
          .none("branch-r", "10.10.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("ARS: with branch-to-branch ExpressRoute and VPN exchange routes")
    void branchToBranch() {
      withRouteServer()
          .outcome()
          .clean()
          .path("dc-r", "10.12.0.0/16", "12076")
          .path("branch-r", "10.10.0.0/16", "65515 12076 65010")
          .goes("dc", "branch", "dc dc-r er/primary er-gw vpn-gw branch-r branch");
    }

    @Test
    @DisplayName("ARS: nothing is exchanged where branch-to-branch is switched off")
    void branchToBranchOff() {
      withRouteServer()
          .set("ars", Setting.BRANCH_TO_BRANCH, false)
          .outcome()
          .clean()
          .notes("Branch-to-branch is switched off")
          .none("dc-r", "10.12.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("ARS: the exchange takes an active-active VPN gateway")
    void activeActive() {
      Sketch.Outcome outcome = withRouteServer().change("vpn-gw", "activeActive", false).outcome();
      outcome
          .notes("that takes an active-active VPN gateway with AS 65515")
          .none("dc-r", "10.12.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("ARS: the exchange takes AS 65515 at the VPN gateway")
    void ownNumber() {
      Sketch.Outcome outcome =
          withRouteServer().change("vpn-gw", "asn", mcx.inet.Asn.of(65001)).outcome();
      outcome
          .notes("that takes an active-active VPN gateway with AS 65515")
          .none("dc-r", "10.12.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("ARS: BGP on the VPN gateway is not required for the exchange")
    void staticVpn() {
      vpn(er())
          .vpn("vpn", "vpn-gw", "branch-r", Routing.STATIC)
          .gateway("azure", "ars", "azure.route-server", null)
          .serve("hub", "ars")
          .associate("er-gw", "ars")
          .associate("vpn-gw", "ars")
          .outcome()
          .clean()
          .path("dc-r", "10.12.0.0/16", "12076");
    }

    @Test
    @DisplayName("ARS: two networks joined by Microsoft's edge drop what a Route Server brings")
    void routeServerThroughEdge() {
      Sketch.Outcome outcome =
          withRouteServer()
              .network("azure", "other", "10.21.0.0/16")
              .gateway("azure", "er-gw-2", "azure.er-gateway", null)
              .serve("other", "er-gw-2")
              .attach("er", "er-gw-2", 0)
              .set("er-gw", Setting.VIRTUAL_NETWORK_TRANSIT, true)
              .set("er-gw-2", Setting.VIRTUAL_NETWORK_TRANSIT, true)
              .outcome()
              .goes("other", "hub", "other er-gw-2 er/primary er-gw hub")
              .path("dc-r", "10.12.0.0/16", "12076")
              .path("dc-r", "10.20.0.0/16", "12076")
              .none("er-gw-2", "10.12.0.0/16")
              .isolated("other", "branch");
      outcome.path("er-gw-2", "10.20.0.0/16", "12076");
    }

    @Test
    @DisplayName("ARS: a Route Server forwards no packet")
    void routeServerForwardsNothing() {
      Sketch.Outcome outcome = withRouteServer().outcome();
      assertTrue(
          outcome
              .solution()
              .trace(VrfId.of("dc"), Prefix.of("10.12.0.0/16").host(1))
              .hops()
              .stream()
              .noneMatch(h -> h.table().node().equals("ars")));
    }

    private Sketch vpnPeers() {
      return vpn(sketch())
          .vpn("vpn-dc", "vpn-gw", "dc-r", Routing.BGP)
          .vpn("vpn-branch", "vpn-gw", "branch-r", Routing.BGP);
    }

    @Test
    @DisplayName("VPN-BGP: a VPN gateway passes virtual networks and the routes of its other peers")
    void vpnGatewayPassesOn() {
      vpnPeers()
          .outcome()
          .clean()
          .path("dc-r", "10.20.0.0/16", "65515")
          .path("dc-r", "10.12.0.0/16", "65515 65020")
          .goes("dc", "branch", "dc dc-r vpn-gw branch-r branch");
    }

    @Test
    @DisplayName("VPN-FAQ: a VPN gateway passes the prefixes of local network gateways")
    void vpnGatewayPassesStatic() {
      vpn(sketch())
          .vpn("vpn-dc", "vpn-gw", "dc-r", Routing.BGP)
          .vpn("vpn-branch", "vpn-gw", "branch-r", Routing.STATIC)
          .outcome()
          .path("dc-r", "10.12.0.0/16", "65515");
    }

    @Test
    @DisplayName("VPN-BGP: except default routes and what overlaps the virtual networks")
    void vpnGatewayKeepsBack() {
      vpnPeers()
          .change("branch-r", "networks", networks("0.0.0.0/0", "10.20.4.0/24", "10.0.0.0/8"))
          .outcome()
          .none("dc-r", "0.0.0.0/0")
          .none("dc-r", "10.20.4.0/24")
          .none("dc-r", "10.0.0.0/8");
    }

    @Test
    @DisplayName("VPN-FAQ: a peer's exact copy of a virtual network's prefix is filtered")
    void exactCopy() {
      Sketch.Outcome outcome =
          vpnPeers()
              .change("branch-r", "networks", networks("10.20.0.0/16", "10.20.0.0/15"))
              .outcome();
      assertTrue(outcome.entry("vpn-gw", "10.20.0.0/16").lost().isEmpty());
      outcome.path("vpn-gw", "10.20.0.0/15", "65020");
    }

    @Test
    @DisplayName("ER-GW: summaries are told in the place of single prefixes, to circuits")
    void summariesToCircuits() {
      Sketch.Outcome outcome =
          new Sketch()
              .site("dc", 65010, "192.168.0.0/16", "10.1.9.0/24")
              .cloud("azure")
              .network("azure", "hub", "10.1.0.0/24")
              .network("azure", "spoke", "10.1.1.0/24", "172.16.0.0/24")
              .peer("hub", "spoke", true)
              .gateway("azure", "gw", "azure.er-gateway", null)
              .serve("hub", "gw")
              .circuit("azure", "er", "azure.expressroute", "gw", "dc")
              .set(
                  "gw",
                  Setting.SUMMARIZED_GATEWAY_PREFIXES,
                  List.of(Prefix.of("10.1.0.0/16"), Prefix.of("10.99.0.0/16")))
              .outcome();
      outcome
          .path("dc-r", "10.1.0.0/16", "12076")
          .path("dc-r", "172.16.0.0/24", "12076")
          .none("dc-r", "10.1.0.0/24")
          .none("dc-r", "10.1.1.0/24")
          .none("dc-r", "10.99.0.0/16")
          .none("hub", "10.1.0.0/16")
          .none("spoke", "10.1.0.0/16")
          .path("spoke", "10.1.9.0/24", "12076 65010")
          .notes("10.99.0.0/16");
      assertTrue(
          outcome.solution().trace(VrfId.of("dc"), Prefix.of("10.1.1.0/24").host(1)).arrived());
    }

    @Test
    @DisplayName("ER-GW: and by VPN gateways to their peers")
    void summariesToVpn() {
      new Sketch()
          .site("dc", 65010, "192.168.0.0/16")
          .site("branch", 65020, "10.1.9.0/24")
          .cloud("azure")
          .network("azure", "hub", "10.1.0.0/24")
          .gateway("azure", "gw", "azure.vpn-gateway", "VpnGw2AZ", null, false)
          .serve("hub", "gw")
          .vpn("v1", "gw", "dc-r", Routing.BGP)
          .vpn("v2", "gw", "branch-r", Routing.BGP)
          .set("gw", Setting.SUMMARIZED_GATEWAY_PREFIXES, List.of(Prefix.of("10.1.0.0/16")))
          .outcome()
          .path("dc-r", "10.1.0.0/16", "65515")
          .none("dc-r", "10.1.0.0/24")
          .path("dc-r", "10.1.9.0/24", "65515 65020")
          .none("hub", "10.1.0.0/16")
          .goes("dc", "hub", "dc dc-r gw hub");
    }

    @Test
    @DisplayName("PEER: peering is not transitive")
    void peeringIsNotTransitive() {
      sketch()
          .network("azure", "a", "10.21.0.0/16")
          .network("azure", "b", "10.22.0.0/16")
          .peer("hub", "a", false)
          .peer("hub", "b", false)
          .outcome()
          .goes("a", "hub", "a hub")
          .isolated("a", "b");
    }

    @Test
    @DisplayName("PEER: a spoke uses a remote gateway or its own, not both")
    void oneGateway() {
      Sketch remote = er().network("azure", "spoke", "10.21.0.0/16").peer("hub", "spoke", true);
      remote.outcome().clean().goes("spoke", "dc", "spoke er-gw er/primary dc-r dc");
      Sketch.Outcome both =
          remote
              .gateway("azure", "own", "azure.vpn-gateway", "VpnGw1AZ", 65515L, false)
              .serve("spoke", "own")
              .outcome();
      assertEquals(Set.of("TRN-06"), both.rules());
      both.none("dc-r", "10.21.0.0/16");
    }
  }

  /** How a virtual network chooses (2.3). */
  @Nested
  class SelectionRows {

    private Sketch both(Object... failed) {
      return vpn(er(failed)).vpn("vpn", "vpn-gw", "dc-r", Routing.BGP);
    }

    @Test
    @DisplayName("UDR: the longest prefix wins")
    void longestPrefix() {
      both()
          .site("part", 65030, "10.10.1.0/24")
          .vpn("vpn-part", "vpn-gw", "part-r", Routing.BGP)
          .outcome()
          .goes("hub", "part", "hub vpn-gw part-r part");
    }

    @Test
    @DisplayName("UDR: for one prefix a user route wins against BGP")
    void userRoute() {
      Sketch.Outcome outcome =
          er().table("hub", "rt", "", "").route("rt", "10.10.0.0/16", null).outcome();
      assertEquals(Learned.STATIC, outcome.entry("hub", "10.10.0.0/16").first().learned());
    }

    @Test
    @DisplayName("UDR: routes of the network and its peerings win even against more specific BGP")
    void systemRoutes() {
      er().network("azure", "spoke", "10.21.0.0/16")
          .peer("hub", "spoke", false)
          .change("dc-r", "networks", networks("10.20.9.0/24", "10.21.9.0/24", "10.99.0.0/24"))
          .outcome()
          .none("hub", "10.20.9.0/24")
          .none("hub", "10.21.9.0/24")
          .path("hub", "10.99.0.0/24", "12076 65010");
    }

    @Test
    @DisplayName("UDR: routes of service endpoints win even against more specific BGP")
    void serviceEndpoints() {
      Sketch told =
          er().change("dc-r", "networks", networks("20.60.1.0/24", "20.60.0.0/16", "20.61.0.0/16"));
      told.outcome().path("hub", "20.60.1.0/24", "12076 65010");
      Sketch.Outcome outcome =
          told.set("hub", Setting.SERVICE_ENDPOINTS, List.of(Prefix.of("20.60.0.0/16"))).outcome();
      outcome
          .none("hub", "20.60.1.0/24")
          .path("hub", "20.60.0.0/16", "")
          .path("hub", "20.61.0.0/16", "12076 65010");
      assertEquals(
          "hub/service-endpoints", outcome.entry("hub", "20.60.0.0/16").first().source().node());
      // The customer's router keeps to its own network.
      outcome.path("dc-r", "20.60.0.0/16", "");
    }

    @Test
    @DisplayName(
        "Service endpoints overview: a user route to the same prefix does not override one")
    void serviceEndpointOverUserRoute() {
      Sketch.Outcome outcome =
          er().set("hub", Setting.SERVICE_ENDPOINTS, List.of(Prefix.of("20.60.0.0/16")))
              .table("hub", "rt", "", "")
              .route("rt", "20.60.0.0/16", null)
              .outcome();
      assertEquals(
          "hub/service-endpoints", outcome.entry("hub", "20.60.0.0/16").first().source().node());
    }

    @Test
    @DisplayName("UDR: service endpoints inside the network's own range are told of")
    void serviceEndpointsInside() {
      er().set("hub", Setting.SERVICE_ENDPOINTS, List.of(Prefix.of("10.20.1.0/24")))
          .outcome()
          .notes("10.20.1.0/24 stands among the service endpoints of");
    }

    @Test
    @DisplayName("UDR: a user route wins against a peering's route")
    void userRouteOverPeering() {
      Sketch.Outcome outcome =
          er().network("azure", "spoke", "10.21.0.0/16")
              .peer("hub", "spoke", false)
              .table("hub", "rt", "", "")
              .route("rt", "10.21.0.0/16", null)
              .outcome();
      assertEquals(Learned.STATIC, outcome.entry("hub", "10.21.0.0/16").first().learned());
    }

    @Test
    @DisplayName("COEX: for one prefix by ExpressRoute and VPN, ExpressRoute wins")
    void expressRouteFirst() {
      both().outcome().goes("hub", "dc", "hub er-gw er/primary dc-r dc");
      both("er").outcome().goes("hub", "dc", "hub vpn-gw dc-r dc");
    }

    @Test
    @DisplayName("COEX: a more specific route over VPN still beats ExpressRoute")
    void moreSpecificVpn() {
      both()
          .site("half", 65030, "10.10.128.0/17")
          .vpn("vpn-half", "vpn-gw", "half-r", Routing.BGP)
          .outcome()
          .via("hub", "10.10.128.0/17", "hub-vpn-gw:vpn-gw>hub");
    }

    @Test
    @DisplayName("S2S-BK: the gateways' weights are 32769 and 32768")
    void weights() {
      var entry = both().outcome().entry("hub", "10.10.0.0/16");
      assertEquals(32769, entry.first().weight());
      assertEquals(32768, entry.lost().getFirst().route().weight());
    }

    private Sketch twoCircuits(int weight) {
      return er().add(
              new Circuit(Id.of("er2"), "er2", Id.of("azure"), "azure.expressroute", null, 0, null))
          .connect("er2", "dc", mcx.design.ConnectionRole.PRIMARY)
          .attach("er2", "er-gw", weight);
    }

    @Test
    @DisplayName("ER-DR: among circuits the more specific prefix wins before the weight")
    void circuitsByPrefix() {
      er().site("part", 65030, "10.10.1.0/24")
          .circuit("azure", "er3", "azure.expressroute", "er-gw", "part")
          .changeLink("er-er-gw", "weight", 100)
          .outcome()
          .goes("hub", "part", "hub er-gw er3/primary part-r part");
    }

    @Test
    @DisplayName("ER-OPT: then the heavier connection, before the AS path")
    void circuitsByWeight() {
      twoCircuits(100)
          .prepend("er2-dc-PP", 3)
          .outcome()
          .via("er-gw", "10.10.0.0/16", "er2-er-gw/primary");
    }

    @Test
    @DisplayName("ER-OPT: then the shorter AS path")
    void circuitsByPath() {
      twoCircuits(0)
          .prepend("er-dc-PP", 1)
          .outcome()
          .via("er-gw", "10.10.0.0/16", "er2-er-gw/primary");
    }

    @Test
    @DisplayName("ER-GW: then equal paths")
    void circuitsBalance() {
      assertEquals(2, twoCircuits(0).outcome().entry("er-gw", "10.10.0.0/16").best().size());
    }

    @Test
    @DisplayName("ER-GW: over up to four circuits, with both connections of each")
    void circuitsBalanceOverFour() {
      Sketch sketch = er().connect("er", "dc", mcx.design.ConnectionRole.SECONDARY);
      for (int i = 2; i <= 6; i++) {
        sketch
            .circuit("azure", "er" + i, "azure.expressroute", "er-gw", "dc")
            .connect("er" + i, "dc", mcx.design.ConnectionRole.SECONDARY);
      }
      var entry = sketch.outcome().entry("er-gw", "10.10.0.0/16");
      assertEquals(8, entry.best().size());
      assertEquals(
          4, entry.best().stream().map(r -> mcx.design.Id.of(r.via()).owner()).distinct().count());
      assertEquals(4, entry.lost().size());
      assertTrue(entry.lost().stream().allMatch(l -> l.step().contains("beyond the 4 used")));
    }

    @Test
    @DisplayName("UDR: a user route cannot lead to the ExpressRoute gateway")
    void userRouteToGateway() {
      Sketch.Outcome outcome =
          er().table("hub", "rt", "", "").route("rt", "10.99.0.0/16", "er-gw").outcome();
      assertEquals(Set.of("PATH-16"), outcome.rules());
      outcome.none("hub", "10.99.0.0/16");
    }

    @Test
    @DisplayName("UDR: nor to the VPN gateway where an ExpressRoute gateway stands beside it")
    void userRouteToVpnGateway() {
      Sketch.Outcome refused =
          both().table("hub", "rt", "", "").route("rt", "10.99.0.0/16", "vpn-gw").outcome();
      assertEquals(Set.of("PATH-16"), refused.rules());
      refused.none("hub", "10.99.0.0/16");
      Sketch.Outcome alone =
          vpn(sketch())
              .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP)
              .table("hub", "rt", "", "")
              .route("rt", "10.99.0.0/16", "vpn-gw")
              .outcome();
      assertEquals(Learned.STATIC, alone.entry("hub", "10.99.0.0/16").first().learned());
    }

    private Sketch preferring(String preference) {
      return both()
          .gateway("azure", "ars", "azure.route-server", null)
          .serve("hub", "ars")
          .set("ars", Setting.ROUTING_PREFERENCE, preference);
    }

    @Test
    @DisplayName("ARS: a Route Server prefers ExpressRoute, VPN or the shorter AS path")
    void routeServerPreference() {
      preferring("expressroute").outcome().goes("hub", "dc", "hub er-gw er/primary dc-r dc");
      preferring("vpn")
          .exportTunnel("vpn", prepend(3))
          .outcome()
          .goes("hub", "dc", "hub vpn-gw dc-r dc");
      preferring("as-path").outcome().goes("hub", "dc", "hub vpn-gw dc-r dc");
      preferring("as-path")
          .exportTunnel("vpn", prepend(3))
          .outcome()
          .goes("hub", "dc", "hub er-gw er/primary dc-r dc");
    }

    @Test
    @DisplayName("ARS: the preference holds for what a Route Server passes on, and for spokes")
    void routeServerPreferenceForSpokes() {
      preferring("vpn")
          .network("azure", "spoke", "10.21.0.0/16")
          .peer("hub", "spoke", true)
          .outcome()
          .goes("spoke", "dc", "spoke vpn-gw dc-r dc");
    }

    @Test
    @DisplayName("ARS: equal paths by appliance and VPN share the traffic")
    void routeServerBalances() {
      Sketch.Outcome outcome =
          vpn(sketch())
              .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP)
              .gateway("azure", "ars", "azure.route-server", null)
              .serve("hub", "ars")
              .add(mcx.design.Router.of(Id.of("nva"), "nva", Id.of("hub"), mcx.inet.Asn.of(65050)))
              .vpn("vpn-nva", "nva", "dc-r", Routing.BGP)
              .outcome();
      assertEquals(2, outcome.entry("hub", "10.10.0.0/16").best().size());
    }

    @Test
    @DisplayName("ARS: beside a Route Server one circuit of several is used")
    void routeServerTakesOneCircuit() {
      Sketch.Outcome outcome =
          twoCircuits(0)
              .connect("er2", "dc", mcx.design.ConnectionRole.SECONDARY)
              .connect("er", "dc", mcx.design.ConnectionRole.SECONDARY)
              .gateway("azure", "ars", "azure.route-server", null)
              .serve("hub", "ars")
              .outcome();
      assertEquals(
          List.of("er-er-gw/primary", "er-er-gw/secondary"),
          outcome.entry("er-gw", "10.10.0.0/16").best().stream()
              .map(r -> r.via())
              .sorted()
              .toList());
    }
  }

  /** A Virtual WAN hub (2.3 row 10, 2.4). */
  @Nested
  class VirtualHub {

    private Sketch hub(Object... failed) {
      return sketch(failed)
          .network("azure", "vnet2", "10.21.0.0/16")
          .gateway("azure", "vhub", "azure.vwan-hub", null)
          .serve("hub", "vhub")
          .serve("vnet2", "vhub")
          .circuit("azure", "er", "azure.expressroute", "vhub", "dc");
    }

    private Sketch both() {
      return hub().vpn("vpn", "vhub", "dc-r", Routing.BGP);
    }

    @Test
    @DisplayName("VWAN: a hub joins virtual networks, circuits and VPNs")
    void joins() {
      hub()
          .vpn("vpn", "vhub", "branch-r", Routing.BGP)
          .outcome()
          .clean()
          .goes("hub", "vnet2", "hub vhub vnet2")
          .goes("dc", "vnet2", "dc dc-r er/primary vhub vnet2")
          .goes("dc", "branch", "dc dc-r er/primary vhub branch-r branch")
          .path("dc-r", "10.20.0.0/16", "12076");
    }

    @Test
    @DisplayName("VWAN: with branch-to-branch off, networks are reached and other branches are not")
    void branchesApart() {
      hub()
          .vpn("vpn", "vhub", "branch-r", Routing.BGP)
          .set("vhub", Setting.BRANCH_TO_BRANCH, false)
          .outcome()
          .goes("branch", "hub", "branch branch-r vhub hub")
          .none("branch-r", "10.10.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("VWAN: circuit to circuit only with Global Reach")
    void noCircuitToCircuit() {
      Sketch sketch = hub().circuit("azure", "er2", "azure.expressroute", "vhub", "branch");
      sketch.outcome().none("dc-r", "10.12.0.0/16").isolated("dc", "branch");
      sketch
          .join("er", "er2")
          .outcome()
          .goes("dc", "branch", "dc dc-r er/primary er2/primary branch-r branch");
    }

    @Test
    @DisplayName("VWAN: a static route wins against BGP")
    void staticFirst() {
      Sketch.Outcome outcome =
          both().table("vhub", "rt", "", "").route("rt", "10.10.0.0/16", "hub-vhub").outcome();
      assertEquals(Learned.STATIC, outcome.entry("vhub", "10.10.0.0/16").first().learned());
    }

    @Test
    @DisplayName("VWAN: the routing preference is ExpressRoute by default")
    void expressRoute() {
      both().prepend("er-dc-PP", 4).outcome().via("vhub", "10.10.0.0/16", "er-vhub/primary");
    }

    @Test
    @DisplayName("VWAN: the routing preference VPN")
    void vpnFirst() {
      both()
          .set("vhub", Setting.ROUTING_PREFERENCE, "vpn")
          .exportTunnel("vpn", prepend(4))
          .outcome()
          .via("vhub", "10.10.0.0/16", "vpn/tunnel-1");
    }

    @Test
    @DisplayName("VWAN: the routing preference AS path, with its winner not certain at one number")
    void asPath() {
      Sketch byPath = both().set("vhub", Setting.ROUTING_PREFERENCE, "as-path");
      byPath
          .exportTunnel("vpn", prepend(4))
          .outcome()
          .notes("not confirmed")
          .via("vhub", "10.10.0.0/16", "er-vhub/primary");
      byPath
          .exportTunnel("vpn", prepend(0))
          .prepend("er-dc-PP", 2)
          .outcome()
          .via("vhub", "10.10.0.0/16", "vpn/tunnel-1");
    }

    @Test
    @DisplayName("VWAN: what is then equal shares the traffic")
    void balances() {
      Sketch.Outcome outcome =
          hub().circuit("azure", "er2", "azure.expressroute", "vhub", "dc").outcome();
      assertEquals(2, outcome.entry("vhub", "10.10.0.0/16").best().size());
    }

    @Test
    @DisplayName("VWAN: hubs tell each other what they have, but no circuit of another's circuits")
    void hubToHub() {
      hub()
          .network("azure", "far", "10.23.0.0/16")
          .gateway("azure", "vhub2", "azure.vwan-hub", null)
          .serve("far", "vhub2")
          .circuit("azure", "er2", "azure.expressroute", "vhub2", "branch")
          .site("shop", 65040, "10.14.0.0/16")
          .vpn("vpn", "vhub2", "shop-r", Routing.BGP)
          .associate("vhub", "vhub2")
          .outcome()
          .goes("hub", "far", "hub vhub vhub2 far")
          .goes("far", "dc", "far vhub2 vhub er/primary dc-r dc")
          .goes("dc", "shop", "dc dc-r er/primary vhub vhub2 shop-r shop")
          .goes("shop", "dc", "shop shop-r vhub2 vhub er/primary dc-r dc")
          .isolated("dc", "branch")
          .isolated("branch", "dc");
    }

    @Test
    @DisplayName("VWAN: a hub prefers what its own connections tell to what another hub tells")
    void localFirst() {
      hub()
          .gateway("azure", "vhub2", "azure.vwan-hub", null)
          .vpn("vpn2", "vhub2", "dc-r", Routing.BGP)
          .associate("vhub", "vhub2")
          .prepend("er-dc-PP", 4)
          .outcome()
          .via("vhub", "10.10.0.0/16", "er-vhub/primary");
    }
  }
}
