package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.compile.EdgeDevices;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PeeringLocation;
import mcx.design.PeeringType;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/**
 * Circuits as a reviewer sees them: which devices and places they lead to, which of them serve
 * virtual networks together, and what else serves those. Which sites are behind what, {@link Sites}
 * says. Made from one situation, for one rule.
 */
public final class Circuitry {

  private final Situation situation;
  private final Map<Id, List<Link>> linksOf = new HashMap<>();

  public Circuitry(Situation situation) {
    this.situation = situation;
    for (Link link : situation.design().links().values()) {
      linksOf.computeIfAbsent(link.a(), k -> new ArrayList<>()).add(link);
      if (!link.a().equals(link.b())) {
        linksOf.computeIfAbsent(link.b(), k -> new ArrayList<>()).add(link);
      }
    }
  }

  /** The links of a kind that end at an element, in the order of their ids; VPNs with IPsec. */
  public <L extends Link> List<L> links(Id element, Class<L> kind) {
    return linksOf.getOrDefault(element, List.of()).stream()
        .filter(kind::isInstance)
        .filter(l -> !Situation.isPlainTunnel(l))
        .map(kind::cast)
        .toList();
  }

  /** The connections of a circuit that lead to virtual networks, in the order of their ids. */
  public List<CircuitConnection> connections(Id circuit) {
    return links(circuit, CircuitConnection.class).stream()
        .filter(c -> c.a().equals(circuit))
        .filter(c -> c.peering() == PeeringType.PRIVATE || c.peering() == PeeringType.TRANSIT)
        .toList();
  }

  /** Whether the circuit joins its cloud to another. */
  public boolean isInterconnect(Id circuit) {
    return !links(circuit, CloudInterconnect.class).isEmpty();
  }

  /** The router or provider edge at the other end of a connection; null where none is reached. */
  public @Nullable Id device(CircuitConnection connection) {
    for (Session s : situation.sessions(connection.id())) {
      return situation.elementOf(s.b());
    }
    return null;
  }

  /** The gateways that a circuit is joined to. */
  public List<Gateway> gateways(Id circuit) {
    List<Gateway> found = new ArrayList<>();
    Circuit drawn = situation.design().element(circuit, Circuit.class);
    if (drawn != null) {
      for (Id id : situation.sites().gateways(drawn)) {
        Gateway gateway = situation.design().element(id, Gateway.class);
        if (gateway != null) {
          found.add(gateway);
        }
      }
    }
    return found;
  }

  /** The virtual networks behind a circuit or gateway, as {@link Sites#served} has them. */
  public SortedSet<Id> networks(Id circuitOrGateway) {
    return situation.sites().served(circuitOrGateway);
  }

  /**
   * The circuits of a product, by the beginning of its key, that serve virtual networks together:
   * each list holds those of one network. Circuits that join clouds are not among them.
   */
  public List<List<Circuit>> together(String product) {
    Map<Id, List<Circuit>> byNetwork = new LinkedHashMap<>();
    for (Circuit c : situation.circuits(product)) {
      if (!isInterconnect(c.id())) {
        for (Id network : networks(c.id())) {
          byNetwork.computeIfAbsent(network, k -> new ArrayList<>()).add(c);
        }
      }
    }
    return byNetwork.values().stream().distinct().toList();
  }

  /** The virtual networks that all of these circuits serve. */
  public SortedSet<Id> common(List<Circuit> circuits) {
    SortedSet<Id> all = new TreeSet<>(networks(circuits.getFirst().id()));
    circuits.forEach(c -> all.retainAll(networks(c.id())));
    return all;
  }

  /** Where a circuit's connections meet the provider; empty where the design does not say. */
  public SortedSet<Id> locations(Circuit circuit) {
    return EdgeDevices.locations(situation.design(), circuit);
  }

  /** What a location fails together with: its key of shared risk, or itself. */
  public String risk(Id location) {
    PeeringLocation found = situation.design().element(location, PeeringLocation.class);
    return found == null || found.sharedRisk() == null ? location.value() : found.sharedRisk();
  }

  /**
   * The cloud's own devices that a circuit ends on, with the location before the label where that
   * is known; empty where the design does not say.
   */
  public SortedSet<String> edgeDevices(Circuit circuit) {
    return EdgeDevices.of(situation.design(), circuit);
  }

  /** The VPNs of gateways that serve one of these networks. */
  public List<VpnConnection> vpns(Set<Id> ofNetworks) {
    return situation.links(VpnConnection.class).stream()
        .filter(v -> serves(v.a(), ofNetworks) || serves(v.b(), ofNetworks))
        .toList();
  }

  /** The VPNs with BGP of gateways that serve one of these networks. */
  public List<VpnConnection> bgpVpns(Set<Id> ofNetworks) {
    return vpns(ofNetworks).stream().filter(v -> v.routing() == Routing.BGP).toList();
  }

  private boolean serves(Id end, Set<Id> ofNetworks) {
    return situation.design().element(end, Gateway.class) != null
        && networks(end).stream().anyMatch(ofNetworks::contains);
  }
}
