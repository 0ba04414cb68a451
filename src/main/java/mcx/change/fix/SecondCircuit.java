package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.change.Change;
import mcx.change.Spare;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Port;
import mcx.design.Setting;
import mcx.design.Settings;

/** A second circuit beside one that stands alone. */
public final class SecondCircuit {

  private SecondCircuit() {}

  /**
   * Whether a second one can be drawn without more: a connection that ends at a port of a layer-2
   * provider also needs a port there and a cross-connect.
   */
  public static boolean isPossible(Design design, Id circuit) {
    return design.allLinks(CircuitConnection.class).stream()
        .filter(c -> c.a().equals(circuit))
        .allMatch(c -> design.element(c.b(), Port.class) == null && c.port() == null);
  }

  /**
   * The design with a circuit like another: of the same product and speed, to the same gateways and
   * the same far ends by VLANs of its own. Its peering location is left open, to be chosen.
   */
  public static Change like(Design design, Id circuit) {
    Circuit old = Objects.requireNonNull(design.element(circuit, Circuit.class));
    List<Id> created = new ArrayList<>();
    Id id = design.freeId(circuit.value());
    Circuit added =
        new Circuit(
            id,
            old.name() + " (second)",
            old.parent(),
            old.product(),
            old.sku(),
            old.bandwidthMbps(),
            null,
            onAnyDevice(old.settings()));
    Design changed = design.with(added);
    created.add(id);
    for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
      if (c.a().equals(circuit)) {
        Id link = changed.freeId(id + "-" + (created.size()));
        CircuitConnection like =
            new CircuitConnection(
                link,
                "",
                id,
                c.b(),
                c.role(),
                c.peering(),
                Spare.vlan(changed, c.b()),
                c.vrf(),
                null,
                null,
                new BgpSettings(
                    c.session().a().with("address", null), c.session().b().with("address", null)),
                onAnyDevice(c.settings()));
        changed = changed.with(like);
        created.add(link);
      }
    }
    for (CircuitAttachment l : design.allLinks(CircuitAttachment.class)) {
      if (l.a().equals(circuit)) {
        Id link = changed.freeId(id + "-" + l.b());
        changed = changed.with(Components.with(Components.with(l, "id", link), "a", id));
        created.add(link);
      }
    }
    return new Change(changed, created, id);
  }

  /** The settings, but for the edge device: that of the first is none for a second one. */
  private static Settings onAnyDevice(Settings settings) {
    return settings.with(Setting.EDGE_DEVICE, null);
  }
}
