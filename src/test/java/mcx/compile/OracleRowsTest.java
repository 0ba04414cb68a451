package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.CloudInterconnect;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a DRG passes on and how it chooses: each row by its source key. */
class OracleRowsTest {

  private static Sketch drg(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .site("branch", 65020, "10.12.0.0/16")
        .cloud("oracle")
        .network("oracle", "vcn", "10.50.0.0/16")
        .gateway("oracle", "drg", "oracle.drg", null)
        .serve("vcn", "drg")
        .circuit("oracle", "fc", "oracle.fastconnect", "drg", "dc");
  }

  private static Sketch twoVcns() {
    return drg().network("oracle", "vcn2", "10.51.0.0/16").serve("vcn2", "drg");
  }

  /** What is passed on (1.4, 3 and 6). */
  @Nested
  class Transit {

    @Test
    @DisplayName("OCI-DRG: an upgraded DRG is a hub between its attachments")
    void hub() {
      twoVcns()
          .vpn("vpn", "drg", "branch-r", Routing.BGP)
          .outcome()
          .clean()
          .goes("vcn", "vcn2", "vcn drg vcn2")
          .goes("dc", "branch", "dc dc-r fc/primary drg branch-r branch")
          .goes("branch", "dc", "branch branch-r drg fc/primary dc-r dc")
          .path("branch-r", "10.10.0.0/16", "31898 65010");
    }

    @Test
    @DisplayName("OCI-DRG: what is in the route table assigned to an attachment, and nothing else")
    void routeTables() {
      Sketch.Outcome outcome =
          twoVcns()
              .vpn("vpn", "drg", "branch-r", Routing.BGP)
              .table("drg", "of-dc", "fc-drg", "vcn-drg")
              .table("drg", "of-vcns", "vcn-drg vcn2-drg", "fc-drg vpn")
              .table("drg", "of-branch", "vpn", "vcn2-drg")
              .outcome()
              .clean()
              .goes("dc", "vcn", "dc dc-r fc/primary drg vcn")
              .goes("vcn", "dc", "vcn drg fc/primary dc-r dc")
              .goes("branch", "vcn2", "branch branch-r drg vcn2")
              .goes("vcn2", "branch", "vcn2 drg branch-r branch")
              .isolated("vcn", "vcn2")
              .isolated("dc", "vcn2")
              .isolated("dc", "branch")
              .none("dc-r", "10.51.0.0/16")
              .none("branch-r", "10.50.0.0/16");
      assertTrue(outcome.solution().converged());
    }

    @Test
    @DisplayName("OCI-DRG: a legacy DRG serves one VCN")
    void legacyServesOneVcn() {
      Sketch.Outcome outcome = twoVcns().set("drg", Setting.GENERATION, "legacy").outcome();
      assertEquals(Set.of("TRN-14"), outcome.rules());
      outcome
          .goes("dc", "vcn", "dc dc-r fc/primary drg vcn")
          .none("dc-r", "10.51.0.0/16")
          .isolated("vcn", "vcn2")
          .isolated("dc", "vcn2");
    }

