package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.scenarios.Drawing.addresses;
import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.IkeVersion;
import mcx.diagram.Document;
import mcx.inet.IpAddress;

/** Site-to-site VPN between Azure and AWS with four tunnels. */
final class S06 {

  private S06() {}

  static Design design() {
    return drawing().design();
  }

  /** Variant: a customer's router joins AWS by VPN with IBM by Direct Link. */
  static Design withIbm() {
    return drawing()
        .datacenter("dc", "Amsterdam", "172.20.0.0/16")
        .appliance("ce", "CE", "dc", 65010, "203.0.113.10")
        .access("ce-internet", "ce", "internet", 1000)
        .vpn(
            "vpn-3",
            "Connection 3",
            "vgw",
            "ce",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(1, "169.254.31.0/30", 0, 0, BgpSettings.DEFAULT),
            tunnel(2, "169.254.32.0/30", 1, 0, BgpSettings.DEFAULT))
        .cloud("ibm", "IBM Cloud", "ibm")
        .network("ledger", "Ledger", "ibm", "10.64.0.0/16")
        .gateway("tgw", "Transit Gateway", "ibm", "ibm.transit-gateway", null, 64810L)
        .attachNetwork("ledger-tgw", "ledger", "tgw")
        .circuit("dl", "Direct Link", "ibm", "ibm.direct-link", "Dedicated", 1000)
        .attachCircuit("dl-tgw", "dl", "tgw")
        .wire("dl-vc", PRIMARY, "dl", "ce")
        .design();
  }

  private static Drawing drawing() {
    return new Drawing("Site-to-site VPN between Azure and AWS")
        .internet("internet")
        .cloud("azure", "Azure West Europe", "azure")
        .vpnGateway(
            "vpn-gw",
            "VPN gateway",
            "azure",
            "azure.vpn-gateway",
            "VpnGw2AZ",
            65000L,
            true,
            "169.254.21.2",
            "169.254.22.2",
            "169.254.21.6",
            "169.254.22.6")
        .network("vnet", "Production", "azure", "10.1.0.0/16")
        .attachNetwork("vnet-vpn-gw", "vnet", "vpn-gw")
        .cloud("aws", "AWS Frankfurt", "aws")
        .gateway("vgw", "VGW", "aws", "aws.vgw", null, 64512L)
        .network("vpc", "Analytics", "aws", "10.2.0.0/16")
        .attachNetwork("vpc-vgw", "vpc", "vgw")
        .vpn(
            "vpn-1",
            "Connection 1",
            "vpn-gw",
            "vgw",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(1, "169.254.21.0/30", 0, 0, addresses("169.254.21.2", "169.254.21.1")),
            tunnel(2, "169.254.22.0/30", 0, 1, addresses("169.254.22.2", "169.254.22.1")))
        .vpn(
            "vpn-2",
            "Connection 2",
            "vpn-gw",
            "vgw",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(3, "169.254.21.4/30", 1, 0, addresses("169.254.21.6", "169.254.21.5")),
            tunnel(4, "169.254.22.4/30", 1, 1, addresses("169.254.22.6", "169.254.22.5")));
  }

  /** Variant: an active-standby gateway, which has one address for BGP in Azure's APIPA range. */
  static Design activeStandby() {
    Design design = Edits.set(design(), "vpn-gw", "activeActive", false);
    return Edits.set(design, "vpn-gw", "bgpAddresses", List.of(IpAddress.of("169.254.21.2")));
  }

  static Document sample() {
    return new Layout(design())
        .box("azure", 60, 200, 380, 320)
        .box("vpn-gw", 240, 310, 180, 70)
        .box("vnet", 80, 430, 340, 60)
        .box("internet", 700, 240, 120, 210)
        .box("aws", 1080, 200, 380, 320)
        .box("vgw", 1100, 310, 180, 70)
        .box("vpc", 1100, 430, 340, 60)
        .bends("vpn-1", 500, 330, 500, 280, 1020, 280, 1020, 330)
        .bends("vpn-2", 500, 360, 500, 410, 1020, 410, 1020, 360)
        .note(
            "Two connections of two tunnels, one for each instance of Azure's gateway. AWS sends"
                + " all traffic through one of the four; fail it and another takes over.",
            570,
            60,
            380,
            70)
        .document();
  }
}
