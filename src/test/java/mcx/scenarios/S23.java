package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.vlan;

import java.util.List;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.NetworkPeering;
import mcx.design.Routing;

/** Two regions of Azure in one VRF of a provider. */
final class S23 {

  private S23() {}

  static Design design() {
    Drawing d =
        new Drawing("Two Azure regions in one VRF")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("ce1", "CE 1", "dc1", 65010)
            .layer3Provider("meridian", "Meridian IP VPN", 64900, "pe1", "pe2", "pe3")
            .vrf("vrf", "ALL", "meridian")
            .access("ce1-pe1", "ce1", "pe1", 1000, vlan(10, "vrf", Routing.BGP))
            .cloud("azure", "Azure", "azure")
            .region("west-europe", "West Europe", "azure", "westeurope")
            .region("east-us", "East US", "azure", "eastus");
    region(d, "1", "west-europe", "10.20.0.0/16");
    region(d, "2", "east-us", "10.21.0.0/16");
    return d.design();
  }

  /** Variant: the provider's edges replace Microsoft's number in what they tell it. */
  static Design asOverride() {
    Design design = design();
    for (String link : List.of("er1-primary", "er1-secondary", "er2-primary", "er2-secondary")) {
      design = Edits.sessionB(design, link, "asOverride", true);
    }
    return design;
  }

  /** Variant: the virtual networks are peered. */
  static Design peered() {
    return design()
        .with(
            new NetworkPeering(
                Id.of("peering"), "Global peering", Id.of("vnet1"), Id.of("vnet2"), false, false));
  }

  private static void region(Drawing d, String key, String region, String prefix) {
    String er = "er" + key;
    d.circuit(er, "ER-" + key, region, "azure.expressroute", "Standard", 1000)
        .gateway("er-gw" + key, "ER gateway " + key, region, "azure.er-gateway", "ErGw1Az", null)
        .network("vnet" + key, "VNet " + key, region, prefix)
        .attachNetwork("vnet-gw" + key, "vnet" + key, "er-gw" + key)
        .attachCircuit(er + "-gw", er, "er-gw" + key)
        .connection(
            er + "-primary",
            PRIMARY,
            er,
            "pe2",
            100 + key.charAt(0),
            "vrf",
            null,
            BgpSettings.DEFAULT)
        .connection(
            er + "-secondary",
            SECONDARY,
            er,
            "pe3",
            100 + key.charAt(0),
            "vrf",
            null,
            BgpSettings.DEFAULT);
  }
}
