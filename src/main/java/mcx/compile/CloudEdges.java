package mcx.compile;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.inet.Asn;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Sharing;
import mcx.network.VrfId;

/** The cloud's edge routers: one for each connection of a circuit that ends at no gateway. */
final class CloudEdges {

  /** The cost of inner routing between two nodes of a cloud: one step, as any other. */
  static final int INNER_COST = 1;

  private final Context c;
  private final Gateways gateways;

  CloudEdges(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  /** The roles of a circuit's connections and interconnect paths, in order. */
  Set<ConnectionRole> rolesInUse(Circuit circuit) {
    Set<ConnectionRole> roles = new LinkedHashSet<>();
    for (ConnectionRole role : ConnectionRole.values()) {
      for (CircuitConnection link : c.links(CircuitConnection.class)) {
        if (link.a().equals(circuit.id()) && link.role() == role) {
          roles.add(role);
        }
      }
      for (CloudInterconnect link : c.links(CloudInterconnect.class)) {
        if (link.joins(circuit.id()) && link.paths().stream().anyMatch(p -> p.role() == role)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  /** Whether the circuit joins its cloud to another. */
  boolean isInterconnect(Id circuit) {
    return c.links(CloudInterconnect.class).stream().anyMatch(l -> l.joins(circuit));
  }

  /** The cloud's end of the connection with this role; its edge router is made when first asked. */
  CloudEnd end(Circuit circuit, ConnectionRole role) {
    Product product = c.catalog.of(circuit);
    CircuitBehaviour behaviour = Behaviours.circuit(product);
    GatewayEnd gateway = gateways.ofCircuit(c, circuit.id());
    Asn asn = behaviour.asn(circuit, product, gateway == null ? null : gateway.asn());
    if (behaviour.endsAtGateway() && gateway != null) {
      return new CloudEnd(gateway.table(), asn, circuit, product, gateway, behaviour);
    }
    Id part = part(circuit.id(), role);
    if (c.net.node(part.value()) == null) {
      NodeDraft node =
          new NodeDraft(
              part.value(),
              c.name(circuit) + " " + role.name().toLowerCase(Locale.ROOT),
              Node.Kind.CLOUD_EDGE,
              Origin.of(circuit.id()),
              true,
              null,
              c.around(part));
      node.transit(behaviour.transit()).ownTable(asn).choose(behaviour.selection(), Sharing.ALL);
      c.net.add(node);
    }
    return new CloudEnd(VrfId.of(part.value()), asn, circuit, product, gateway, behaviour);
  }

  /** The part of a circuit, or of its attachment, for the connection of this role. */
  static Id part(Id link, ConnectionRole role) {
    return link.part(role == ConnectionRole.PRIMARY ? "primary" : "secondary");
  }
}
