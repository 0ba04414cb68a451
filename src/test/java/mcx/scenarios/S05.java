package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.addresses;

import mcx.design.BgpSettings;
import mcx.design.CloudInterconnect.Path;
import mcx.design.Design;
import mcx.diagram.Document;
import mcx.inet.Prefix;

/** Azure and Oracle back to back, with a datacenter on each side. */
final class S05 {

  private S05() {}

  static Design design() {
    return drawing().design();
  }

  /** Variant: Global Reach between the datacenter's circuit and that of the interconnect. */
  static Design withGlobalReach() {
    return drawing().globalReach("global-reach", "er-dc1", "er-oci").design();
  }

  private static Drawing drawing() {
    Drawing d =
        new Drawing("Azure and Oracle back to back")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("ce1", "CE 1", "dc1", 65010)
            .datacenter("dc2", "Frankfurt", "10.11.0.0/16")
            .router("ce2", "CE 2", "dc2", 65020);
    CommonSites.azure(d, "ErGw2Az");
    CommonSites.oracle(d);
    return d.network("vcn2", "Reporting", "oracle", "10.51.0.0/16")
        .attachNetwork("vcn2-drg", "vcn2", "drg")
        .circuit("er-oci", "ExpressRoute 2 Gbps", "azure", "azure.expressroute", "Standard", 2000)
        .attachCircuit("er-oci-gw", "er-oci", "er-gw")
        .circuit("fc-az", "FastConnect 2 Gbps", "oracle", "oracle.fastconnect", null, 2000)
        .attachCircuit("fc-az-drg", "fc-az", "drg")
        .interconnect(
            "az-oci",
            "er-oci",
            "fc-az",
            new Path(PRIMARY, Prefix.of("10.0.0.20/30"), addresses("10.0.0.22", "10.0.0.21")),
            new Path(SECONDARY, Prefix.of("10.0.0.24/30"), addresses("10.0.0.26", "10.0.0.25")))
        .circuit("er-dc1", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
        .attachCircuit("er-dc1-gw", "er-dc1", "er-gw")
        .connection(
            "er-dc1-primary",
            PRIMARY,
            "er-dc1",
            "ce1",
            100,
            null,
            "172.31.5.0/30",
            addresses("172.31.5.2", "172.31.5.1"))
        .connection(
            "er-dc1-secondary",
            SECONDARY,
            "er-dc1",
            "ce1",
            101,
            null,
            "172.31.5.4/30",
            addresses("172.31.5.6", "172.31.5.5"))
        .circuit("fc-dc2", "FastConnect 1 Gbps", "oracle", "oracle.fastconnect", null, 1000)
        .attachCircuit("fc-dc2-drg", "fc-dc2", "drg")
        .connection("fc-dc2-vc", PRIMARY, "fc-dc2", "ce2", 300, null, null, BgpSettings.DEFAULT);
  }

  static Document sample() {
    return new Layout(design())
        .box("dc1", 120, 50, 400, 170)
        .router("ce1", 320, 100)
        .box("dc2", 950, 50, 400, 170)
        .router("ce2", 1150, 100)
        .box("azure", 60, 370, 480, 260)
        .pill("er-dc1", 320, 370, 190)
        .sidePill("er-oci", 540, 470, 190)
        .gateway("er-gw", 310, 440, 190)
        .box("vnet", 80, 540, 440, 60)
        .box("oracle", 920, 370, 480, 260)
        .pill("fc-dc2", 1150, 370, 190)
        .sidePill("fc-az", 920, 470, 190)
        .gateway("drg", 1160, 440, 190)
        .box("vcn", 940, 540, 210, 60)
        .box("vcn2", 1170, 540, 210, 60)
        .note(
            "ExpressRoute and FastConnect meet back to back, with two BGP sessions inside one pair."
                + " Nothing passes through: Amsterdam reaches Azure only, Frankfurt Oracle only.",
            570,
            60,
            330,
            80)
        .document();
  }
}
