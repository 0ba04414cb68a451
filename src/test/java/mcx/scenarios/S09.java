package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.addresses;
import static mcx.scenarios.Drawing.cross;
import static mcx.scenarios.Drawing.subnet;
import static mcx.scenarios.Drawing.tunnel;
import static mcx.scenarios.Drawing.vlan;

import java.util.Set;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.IkeVersion;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.diagram.Document;

/** Site-to-site VPN as backup of ExpressRoute, after Microsoft's lab. */
final class S09 {

  private S09() {}

  static Design design() {
    return design(true);
  }

  /** Variant: the customer's router prefers neither by local preference. */
  static Design noLocalPreference() {
    return design(false);
  }

  private static Design design(boolean localPreference) {
    return new Drawing("VPN as backup of ExpressRoute")
        .datacenter("dc", "Amsterdam", "10.1.11.0/25")
        .router("ce", "CE", "dc", 65020)
        .layer2Provider(
            "metro",
            "Canal Ethernet",
            cross("port-ce", "port-ms-1", 110),
            cross("port-ce", "port-ms-2", 111))
        .port("port-ce", "Port 1", "metro", 10_000)
        .port("port-ms-1", "MSEE 1", "metro", 10_000)
        .port("port-ms-2", "MSEE 2", "metro", 10_000)
        .access(
            "ce-metro",
            "ce",
            "port-ce",
            10_000,
            vlan(110, null, Routing.BGP),
            vlan(111, null, Routing.BGP))
        .internet("internet")
        .access("ce-internet", "ce", "internet", 1000)
        .cloud("azure", "Azure West Europe", "azure")
        .circuit("er", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
        .gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", "ErGw1Az", null)
        .vpnGateway(
            "vpn-gw",
            "VPN gateway",
            "azure",
            "azure.vpn-gateway",
            "VpnGw1AZ",
            65515L,
            true,
            "10.17.11.76",
            "10.17.11.77")
        .network(
            "hub",
            "Hub",
            "azure",
            "10.17.11.0/25",
            subnet("GatewaySubnet", "10.17.11.64/27"),
            subnet("Shared", "10.17.11.0/26"))
        .network("spoke", "Spoke", "azure", "10.17.11.128/26")
        .peer("hub-spoke", "hub", "spoke", true)
        .attachCircuit("er-er-gw", "er", "er-gw")
        .attachNetwork("hub-er-gw", "hub", "er-gw")
        .attachNetwork("hub-vpn-gw", "hub", "vpn-gw")
        .connection(
            "er-primary",
            PRIMARY,
            "er",
            "port-ms-1",
            110,
            null,
            "192.168.11.16/30",
            preferred(addresses("192.168.11.18", "192.168.11.17"), localPreference, 150))
        .connection(
            "er-secondary",
            SECONDARY,
            "er",
            "port-ms-2",
            111,
            null,
            "192.168.11.20/30",
            preferred(addresses("192.168.11.22", "192.168.11.21"), localPreference, 150))
        .vpn(
            "vpn",
            "Backup VPN",
            "vpn-gw",
            "ce",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(
                1,
                null,
                0,
                0,
                preferred(addresses("10.17.11.76", "192.168.11.88"), localPreference, 100)),
            tunnel(
                2,
                null,
                1,
                0,
                preferred(addresses("10.17.11.77", "192.168.11.88"), localPreference, 100)))
        .design();
  }

  /** With the customer's router, at end b, giving what it learns this local preference. */
  private static BgpSettings preferred(BgpSettings session, boolean set, long value) {
    if (!set) {
      return session;
    }
    BgpEnd router = session.b().with("importPolicy", RoutePolicy.localPreference(value));
    return new BgpSettings(session.a(), router);
  }

  static Document sample() {
    return new Layout(design())
        .box("dc", 300, 50, 340, 170)
        .router("ce", 470, 100)
        .box("metro", 180, 310, 410, 180)
        .port("port-ce", 470, 360)
        .port("port-ms-1", 415, 440)
        .port("port-ms-2", 525, 440)
        .box("internet", 640, 350, 120, 90)
        .box("azure", 180, 610, 680, 340)
        .pill("er", 470, 610, 190)
        .gateway("er-gw", 470, 670, 190)
        .gateway("vpn-gw", 700, 670, 190)
        .box("hub", 375, 770, 420, 60)
        .box("spoke", 375, 870, 420, 60)
        .bends("ce-internet", 720, 120)
        .bends("vpn", 680, 560, 680, 150)
        .note(
            "CE prefers ExpressRoute by local preference 150, Azure by weight. Fail the circuit:"
                + " VPN carries both directions.",
            770,
            60,
            270,
            70)
        .document();
  }
}
