package mcx.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Catalog;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.PeeringType;
import org.jspecify.annotations.Nullable;

/** What the joints that make circuits share. */
final class Circuits {

  private Circuits() {}

  /** The product of the circuit that would be joined; null where the cloud's vendor has none. */
  static @Nullable Product product(Catalog catalog, CloudEnd end) {
    Circuit circuit = end.circuit();
    return circuit != null
        ? catalog.of(circuit)
        : Products.circuit(catalog, end.vendor(catalog)).orElse(null);
  }

  /** Whether a circuit can be made or joined at this end. */
  static boolean possible(Catalog catalog, CloudEnd end) {
    return end.circuit() != null || product(catalog, end) != null;
  }

  /** What the offer is called. */
  static String label(Catalog catalog, CloudEnd end) {
    Product product = product(catalog, end);
    return product == null ? Texts.get("kind.Circuit") : product.name();
  }

  /** What the vendor would refuse; empty where nothing. */
  static String warning(Pair pair, CloudEnd end) {
    Circuit circuit = end.circuit();
    Product product = product(pair.catalog(), end);
    if (circuit == null || product == null || !missing(pair.design(), circuit, product).isEmpty()) {
      return "";
    }
    return Texts.get(
        "warning.circuitFull", Words.name(pair.catalog(), circuit), product.connections());
  }

  private static Set<ConnectionRole> missing(Design design, Circuit circuit, Product product) {
    Set<ConnectionRole> missing =
        product.connections() > 1
            ? EnumSet.allOf(ConnectionRole.class)
            : EnumSet.of(ConnectionRole.PRIMARY);
    for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
      if (c.a().equals(circuit.id())) {
        missing.remove(c.role());
      }
    }
    return missing;
  }

  /**
   * Makes the circuit where none was pointed at, its connections that are missing (one more where
   * none is), and joins it to a gateway.
   *
   * @param places makes the far end of each connection, in order
   * @return the id of the circuit
   */
  static Id connect(Draft draft, CloudEnd end, Places places) {
    CloudParts parts = new CloudParts(draft);
    Circuit given = end.circuit();
    Product product = product(draft.catalog(), end);
    Circuit circuit =
        given != null
            ? given
            : parts.circuit(end.holder(), java.util.Objects.requireNonNull(product));
    List<ConnectionRole> roles = new ArrayList<>();
    if (product != null) {
      roles.addAll(missing(draft.design(), circuit, product));
      roles.sort(Comparator.naturalOrder());
    }
    if (roles.isEmpty()) {
      roles.add(ConnectionRole.PRIMARY);
    }
    parts.joinToGateway(circuit, end);
    PeeringType peering = peering(draft, parts, circuit);
    for (int i = 0; i < roles.size(); i++) {
      ConnectionRole role = roles.get(i);
      Place place = places.at(circuit, role, i);
      draft.add(
          new CircuitConnection(
              draft.id(circuit.id() + (role == ConnectionRole.PRIMARY ? "-primary" : "-secondary")),
              "",
              circuit.id(),
              place.end(),
              role,
              peering,
              place.vlan(),
              place.vrf(),
              null,
              null,
              BgpSettings.DEFAULT));
    }
    return circuit.id();
  }

  /** A circuit whose gateway stands before a transit hub has transit peering, else private. */
  private static PeeringType peering(Draft draft, CloudParts parts, Circuit circuit) {
    for (CircuitAttachment at : draft.design().allLinks(CircuitAttachment.class)) {
      if (!at.a().equals(circuit.id())) {
        continue;
      }
      for (GatewayAssociation l : draft.design().allLinks(GatewayAssociation.class)) {
        Gateway far = draft.design().element(l.b(), Gateway.class);
        if (l.a().equals(at.b()) && far != null && parts.has(far, GatewayRole.TRANSITS)) {
          return PeeringType.TRANSIT;
        }
      }
    }
    return PeeringType.PRIVATE;
  }

  /** Where the connections of a circuit lead. */
  interface Places {
    Place at(Circuit circuit, ConnectionRole role, int index);
  }

  /**
   * Where one connection leads.
   *
   * @param end the provider edge, port or router
   * @param vlan the tag there
   * @param vrf the provider's VRF; null for its only one, or where there is none
   */
  record Place(Id end, int vlan, @Nullable Id vrf) {}
}
