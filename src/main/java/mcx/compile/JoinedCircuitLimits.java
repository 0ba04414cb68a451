package mcx.compile;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.ConnectionRole;
import mcx.design.PeeringType;
import mcx.network.VrfId;

/**
 * The prefix limits of circuits that are joined with others: what the other circuits bring counts
 * together with what the customer's own sessions do (ER-GR).
 */
final class JoinedCircuitLimits {

  private final Context c;
  private final CloudEdges edges;

  JoinedCircuitLimits(Context c, CloudEdges edges) {
    this.c = c;
    this.edges = edges;
  }

  void compile() {
    for (Circuit circuit : c.elements(Circuit.class)) {
      for (ConnectionRole role : edges.rolesInUse(circuit)) {
        CloudEnd end = edges.end(circuit, role);
        Set<String> joined = c.net.entries(end.table(), Side.PEER_CIRCUIT);
        if (!joined.isEmpty()) {
          count(end, role, joined);
        }
      }
    }
  }

  private void count(CloudEnd end, ConnectionRole role, Set<String> joined) {
    Circuit circuit = end.circuit();
    Product product = end.product();
    VrfId table = end.table();
    Set<String> own = new LinkedHashSet<>(c.net.entries(table, Side.CUSTOMER));
    String part = role.name().toLowerCase(Locale.ROOT);
    for (PrefixLimitFact fact :
        LimitFacts.of(
            product, circuit.sku(), Direction.IN, Scope.SESSION, PeeringType.PRIVATE.name())) {
      LimitDraft limit =
          new LimitDraft(
              c,
              circuit.id(),
              part,
              fact,
              "What " + c.label(circuit.id()) + " " + part + " learns, with circuits joined to it");
      own.forEach(session -> limit.received(session, table).falls(session));
      joined.forEach(session -> limit.received(session, table));
      limit.add();
    }
  }
}
