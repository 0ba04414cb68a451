package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/** Which clouds' circuits lead into which VRF of a provider. */
final class ProviderVrfs {

  private ProviderVrfs() {}

  /** The connections of circuits that lead into a VRF. */
  static List<CircuitConnection> connections(Situation situation, Id vrf) {
    List<CircuitConnection> connections = new ArrayList<>();
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      if (vrf.equals(vrf(situation, c))) {
        connections.add(c);
      }
    }
    return connections;
  }

  /** The VRF that a connection leads into: the one it names, or the provider's only one. */
  private static @Nullable Id vrf(Situation situation, CircuitConnection connection) {
    if (connection.vrf() != null) {
      return connection.vrf();
    }
    if (situation.design().element(connection.b(), ProviderEdge.class) == null) {
      return null;
    }
    Layer3Provider provider = situation.design().within(connection.b(), Layer3Provider.class);
    List<Vrf> all =
        provider == null
            ? List.of()
            : situation.all(Vrf.class).stream()
                .filter(v -> provider.id().equals(v.parent()))
                .toList();
    return all.size() == 1 ? all.getFirst().id() : null;
  }

  /** The virtual networks behind the circuits that lead into a VRF. */
  static SortedSet<Id> networks(Situation situation, Id vrf) {
    SortedSet<Id> networks = new TreeSet<>();
    for (CircuitConnection c : connections(situation, vrf)) {
      networks.addAll(networks(situation, c));
    }
    return networks;
  }

  /** The virtual networks behind the circuit of a connection. */
  static SortedSet<Id> networks(Situation situation, CircuitConnection connection) {
    SortedSet<Id> networks = new TreeSet<>();
    Circuit circuit = situation.design().element(connection.a(), Circuit.class);
    if (circuit != null) {
      for (Id gateway : situation.sites().gateways(circuit)) {
        networks.addAll(situation.sites().served(gateway));
      }
    }
    return networks;
  }
}
