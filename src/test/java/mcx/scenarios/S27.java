package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.subnet;
import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.IkeVersion;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;

/** A datacenter that tells Azure a default route over ExpressRoute, with a VPN beside it. */
final class S27 {

  static final String DEFAULT = "0.0.0.0/0";

  private S27() {}

  static Design design() {
    Design design = withoutDefault();
    for (String link : List.of("er-primary", "er-secondary")) {
      design = Edits.sessionB(design, link, "defaultOriginate", true);
    }
    return design;
  }

  /** Variant: the gateway's subnet has a route to the VPN's peer by the Internet. */
  static Design withHostRoute() {
    return subnets(
        new Subnet(
            "GatewaySubnet",
            Prefix.of("10.20.255.0/27"),
            Settings.of(Setting.USER_ROUTES, List.of(Prefix.of("203.0.113.10/32")))),
        subnet("Workloads", "10.20.0.0/20"));
  }

  /** Variant: a network security group holds the workloads back from the Internet. */
  static Design withSecurityGroup() {
    return subnets(
        subnet("GatewaySubnet", "10.20.255.0/27"),
        new Subnet(
            "Workloads",
            Prefix.of("10.20.0.0/20"),
            Settings.of(Setting.NETWORK_SECURITY_GROUP, true)));
  }

  private static Design subnets(Subnet... subnets) {
    return Edits.set(design(), "vnet", "subnets", List.of(subnets));
  }

  static Design withoutDefault() {
    return new Drawing("Default route over ExpressRoute")
        .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
        .router("ce", "CE", "dc1", 65010)
        .appliance("vpn-device", "VPN device", "dc1", 65010, "203.0.113.10")
        .inner("ce-vpn-device", "ce", "vpn-device", "10.10.255.0/30")
        .internet("internet")
        .access("device-internet", "vpn-device", "internet", 1000)
        .cloud("azure", "Azure West Europe", "azure")
        .network(
            "vnet",
            "Production",
            "azure",
            "10.20.0.0/16",
            subnet("GatewaySubnet", "10.20.255.0/27"),
            subnet("Workloads", "10.20.0.0/20"))
        .circuit("er", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
        .gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", "ErGw1Az", null)
        .vpnGateway("vpn-gw", "VPN gateway", "azure", "azure.vpn-gateway", "VpnGw1AZ", 65515L, true)
        .attachNetwork("vnet-er-gw", "vnet", "er-gw")
        .attachNetwork("vnet-vpn-gw", "vnet", "vpn-gw")
        .attachCircuit("er-er-gw", "er", "er-gw")
        .wire("er-primary", PRIMARY, "er", "ce")
        .wire("er-secondary", SECONDARY, "er", "ce")
        .vpn(
            "vpn",
            "Backup VPN",
            "vpn-gw",
            "vpn-device",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(1, null, 0, 0, BgpSettings.DEFAULT),
            tunnel(2, null, 1, 0, BgpSettings.DEFAULT))
        .design();
  }
}
