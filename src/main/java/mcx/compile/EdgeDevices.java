package mcx.compile;

import java.util.SortedSet;
import java.util.TreeSet;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import mcx.design.PeeringType;
import mcx.design.Port;
import mcx.design.Setting;

/** Where in the cloud circuits end, as far as the design says. */
public final class EdgeDevices {

  private EdgeDevices() {}

  /**
   * The cloud's own devices that a circuit ends on, with the location before the label where that
   * is known; empty where the design does not say.
   */
  public static SortedSet<String> of(Design design, Circuit circuit) {
    SortedSet<String> found = new TreeSet<>();
    String own = circuit.settings().text(Setting.EDGE_DEVICE);
    if (own != null) {
      found.add(own);
    }
    for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
      if (isOf(c, circuit)) {
        Port port = design.element(c.port(), Port.class);
        String device = c.settings().text(Setting.EDGE_DEVICE);
        if (device == null && port != null) {
          device = port.settings().text(Setting.EDGE_DEVICE);
        }
        if (device != null) {
          found.add(device);
        }
      }
    }
    SortedSet<Id> locations = locations(design, circuit);
    String place = locations.isEmpty() ? "" : locations.first() + " ";
    SortedSet<String> placed = new TreeSet<>();
    found.forEach(f -> placed.add(place + f));
    return placed;
  }

  /** Whether it is a connection of the circuit that carries routes of networks. */
  private static boolean isOf(CircuitConnection c, Circuit circuit) {
    return c.a().equals(circuit.id())
        && (c.peering() == PeeringType.PRIVATE || c.peering() == PeeringType.TRANSIT);
  }

  /** The locations that a circuit's connections end at; the circuit's own where they say none. */
  public static SortedSet<Id> locations(Design design, Circuit circuit) {
    SortedSet<Id> found = new TreeSet<>();
    for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
      if (isOf(c, circuit)) {
        PeeringLocation of = design.within(c.port(), PeeringLocation.class);
        if (of == null) {
          of = design.within(c.b(), PeeringLocation.class);
        }
        if (of != null) {
          found.add(of.id());
        }
      }
    }
    if (found.isEmpty() && circuit.peeringLocation() != null) {
      found.add(circuit.peeringLocation());
    }
    return found;
  }
}