    @Test
    @DisplayName("OCI-DRG: and is no hub between its attachments")
    void legacyIsNoHub() {
      drg()
          .set("drg", Setting.GENERATION, "legacy")
          .vpn("vpn", "drg", "branch-r", Routing.BGP)
          .outcome()
          .clean()
          .goes("branch", "vcn", "branch branch-r drg vcn")
          .none("branch-r", "10.10.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("OCI-DRG: remote peering passes up to four DRGs")
    void remotePeering() {
      Sketch sketch = drg();
      String last = "drg";
      for (int i = 2; i <= 5; i++) {
        String next = "drg" + i;
        sketch
            .network("oracle", "vcn" + i, "10." + (50 + i) + ".0.0/16")
            .gateway("oracle", next, "oracle.drg", null)
            .serve("vcn" + i, next)
            .associate(last, next);
        last = next;
      }
      sketch
          .outcome()
          .clean()
          .goes("vcn", "vcn2", "vcn drg drg2 vcn2")
          .goes("vcn4", "vcn", "vcn4 drg4 drg3 drg2 drg vcn")
          .goes("dc", "vcn4", "dc dc-r fc/primary drg drg2 drg3 drg4 vcn4")
          .isolated("vcn", "vcn5")
          .isolated("vcn5", "dc")
          .none("dc-r", "10.55.0.0/16");
    }

    private Sketch interconnect() {
      return drg()
          .vpn("vpn", "drg", "branch-r", Routing.BGP)
          .network("oracle", "vcn2", "10.51.0.0/16")
          .serve("vcn2", "drg")
          .circuit("oracle", "fc-az", "oracle.fastconnect", "drg")
          .cloud("azure")
          .network("azure", "hub", "10.20.0.0/16")
          .gateway("azure", "er-gw", "azure.er-gateway", null)
          .serve("hub", "er-gw")
          .circuit("azure", "er", "azure.expressroute", "er-gw")
          .site("az-dc", 65030, "10.13.0.0/16")
          .circuit("azure", "er2", "azure.expressroute", "er-gw", "az-dc")
          .add(
              new CloudInterconnect(
                  Id.of("ic"),
                  "",
                  Id.of("er"),
                  Id.of("fc-az"),
                  List.of(
                      new CloudInterconnect.Path(
                          ConnectionRole.PRIMARY, null, BgpSettings.DEFAULT))));
    }

    @Test
    @DisplayName("OCI-AZ: the interconnect carries VNet and VCNs, attached to the DRG")
    void interconnectJoinsNetworks() {
      interconnect()
          .outcome()
          .goes("hub", "vcn", "hub er-gw er/primary fc-az/primary drg vcn")
          .goes("vcn2", "hub", "vcn2 drg fc-az/primary er/primary er-gw hub");
    }

    @Test
    @DisplayName("OCI-AZ: and nothing of the places on premises behind either cloud")
    void interconnectIsNoTransit() {
      interconnect()
          .outcome()
          .none("er/primary", "10.10.0.0/16")
          .none("fc-az/primary", "10.13.0.0/16")
          .isolated("dc", "hub")
          .isolated("branch", "hub")
          .isolated("az-dc", "vcn");
    }
  }

  /** How routes are chosen. */
  @Nested
  class SelectionRows {

    @Test
    @DisplayName("OCI-DRG: the longest prefix wins")
    void longestPrefix() {
      drg()
          .site("part", 65030, "10.10.1.0/24")
          .vpn("vpn", "drg", "part-r", Routing.BGP)
          .outcome()
          .goes("vcn", "part", "vcn drg part-r part");
    }

    @Test
    @DisplayName("OCI-DRG: then static")
    void staticFirst() {
      Sketch.Outcome outcome =
          drg().table("drg", "rt", "", "").route("rt", "10.10.0.0/16", "vcn-drg").outcome();
      assertEquals(Learned.STATIC, outcome.entry("drg", "10.10.0.0/16").first().learned());
    }

    @Test
    @DisplayName("OCI-DRG: then the shorter AS path, a VCN's being empty")
    void shorterPath() {
      drg()
          .prepend("fc-dc-PP", 2)
          .circuit("oracle", "fc2", "oracle.fastconnect", "drg", "dc")
          .outcome()
          .via("drg", "10.10.0.0/16", "fc2-drg/primary");
      drg()
          .network("oracle", "vcn2", "10.10.0.0/16")
          .serve("vcn2", "drg")
          .outcome()
          .via("drg", "10.10.0.0/16", "vcn2-drg:vcn2>drg");
    }

    @Test
    @DisplayName(
        "OCI-RT: Oracle adds one number to BGP over VPN and three to static: FastConnect first")
    void addedNumbers() {
      Sketch.Outcome outcome =
          drg()
              .vpn("vpn", "drg", "dc-r", Routing.BGP)
              .vpn("vpn-static", "drg", "dc-r", Routing.STATIC)
              .outcome()
              .via("drg", "10.10.0.0/16", "fc-drg/primary");
      var lost = outcome.entry("drg", "10.10.0.0/16").lost();
      assertEquals("vpn/tunnel-1", lost.getFirst().route().via());
      assertEquals(2, lost.getFirst().route().asPath().length());
      assertEquals(Learned.STATIC, lost.get(1).route().learned());
    }

    @Test
    @DisplayName("OCI-RT: two prepends on FastConnect make the VPN win, one does not")
    void prependsCount() {
      Sketch both = drg().vpn("vpn", "drg", "dc-r", Routing.BGP);
      both.prepend("fc-dc-PP", 2).outcome().via("drg", "10.10.0.0/16", "vpn/tunnel-1");
      both.prepend("fc-dc-PP", 1).outcome().via("drg", "10.10.0.0/16", "fc-drg/primary");
    }

    @Test
    @DisplayName(
        "OCI-DRG: at equal length VCN, then virtual circuit, then IPSec, then remote peering")
    void attachmentTypes() {
      drg()
          .prepend("fc-dc-PP", 1)
          .vpn("vpn", "drg", "dc-r", Routing.BGP)
          .outcome()
          .via("drg", "10.10.0.0/16", "fc-drg/primary");
      Sketch.Outcome peered =
          drg()
              .prepend("fc-dc-PP", 1)
              .gateway("oracle", "drg2", "oracle.drg", null)
              .associate("drg", "drg2")
              .vpn("vpn2", "drg2", "dc-r", Routing.BGP)
              .vpn("vpn", "drg", "dc-r", Routing.BGP)
              .outcome();
      assertEquals(
          List.of("vpn/tunnel-1", "drg-drg2:drg2>drg"),
          peered.entry("drg", "10.10.0.0/16").lost().stream().map(l -> l.route().via()).toList());
    }

    private Sketch equal() {
      return drg().circuit("oracle", "fc2", "oracle.fastconnect", "drg", "dc");
    }

    @Test
    @DisplayName("OCI-DRG: balancing over equal paths is off unless it is switched on")
    void balancing() {
      assertEquals(1, equal().outcome().entry("drg", "10.10.0.0/16").best().size());
      assertEquals(
          2,
          equal()
              .set("drg", Setting.EQUAL_COST_PATHS, true)
              .outcome()
              .entry("drg", "10.10.0.0/16")
              .best()
              .size());
    }

    @Test
    @DisplayName("OCI-DRG: up to eight equal paths are used at once")
    void balancingHasAWidth() {
      Sketch sketch = equal();
      for (int i = 3; i <= 9; i++) {
        sketch.circuit("oracle", "fc" + i, "oracle.fastconnect", "drg", "dc");
      }
      var entry =
          sketch.set("drg", Setting.EQUAL_COST_PATHS, true).outcome().entry("drg", "10.10.0.0/16");
      assertEquals(8, entry.best().size());
      assertEquals(
          List.of("as good, but beyond the 8 used at once"),
          entry.lost().stream().map(l -> l.step()).toList());
    }

    @Test
    @DisplayName("OCI-RT: up to ten static routes for one VPN connection")
    void staticRoutesOfAVpn() {
      Sketch.Outcome most = staticVpn(10);
      assertTrue(
          most.compiled().notes().stream().noneMatch(n -> n.text().contains("static routes at")));
      staticVpn(11).notes("has 11 static routes at “gw”");
    }

    private static Sketch.Outcome staticVpn(int prefixes) {
      return new Sketch()
          .site("dc", 65010, "10.64.0.0/24-" + Prefix.of("10.64.0.0/24").next(prefixes - 1))
          .cloud("oracle")
          .network("oracle", "net", "10.1.0.0/16")
          .gateway("oracle", "gw", "oracle.drg", null)
          .serve("net", "gw")
          .vpn("v", "gw", "dc-r", Routing.STATIC)
          .outcome();
    }

    @Test
    @DisplayName("OCI-DRG: a static route cannot lead to a tunnel or a virtual circuit")
    void noStaticRouteOutside() {
      for (String via : List.of("vpn", "fc-drg")) {
        drg()
            .vpn("vpn", "drg", "branch-r", Routing.BGP)
            .table("drg", "rt", "", "")
            .route("rt", "10.99.0.0/16", via)
            .outcome()
            .notes("a static route of a DRG cannot lead")
            .none("drg", "10.99.0.0/16");
      }
    }
  }
}
