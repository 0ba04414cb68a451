package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.addresses;
import static mcx.scenarios.Drawing.vlan;

import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Routing;
import mcx.diagram.Document;

/** Layer-3 provider with all clouds in one VRF. */
final class S01 {

  private S01() {}

  static Design design() {
    Drawing d =
        new Drawing("Layer-3 provider, all clouds in one VRF")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("ce1", "CE 1", "dc1", 65010)
            .router("ce2", "CE 2", "dc1", 65010)
            .inner("ce1-ce2", "ce1", "ce2", "10.10.255.0/30")
            .layer3Provider("meridian", "Meridian IP VPN", 64900, "pe1", "pe2", "pe3", "pe4")
            .vrf("vrf-all", "ALL", "meridian")
            .access("ce1-pe2", "ce1", "pe2", 1000, vlan(10, "vrf-all", Routing.BGP))
            .access("ce2-pe3", "ce2", "pe3", 1000, vlan(10, "vrf-all", Routing.BGP));
    CommonSites.azure(d, "ErGw1Az");
    CommonSites.aws(d);
    CommonSites.google(d);
    return clouds(d, "vrf-all", "vrf-all", "vrf-all", "pe3", "pe3", "pe4").design();
  }

  /**
   * The circuits of the three clouds, each in a VRF of the provider.
   *
   * @param dxEdge the provider edge that Direct Connect leads to
   * @param firstEdge the provider edge that Google's first attachment leads to
   * @param secondEdge the same for its second
   */
  static Drawing clouds(
      Drawing d,
      String azureVrf,
      String awsVrf,
      String googleVrf,
      String dxEdge,
      String firstEdge,
      String secondEdge) {
    return d.circuit("er", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
        .attachCircuit("er-er-gw", "er", "er-gw")
        .connection(
            "er-primary",
            PRIMARY,
            "er",
            "pe1",
            100,
            azureVrf,
            "172.31.0.0/30",
            addresses("172.31.0.2", "172.31.0.1"))
        .connection(
            "er-secondary",
            SECONDARY,
            "er",
            "pe2",
            100,
            azureVrf,
            "172.31.0.4/30",
            addresses("172.31.0.6", "172.31.0.5"))
        .circuit("dx", "Direct Connect 1 Gbps", "aws", "aws.direct-connect", null, 1000)
        .attachCircuit("dx-dxgw", "dx", "dxgw")
        .connection(
            "dx-vif",
            PRIMARY,
            "dx",
            dxEdge,
            200,
            awsVrf,
            "169.254.10.0/30",
            addresses("169.254.10.1", "169.254.10.2"))
        .circuit("pi1", "Attachment 1", "google", "google.partner-interconnect", null, 1000)
        .attachCircuit("pi1-cloud-router", "pi1", "cloud-router")
        .connection(
            "pi1-vlan", PRIMARY, "pi1", firstEdge, 300, googleVrf, null, BgpSettings.DEFAULT)
        .circuit("pi2", "Attachment 2", "google", "google.partner-interconnect", null, 1000)
        .attachCircuit("pi2-cloud-router", "pi2", "cloud-router")
        .connection(
            "pi2-vlan", PRIMARY, "pi2", secondEdge, 300, googleVrf, null, BgpSettings.DEFAULT);
  }

  static Document sample() {
    return clouds(new Layout(design()), 810)
        .box("dc1", 490, 50, 460, 170)
        .router("ce1", 630, 100)
        .router("ce2", 810, 100)
        .box("meridian", 200, 310, 1040, 170)
        .edge("pe1", 340, 390)
        .edge("pe2", 630, 390)
        .edge("pe3", 810, 390)
        .edge("pe4", 1100, 390)
        .bends("er-secondary", 370, 560, 610, 560)
        .bends("pi1-vlan", 1175, 570, 840, 570)
        .bends("pi2-vlan", 1305, 540, 1100, 540)
        .note(
            "All clouds share one VRF of the provider, which tells each the routes of the others."
                + " Fail CE 1 and CE 2: the clouds still talk.",
            60,
            60,
            370,
            60)
        .document();
  }

  /** The three clouds below their provider, AWS with its circuit at this place. */
  static Layout clouds(Layout l, double directConnectX) {
    return l.box("azure", 60, 640, 400, 250)
        .pill("er", 350, 640, 190)
        .gateway("er-gw", 350, 700, 180)
        .box("vnet", 80, 800, 360, 60)
        .box("aws", 520, 640, 400, 250)
        .pill("dx", directConnectX, 640, 200)
        .gateway("dxgw", directConnectX, 700, 180)
        .gateway("vgw", 610, 700, 140)
        .box("vpc", 540, 800, 360, 60)
        .box("google", 980, 640, 400, 250)
        .pill("pi1", 1175, 640, 120)
        .pill("pi2", 1305, 640, 120)
        .gateway("cloud-router", 1240, 700, 200)
        .box("gcp-vpc", 1000, 800, 360, 60);
  }
}
