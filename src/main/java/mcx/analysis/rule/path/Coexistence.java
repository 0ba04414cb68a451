package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.Router;
import mcx.design.VpnConnection;

/**
 * A VPN beside circuits that serve the same virtual networks.
 *
 * @param vpn the VPN
 * @param gateway the cloud's gateway that ends it
 * @param router the customer's router at its other end
 * @param circuits the circuits
 */
record Coexistence(VpnConnection vpn, Gateway gateway, Router router, List<Circuit> circuits) {

  /** All VPNs from a customer's router to a cloud that circuits lead to as well. */
  static List<Coexistence> all(Situation situation, Circuitry circuitry) {
    List<Coexistence> found = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      add(situation, circuitry, vpn, vpn.a(), vpn.b(), found);
      add(situation, circuitry, vpn, vpn.b(), vpn.a(), found);
    }
    return found;
  }

  private static void add(
      Situation situation,
      Circuitry circuitry,
      VpnConnection vpn,
      Id cloudEnd,
      Id customerEnd,
      List<Coexistence> found) {
    Gateway gateway = situation.design().element(cloudEnd, Gateway.class);
    Router router = situation.design().element(customerEnd, Router.class);
    if (gateway == null || router == null || isWanted(situation, vpn)) {
      return;
    }
    SortedSet<Id> networks = new TreeSet<>(circuitry.networks(gateway.id()));
    List<Circuit> circuits = new ArrayList<>();
    for (Circuit c : situation.all(Circuit.class)) {
      if (!circuitry.isInterconnect(c.id())
          && circuitry.networks(c.id()).stream().anyMatch(networks::contains)) {
        circuits.add(c);
      }
    }
    if (!circuits.isEmpty()) {
      found.add(new Coexistence(vpn, gateway, router, circuits));
    }
  }

  /** Whether the architect wants the VPN to carry the traffic. */
  private static boolean isWanted(Situation situation, VpnConnection vpn) {
    for (Intent i : situation.design().intents().values()) {
      if (i.kind() == IntentKind.PREFER
          && i.through().stream().anyMatch(t -> t.owner().equals(vpn.id()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the circuit is one of these. */
  boolean has(Id circuit) {
    return circuits.stream().anyMatch(c -> c.id().equals(circuit));
  }
}
