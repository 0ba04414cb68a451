package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;

/**
 * A VPN that leads from the same sites to the same virtual networks as a circuit does, and so may
 * take over when that fails.
 *
 * @param circuit the circuit
 * @param vpn the VPN connection
 * @param gateway the cloud's gateway at one end of it
 * @param sites the places of the customer's own behind both
 * @param networks the virtual networks that both serve
 */
record Backup(
    Circuit circuit,
    VpnConnection vpn,
    Gateway gateway,
    SortedSet<Id> sites,
    SortedSet<Id> networks) {

  /** All in clouds of a vendor. */
  static List<Backup> all(Situation situation, String vendor) {
    List<Backup> all = new ArrayList<>();
    List<Circuit> circuits = situation.circuits(vendor + ".");
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Gateway gateway = situation.design().element(end, Gateway.class);
        if (gateway != null && gateway.product().startsWith(vendor + ".")) {
          for (Circuit circuit : circuits) {
            Backup backup = of(situation, circuit, vpn, gateway);
            if (!backup.sites.isEmpty() && !backup.networks.isEmpty()) {
              all.add(backup);
            }
          }
        }
      }
    }
    return all;
  }

  private static Backup of(
      Situation situation, Circuit circuit, VpnConnection vpn, Gateway gateway) {
    SortedSet<Id> sites = new TreeSet<>(situation.sites().premisesBehind(circuit));
    sites.retainAll(situation.sites().premisesBehind(vpn, gateway.id()));
    SortedSet<Id> networks = new TreeSet<>();
    situation.sites().gateways(circuit).forEach(g -> networks.addAll(situation.sites().served(g)));
    networks.retainAll(situation.sites().served(gateway.id()));
    return new Backup(circuit, vpn, gateway, sites, networks);
  }

  /** Whether it is between these two, in whichever order. */
  boolean isBetween(Id one, Id other) {
    return (sites.contains(one) && networks.contains(other))
        || (sites.contains(other) && networks.contains(one));
  }
}
