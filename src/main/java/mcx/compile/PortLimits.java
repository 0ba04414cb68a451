package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.design.Port;
import mcx.inet.Family;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/**
 * Limits on all virtual interfaces of one physical connection of a cloud together. A circuit whose
 * connection names no port is a physical connection of its own.
 */
final class PortLimits {

  private final Context c;

  PortLimits(Context c) {
    this.c = c;
  }

  void compile() {
    Map<Id, List<CircuitConnection>> byPort = new TreeMap<>();
    for (CircuitConnection link : c.links(CircuitConnection.class)) {
      boolean isPool =
          link.peering() == PeeringType.PRIVATE || link.peering() == PeeringType.TRANSIT;
      if (isPool && c.net.session(link.id().value()) != null) {
        Id port = link.port() != null ? link.port() : link.a();
        byPort.computeIfAbsent(port, k -> new ArrayList<>()).add(link);
      }
    }
    byPort.forEach(this::compile);
  }

  private void compile(Id port, List<CircuitConnection> links) {
    Circuit circuit = c.design.element(links.getFirst().a(), Circuit.class);
    Product product = circuit == null ? null : c.catalog.of(circuit);
    if (circuit == null || product == null) {
      return;
    }
    Port drawn = c.design.element(port, Port.class);
    int speed = drawn == null ? circuit.bandwidthMbps() : drawn.speedMbps();
    for (PrefixLimitFact fact :
        LimitFacts.of(product, circuit.sku(), Direction.IN, Scope.PORT, "PRIVATE", "TRANSIT")) {
      if (fact.holdsForPort(speed)) {
        LimitDraft limit =
            new LimitDraft(c, port, "", fact, "Prefixes allotted on " + c.label(port));
        for (CircuitConnection link : links) {
          Session session = c.net.session(link.id().value());
          if (session != null) {
            limit.received(session.id(), session.a());
          }
        }
        limit.add();
        noteAllocations(port, links, fact);
      }
    }
  }

  /** Each interface has what its session accepts set aside for it, whether it is used or not. */
  private void noteAllocations(Id port, List<CircuitConnection> links, PrefixLimitFact fact) {
    long sum = 0;
    for (CircuitConnection link : links) {
      PrefixLimit own = limit(c.net.session(link.id().value()), fact.family());
      sum += own == null ? 0 : own.max();
    }
    if (sum > fact.max()) {
      c.notes.error(
          c.vendor(links.getFirst().a()).equals("aws") ? "PFX-10" : "",
          fact.source(),
          "The sessions on "
              + c.label(port)
              + " are to accept "
              + sum
              + (fact.family() == null ? "" : " " + fact.family().label())
              + " prefixes together; it has "
              + fact.max()
              + " to allocate and refuses more. Lower their limits, or spread them over more"
              + " connections.",
          port);
    }
  }

  private static @Nullable PrefixLimit limit(@Nullable Session session, @Nullable Family family) {
    return session == null
        ? null
        : family == Family.V6 ? session.atA().limitV6() : session.atA().limitV4();
  }
}
