package mcx.compile;

import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Id;

/** Circuits with their connections and attachments, and what is amiss about them as such. */
final class Circuits {

  private final Context c;
  private final Gateways gateways;
  private final CloudEdges edges;
  private final CircuitConnections connections;
  private final CircuitAttachments attachments;

  Circuits(Context c, Gateways gateways, CloudEdges edges, FarEnds farEnds) {
    this.c = c;
    this.gateways = gateways;
    this.edges = edges;
    this.connections = new CircuitConnections(c, edges, farEnds);
    this.attachments = new CircuitAttachments(c, gateways, edges);
  }

  void compile() {
    for (Circuit circuit : c.elements(Circuit.class)) {
      noteIncomplete(circuit);
    }
    for (CircuitConnection link : c.links(CircuitConnection.class)) {
      Circuit circuit = c.design.element(link.a(), Circuit.class);
      if (circuit == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id()) + " starts at no circuit, so it carries nothing. Start it at one.",
            link.id());
      } else {
        connections.compile(link, circuit);
      }
    }
    for (CircuitAttachment link : c.links(CircuitAttachment.class)) {
      attachments.compile(link);
    }
  }

  private void noteIncomplete(Circuit circuit) {
    Id id = circuit.id();
    if (c.catalog.of(circuit) == null) {
      c.notes.info(
          "",
          "",
          "The catalog does not know “"
              + circuit.product()
              + "”, the product of "
              + c.label(id)
              + ". It is taken for a plain circuit. Choose a known product, or add this one to a"
              + " catalog of your own.",
          id);
    }
    if (edges.rolesInUse(circuit).isEmpty()) {
      c.notes.warning(
          "",
          "",
          c.label(id)
              + " has no connection, so nothing crosses it. Connect it to a provider edge, a"
              + " layer-2 port or a router.",
          id);
    }
    if (gateways.ofCircuit(c, id) == null && !VpnUnderlay.leadsToPublicServicesOnly(c, id)) {
      c.notes.warning(
          "",
          "",
          c.label(id)
              + " is joined to no gateway, so no virtual network is reached through it. Join it to"
              + " a gateway of its cloud.",
          id);
    }
  }
}
