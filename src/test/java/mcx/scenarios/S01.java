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
    return clouds(d, "vrf-all", "vrf-all", "vrf-all").design();
  }

  /** The circuits of the three clouds, each in a VRF of the provider. */
  static Drawing clouds(Drawing d, String azureVrf, String awsVrf, String googleVrf) {
    return d.circuit(
            "er", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
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
            "pe3",
            200,
            awsVrf,
            "169.254.10.0/30",
            addresses("169.254.10.1", "169.254.10.2"))
        .circuit("pi1", "Attachment 1", "google", "google.partner-interconnect", null, 1000)
        .attachCircuit("pi1-cloud-router", "pi1", "cloud-router")
        .connection(
            "pi1-vlan", PRIMARY, "pi1", "pe3", 300, googleVrf, null, BgpSettings.DEFAULT)
        .circuit("pi2", "Attachment 2", "google", "google.partner-interconnect", null, 1000)
        .attachCircuit("pi2-cloud-router", "pi2", "cloud-router")
        .connection(
            "pi2-vlan", PRIMARY, "pi2", "pe4", 300, googleVrf, null, BgpSettings.DEFAULT);
  }

  static Document sample() {
    return clouds(new Layout(design()))
        .box("dc1", 540, 50, 360, 170)
        .router("ce1", 630, 100)
        .router("ce2", 810, 100)
        .note(
            "All clouds share one VRF of the provider, which tells each the routes of the others."
                + " Fail CE 1 and CE 2: the clouds still talk.",
            60,
            60,
            380,
            80)
        .document();
  }

  /** The provider with four edges, and the three clouds below it. */
  static Layout clouds(Layout l) {
    return l.box("meridian", 260, 300, 920, 170)
        .edge("pe1", 390, 380)
        .edge("pe2", 630, 380)
        .edge("pe3", 810, 380)
        .edge("pe4", 1050, 380)
        .box("azure", 60, 600, 400, 250)
        .pill("er", 340, 600, 190)
        .gateway("er-gw", 340, 660, 180)
        .box("vnet", 80, 760, 360, 60)
        .box("aws", 520, 600, 400, 250)
        .pill("dx", 810, 600, 200)
        .gateway("dxgw", 810, 660, 180)
        .gateway("vgw", 610, 660, 140)
        .box("vpc", 540, 760, 360, 60)
        .box("google", 980, 600, 400, 250)
        .pill("pi1", 1150, 600, 130)
        .pill("pi2", 1300, 600, 130)
        .gateway("cloud-router", 1225, 660, 190)
        .box("gcp-vpc", 1000, 760, 360, 60);
  }
}
