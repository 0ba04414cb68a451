package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;

import java.util.List;
import java.util.Set;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.PrefixRange;

/** A hub with so many spokes that Azure's limit on what it sends over a circuit is near. */
final class S22 {

  private static final int BYTE = 256;

  private S22() {}

  /** A hub of five address spaces and spokes of two, which use its gateway. */
  static Design design(int spokes) {
    Drawing d =
        new Drawing("Hub with " + spokes + " spokes")
            .datacenter("dc1", "Amsterdam", "192.168.0.0/16")
            .router("ce1", "CE 1", "dc1", 65010)
            .router("ce2", "CE 2", "dc1", 65010)
            .inner("ce1-ce2", "ce1", "ce2", "172.16.1.0/30")
            .cloud("azure", "Azure West Europe", "azure")
            .circuit("er", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
            .gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", "ErGw1Az", null)
            .network("hub", "Hub", "azure", "10.0.0.0/16");
    for (int i = 1; i <= spokes; i++) {
      String id = "spoke-" + i;
      d.add(
          new VirtualNetwork(
              Id.of(id), "Spoke " + i, Id.of("azure"), spaces(i), List.of(), Set.of()));
      d.peer("hub-" + id, "hub", id, true);
    }
    Design design =
        d.attachCircuit("er-er-gw", "er", "er-gw")
            .attachNetwork("hub-er-gw", "hub", "er-gw")
            .wire("er-primary", PRIMARY, "er", "ce1")
            .wire("er-secondary", SECONDARY, "er", "ce2")
            .design();
    List<PrefixRange> hub =
        List.of("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16").stream()
            .map(PrefixRange::of)
            .toList();
    return Edits.set(design, "hub", "prefixes", hub);
  }

  /** Variant: each spoke has one address space in the place of its two. */
  static Design replanned(int spokes) {
    Design design = design(spokes);
    for (int i = 1; i <= spokes; i++) {
      design =
          Edits.set(
              design, "spoke-" + i, "prefixes", List.of(PrefixRange.of(block(2 * i) + ".0/23")));
    }
    return design;
  }

  private static List<PrefixRange> spaces(int spoke) {
    return List.of(
        PrefixRange.of(block(2 * spoke) + ".0/24"), PrefixRange.of(block(2 * spoke + 1) + ".0/24"));
  }

  private static String block(int number) {
    return "10." + (64 + number / BYTE) + "." + number % BYTE;
  }
}
