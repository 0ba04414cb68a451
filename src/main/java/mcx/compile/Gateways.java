package mcx.compile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.catalog.Product;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.RouteTable;
import mcx.inet.Family;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Makes the nodes of gateways, and knows them. */
final class Gateways {

  private final Map<Id, GatewayEnd> ends = new TreeMap<>();

  Gateways(Context c) {
    for (Gateway gateway : c.elements(Gateway.class)) {
      ends.put(gateway.id(), compile(c, gateway));
    }
  }

  private static GatewayEnd compile(Context c, Gateway gateway) {
    Product product = c.catalog.of(gateway);
    if (product == null) {
      c.notes.info(
          "",
          "",
          "The catalog does not know “"
              + gateway.product()
              + "”, the product of "
              + c.label(gateway.id())
              + ". It is taken for a plain gateway that ends circuits and VPN and passes everything"
              + " on. Choose a known product, or add this one to a catalog of your own.",
          gateway.id());
    }
    GatewayBehaviour behaviour = Behaviours.gateway(product, gateway);
    GatewayEnd end =
        new GatewayEnd(
            gateway,
            product,
            behaviour,
            VrfId.of(gateway.id().value()),
            behaviour.asn(gateway, product),
            AttachmentTables.of(c, gateway, behaviour));
    NodeDraft node =
        new NodeDraft(
            gateway.id().value(),
            c.name(gateway),
            Node.Kind.GATEWAY,
            Origin.of(gateway.id()),
            behaviour.forwards(product),
            gateway.bgpAddresses().stream()
                .filter(a -> a.family() == Family.V4)
                .findFirst()
                .orElse(null),
            c.around(gateway.id()));
    node.transit(behaviour.transit());
    node.ownTable(end.asn())
        .originate(Context.prefixes(gateway.advertised()))
        .choose(behaviour.selection(), behaviour.sharing(c, gateway, product));
    for (RouteTable table : end.tables().drawn()) {
      node.addTable(end.tables().of(table), c.name(table), end.asn(), null)
          .choose(behaviour.selection(), behaviour.sharing(c, gateway, product));
    }
    c.net.add(node);
    return end;
  }

  @Nullable GatewayEnd get(@Nullable Id id) {
    return id == null ? null : ends.get(id);
  }

  /** All, in the order of their ids. */
  Collection<GatewayEnd> all() {
    return ends.values();
  }

  /** The first gateway that a circuit is joined to and that takes it; null if there is none. */
  @Nullable GatewayEnd ofCircuit(Context c, Id circuit) {
    for (CircuitAttachment link : c.links(CircuitAttachment.class)) {
      if (link.joins(circuit)) {
        GatewayEnd end = ends.get(link.other(circuit));
        if (end != null && CircuitFit.refusal(c, circuit, end) == null) {
          return end;
        }
      }
    }
    return null;
  }

  /** Joins gateways with gateways, and notes those that serve nothing. */
  void associate(Context c) {
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      GatewayEnd near = ends.get(link.a());
      GatewayEnd far = ends.get(link.b());
      if (near == null || far == null) {
        c.notes.warning(
            "",
            "",
            "The association of "
                + c.label(link.a())
                + " with "
                + c.label(link.b())
                + " joins no two gateways, so it carries nothing. Join it to a gateway at each end.",
            link.id());
      } else {
        near.behaviour().associate(c, link, near, far);
      }
    }
    noteIdle(c);
  }

  private void noteIdle(Context c) {
    Set<Id> serving = new TreeSet<>();
    List<Served.Joint> joints = c.joints();
    joints.forEach(j -> serving.add(j.gateway().id()));
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      serving.add(link.a());
      serving.add(link.b());
    }
    for (GatewayEnd end : ends.values()) {
      Id id = end.gateway().id();
      if (!serving.contains(id) && end.gateway().advertised().isEmpty()) {
        c.notes.warning(
            "",
            "",
            c.label(id)
                + " serves no virtual network, so it has nothing to advertise. Attach a virtual"
                + " network to it.",
            id);
      }
    }
  }

  /** Adds what depends on all edges of the gateways being known. */
  void complete(Context c) {
    ends.values().forEach(e -> e.behaviour().complete(c, this, e));
  }
}
