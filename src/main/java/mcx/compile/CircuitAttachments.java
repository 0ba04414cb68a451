package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.ConnectionRole;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.inet.Asn;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VrfId;

/** What joins circuits to gateways. */
final class CircuitAttachments {

  private final Context c;
  private final Gateways gateways;
  private final CloudEdges edges;

  CircuitAttachments(Context c, Gateways gateways, CloudEdges edges) {
    this.c = c;
    this.gateways = gateways;
    this.edges = edges;
  }

  void compile(CircuitAttachment link) {
    Circuit circuit = c.design.element(link.a(), Circuit.class);
    GatewayEnd gateway = gateways.get(link.b());
    if (circuit == null) {
      circuit = c.design.element(link.b(), Circuit.class);
      gateway = gateways.get(link.a());
    }
    if (circuit == null || gateway == null) {
      c.notes.warning(
          "",
          "",
          c.label(link.id())
              + " joins no circuit to a gateway, so it carries nothing. Join it to one of each.",
          link.id());
      return;
    }
    String refusal = CircuitFit.refusal(c, circuit.id(), gateway);
    if (refusal != null) {
      c.notes.error(
          "",
          "",
          c.label(circuit.id())
              + " cannot be joined to "
              + c.label(gateway.gateway().id())
              + ": "
              + refusal
              + ".",
          link.id(),
          circuit.id(),
          gateway.gateway().id());
      return;
    }
    noteFixedAsn(circuit, gateway);
    for (ConnectionRole role : edges.rolesInUse(circuit)) {
      CloudEnd edge = edges.end(circuit, role);
      if (!edge.table().equals(gateway.table()) && !edge.behaviour().endsAtGateway()) {
        attach(link, edge, gateway, role);
      }
    }
  }

  /** A gateway that speaks for the circuit must have the number that the circuit asks for. */
  private void noteFixedAsn(Circuit circuit, GatewayEnd gateway) {
    Product product = c.catalog.of(circuit);
    Asn own = gateway.gateway().asn();
    if (product == null || product.asn() == null || own == null) {
      return;
    }
    Asn fixed = Asn.of(product.asn().value());
    if (Behaviours.circuit(product).endsAtGateway() && product.asnFixed() && !fixed.equals(own)) {
      c.notes.error(
          c.vendor(circuit.id()).equals("google") ? "ASN-08" : "",
          product.asn().source(),
          c.label(gateway.gateway().id())
              + " has AS "
              + own
              + ", and "
              + product.name()
              + " takes AS "
              + fixed
              + " only. Give it that number; its sessions are shown with it.",
          gateway.gateway().id(),
          circuit.id());
    }
  }

  private void attach(
      CircuitAttachment link, CloudEnd edge, GatewayEnd gateway, ConnectionRole role) {
    CircuitBehaviour behaviour = edge.behaviour();
    Asn edgeAsn = edge.asn();
    Asn gatewayAsn = behaviour.innerToGateway() ? edgeAsn : gateway.asn();
    if (edgeAsn == null || gatewayAsn == null) {
      CustomerSites.noteMissingAsn(c, gateway.gateway().id(), link.id());
      return;
    }
    Id part = CloudEdges.part(link.id(), role);
    Circuit circuit = edge.circuit();
    Gateway drawn = gateway.gateway();
    Set<Origin> dependsOn = c.around(part);
    Side side =
        gateway
            .behaviour()
            .side(
                c,
                gateway.gateway(),
                circuit,
                edges.isInterconnect(circuit.id()) ? Side.INTERCONNECT : Side.CIRCUIT);
    VrfId speaker =
        Speaker.of(
            c,
            gateway,
            link.id(),
            side,
            RouteSource.CIRCUIT,
            gateway.behaviour().distance(RouteSource.CIRCUIT, gateway.product()));
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.LINK,
            edge.table(),
            speaker,
            null,
            null,
            behaviour.innerToGateway() ? CloudEdges.INNER_COST : 0,
            Context.narrowest(circuit.bandwidthMbps(), Speeds.of(drawn, gateway.product())),
            Origin.of(part),
            List.of(Origin.of(link.id())),
            dependsOn,
            null));
    EndDraft atEdge =
        new EndDraft(edgeAsn, BgpEnd.DEFAULT)
            .limitsOfSender(gateway.product(), drawn.sku())
            .setOnImport(
                behaviour.hidesPrivateAsns() && !open(gateway)
                    ? Policies.HIDE_PRIVATE_ASNS
                    : Policy.Change.NONE)
            .nextHopSelf();
    Policy.Change change = gateway.behaviour().arriving(RouteSource.CIRCUIT, gateway.product());
    if (link.weight() > 0) {
      change = Policies.both(Policy.Change.weight(link.weight()), change);
    }
    EndDraft atGateway =
        new EndDraft(gatewayAsn, BgpEnd.DEFAULT)
            .nextHopSelf()
            .reflectorClient(
                behaviour.innerToGateway()
                    && (gateway.behaviour().joinsCircuits() || side == Side.LINKED))
            .setOnImport(change)
            .setOnExport(gateway.behaviour().towardsCustomer(gateway.product()));
    CloudSide.refuse(atGateway, gateway.product());
    c.net.add(
        new Session(
            part.value(),
            edge.table(),
            speaker,
            part.value(),
            atEdge.build(),
            atGateway.build(),
            Origin.of(part),
            dependsOn));
    c.net.door(edge.table(), gateway.behaviour().sideAtEdge(), part.value());
    if (speaker.equals(gateway.table())) {
      c.net.door(speaker, side, part.value());
    }
  }

  /** Whether the gateway lets its virtual networks pass the edges of its circuits. */
  private static boolean open(GatewayEnd gateway) {
    return gateway.behaviour().sideAtEdge() == Side.OPEN_GATEWAY;
  }
}
