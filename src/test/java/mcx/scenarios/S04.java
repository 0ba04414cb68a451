package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.addresses;

import java.util.Locale;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;

/** Direct ports: ExpressRoute Direct, a pair of 10 Gbps ports with two circuits on it. */
final class S04 {

  private S04() {}

  static Design design() {
    return onPorts(base(), "a", "er-gw-a", 5_000, 10, 0).design();
  }

  /** Variant: a third circuit of 10 Gbps, more than the pair may be sold. */
  static Design withThirdCircuit() {
    return onPorts(onPorts(base(), "a", "er-gw-a", 5_000, 10, 0), "c", "er-gw-b", 10_000, 30, 16)
        .design();
  }

  private static Drawing base() {
    Drawing d =
        new Drawing("Direct ports: ExpressRoute Direct")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("r1", "R1", "dc1", 65010)
            .router("r2", "R2", "dc1", 65010)
            .inner("r1-r2", "r1", "r2", "10.10.255.0/30")
            .peeringLocation("am3", "AM3", "Amsterdam")
            .port("port-1", "Port 1", "am3", 10_000)
            .port("port-2", "Port 2", "am3", 10_000)
            .cloud("azure", "Azure West Europe", "azure")
            .gateway("er-gw-a", "ER gateway A", "azure", "azure.er-gateway", "ErGw3Az", null)
            .gateway("er-gw-b", "ER gateway B", "azure", "azure.er-gateway", "ErGw3Az", null)
            .network("vnet-a", "Production", "azure", "10.20.0.0/16")
            .network("vnet-b", "Backup vault", "azure", "10.21.0.0/16")
            .attachNetwork("vnet-a-gw", "vnet-a", "er-gw-a")
            .attachNetwork("vnet-b-gw", "vnet-b", "er-gw-b");
    return onPorts(d, "b", "er-gw-b", 10_000, 20, 8);
  }

  /** A circuit with its primary connection on port 1 to R1 and its secondary on port 2 to R2. */
  private static Drawing onPorts(
      Drawing d, String key, String gateway, int mbps, int vlan, int firstAddress) {
    String circuit = "er-" + key;
    String block = "172.31.4.";
    return d.circuit(
            circuit,
            "Circuit " + key.toUpperCase(Locale.ROOT) + " " + mbps / 1000 + " Gbps",
            "azure",
            "azure.expressroute",
            "Standard",
            mbps)
        .attachCircuit(circuit + "-gw", circuit, gateway)
        .connection(
            circuit + "-primary",
            PRIMARY,
            circuit,
            "r1",
            vlan,
            null,
            block + firstAddress + "/30",
            addresses(block + (firstAddress + 2), block + (firstAddress + 1)))
        .onPort(circuit + "-primary", "port-1")
        .connection(
            circuit + "-secondary",
            SECONDARY,
            circuit,
            "r2",
            vlan,
            null,
            block + (firstAddress + 4) + "/30",
            addresses(block + (firstAddress + 6), block + (firstAddress + 5)))
        .onPort(circuit + "-secondary", "port-2");
  }

  /** The port that a connection runs over. */
  static Id portOf(String connection) {
    return Id.of(connection.endsWith("primary") ? "port-1" : "port-2");
  }

  static Document sample() {
    return new Layout(design())
        .box("dc1", 180, 50, 700, 170)
        .router("r1", 420, 100)
        .router("r2", 640, 100)
        .box("am3", 180, 310, 700, 110)
        .port("port-1", 420, 360)
        .port("port-2", 640, 360)
        .box("azure", 180, 580, 700, 250)
        .pill("er-a", 420, 580, 170)
        .pill("er-b", 640, 580, 170)
        .gateway("er-gw-a", 420, 640, 190)
        .gateway("er-gw-b", 640, 640, 190)
        .under("vnet-a", 420, 740, 190, 60)
        .under("vnet-b", 640, 740, 190, 60)
        .bends("er-a-primary", 400, 520, 400, 270)
        .bends("er-a-secondary", 450, 480, 610, 480, 610, 270)
        .bends("er-b-primary", 630, 510, 430, 510, 430, 270)
        .bends("er-b-secondary", 660, 520, 660, 270)
        .note(
            "Two circuits of 15 Gbps together on a pair of 10 Gbps ports at one site. Fail a port:"
                + " both stay up on the other. Fail the site: nothing is left.",
            920,
            60,
            270,
            80)
        .document();
  }
}
