package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.design.Setting;

/**
 * BKP-08: a private virtual interface has jumbo frames, and a VPN advertises the same prefixes: the
 * path then falls to the MTU of Ethernet.
 */
final class Bkp08 extends Rule {

  Bkp08() {
    super("BKP-08");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<Circuit, SortedSet<Id>> vpns = new LinkedHashMap<>();
    for (Backup b : Backup.all(situation, "aws")) {
      vpns.computeIfAbsent(b.circuit(), k -> new TreeSet<>()).add(b.vpn().id());
    }
    List<Finding> found = new ArrayList<>();
    vpns.forEach((circuit, backups) -> check(situation, circuit, backups, found));
    return found;
  }

  private void check(
      Situation situation, Circuit circuit, SortedSet<Id> backups, List<Finding> found) {
    Product product = situation.product(circuit.id());
    if (product == null || product.number(Quantity.DEFAULT_MTU).isEmpty()) {
      return;
    }
    int standard = (int) product.number(Quantity.DEFAULT_MTU).getAsLong();
    SortedSet<Id> jumbo = new TreeSet<>();
    int greatest = 0;
    boolean isPrivate = false;
    Integer ofCircuit = circuit.settings().number(Setting.MTU);
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      if (c.a().equals(circuit.id()) && c.peering() == PeeringType.PRIVATE) {
        isPrivate = true;
        Integer mtu = c.settings().number(Setting.MTU);
        if (mtu != null && mtu > standard) {
          jumbo.add(c.id());
          greatest = Math.max(greatest, mtu);
        }
      }
    }
    if (isPrivate && ofCircuit != null && ofCircuit > standard) {
      jumbo.add(circuit.id());
      greatest = Math.max(greatest, ofCircuit);
    }
    if (jumbo.isEmpty()) {
      return;
    }
    String name = situation.name(circuit.id());
    found.add(
        finding(circuit.id())
            .showing(jumbo)
            .showing(backups)
            .title(
                name
                    + " has an MTU of "
                    + greatest
                    + " bytes, which falls to "
                    + standard
                    + " beside "
                    + situation.name(backups.first()))
            .text(
                "Where a VPN advertises the same prefixes as a private virtual interface, AWS takes"
                    + " "
                    + standard
                    + " bytes for that interface too. Hosts that send larger packets lose them.")
            .remedy("Plan with " + standard + " bytes on the whole path.")
            .remedy("Advertise other prefixes over the VPN, such as summaries.")
            .fix(
                "Set the MTU of " + name + " to " + standard,
                (design, catalog) -> {
                  Change change = Edits.set(design, jumbo, Setting.MTU, standard);
                  return new Change(change.design(), List.of(), circuit.id());
                })
            .done());
  }
}
