package mcx.catalog;

import java.util.List;

/**
 * A cloud vendor.
 *
 * @param key such as {@code azure}
 * @param name such as {@code Microsoft Azure}
 * @param shortName such as {@code Azure}
 * @param networkName its word for a virtual network: VNet, VPC, VCN
 * @param color its colour on the canvas, as {@code #rrggbb}
 * @param defaultPrefix the address range that a new virtual network starts from
 * @param usualCircuit the key of the circuit product to create when none is named; empty for none
 * @param usualCircuitGateway the key of the gateway that a circuit is joined to
 * @param usualVpnGateway the key of the gateway that a VPN ends at
 * @param interconnects keys of vendors it can be joined to back to back
 * @param circuitPeering its name for joining two circuits so that sites behind them reach each
 *     other; empty where it has no such thing
 * @param gatewayTransit whether a virtual network can use the gateways of one it is peered with
 * @param regions some of its regions' codes
 * @param notes facts of the cloud as a whole, in words
 */
public record Vendor(
    String key,
    String name,
    String shortName,
    String networkName,
    String color,
    String defaultPrefix,
    String usualCircuit,
    String usualCircuitGateway,
    String usualVpnGateway,
    List<String> interconnects,
    String circuitPeering,
    boolean gatewayTransit,
    List<String> regions,
    List<Fact<String>> notes) {

  public Vendor {
    interconnects = List.copyOf(interconnects);
    regions = List.copyOf(regions);
    notes = List.copyOf(notes);
  }
}
