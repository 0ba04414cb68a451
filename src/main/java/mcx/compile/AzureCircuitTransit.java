package mcx.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.design.Circuit;
import mcx.design.ConnectionRole;
import mcx.inet.Prefix;
import mcx.network.Session;
import mcx.network.VrfId;

/**
 * Virtual networks that pass Microsoft's edge to others on the same circuit: their gateways' number
 * is taken off the networks' own routes, and stays on what a Route Server brought, so that the
 * other gateway, having the same number, drops that (ARS). The customer sees neither.
 */
final class AzureCircuitTransit {

  private final Context c;
  private final Gateways gateways;

  AzureCircuitTransit(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  void compile() {
    for (Circuit circuit : c.elements(Circuit.class)) {
      for (ConnectionRole role : ConnectionRole.values()) {
        compile(VrfId.of(CloudEdges.part(circuit.id(), role).value()));
      }
    }
  }

  private void compile(VrfId edge) {
    Set<String> open = c.net.entries(edge, Side.OPEN_GATEWAY);
    if (open.isEmpty()) {
      return;
    }
    for (String session : c.net.exits(edge, Side.CUSTOMER)) {
      c.net.alsoExport(session, edge, Narrowing.from(open), Policies.HIDE_PRIVATE_ASNS);
    }
    List<Prefix> networks = networks(edge, open);
    for (String session : open) {
      c.net.alsoExport(session, edge, Narrowing.to(networks), Policies.HIDE_PRIVATE_ASNS);
    }
  }

  private List<Prefix> networks(VrfId edge, Set<String> sessions) {
    Set<Prefix> all = new LinkedHashSet<>();
    for (String id : sessions) {
      Session session = c.net.session(id);
      for (GatewayEnd end : gateways.all()) {
        if (session != null && session.other(edge).equals(end.table())) {
          all.addAll(Served.networks(c, end.gateway()));
        }
      }
    }
    return List.copyOf(all);
  }
}
