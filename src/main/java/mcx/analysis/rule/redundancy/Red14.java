package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.compile.Note.Severity;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Port;

/**
 * RED-14: circuits on a pair of own ports that together are more than one port carries, which shows
 * when the other is lost; more than Microsoft lets one order, which is refused.
 */
final class Red14 extends Rule {

  Red14() {
    super("RED-14");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<Id, SortedSet<Id>> portsOf = new TreeMap<>();
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      Circuit circuit = situation.design().element(c.a(), Circuit.class);
      Port port = situation.design().element(c.port(), Port.class);
      if (circuit != null
          && circuit.product().startsWith("azure.")
          && port != null
          && port.speedMbps() > 0) {
        portsOf.computeIfAbsent(circuit.id(), k -> new TreeSet<>()).add(port.id());
      }
    }
    List<Finding> found = new ArrayList<>();
    for (Group group : groups(portsOf)) {
      check(situation, group, found);
    }
    return found;
  }

  /** Circuits that share ports. */
  private record Group(SortedSet<Id> ports, SortedSet<Id> circuits) {}

  private static List<Group> groups(Map<Id, SortedSet<Id>> portsOf) {
    List<Group> groups = new ArrayList<>();
    portsOf.forEach(
        (circuit, ports) -> {
          Group joined = new Group(new TreeSet<>(ports), new TreeSet<>(List.of(circuit)));
          for (Group other : List.copyOf(groups)) {
            if (other.ports().stream().anyMatch(ports::contains)) {
              joined.ports().addAll(other.ports());
              joined.circuits().addAll(other.circuits());
              groups.remove(other);
            }
          }
          groups.add(joined);
        });
    return groups;
  }

  private void check(Situation situation, Group group, List<Finding> found) {
    int port =
        group.ports().stream()
            .mapToInt(
                p -> Objects.requireNonNull(situation.design().element(p, Port.class)).speedMbps())
            .min()
            .orElse(0);
    long ordered = 0;
    long times = 1;
    for (Id c : group.circuits()) {
      Circuit circuit = Objects.requireNonNull(situation.design().element(c, Circuit.class));
      ordered += circuit.bandwidthMbps();
      Product product = situation.catalog().of(circuit);
      if (product != null) {
        times = product.number(Quantity.MAX_PORT_OVERSUBSCRIPTION).orElse(1);
      }
    }
    if (ordered > port) {
      found.add(found(situation, group, ordered, port, times));
    }
  }

  private Finding found(Situation situation, Group group, long ordered, int port, long times) {
    boolean refused = ordered > times * port;
    String ports = Phrases.list(List.copyOf(group.ports()), situation::name);
    FindingDraft draft =
        finding(List.copyOf(group.ports()))
            .showing(group.circuits())
            .title(
                "Circuits of "
                    + gbps(ordered)
                    + " stand on ports of "
                    + gbps(port)
                    + " each, "
                    + ports);
    if (refused) {
      return draft
          .severity(Severity.ERROR)
          .text(
              "Microsoft lets one order circuits up to "
                  + times
                  + " times the speed of a port, "
                  + gbps(times * port)
                  + " here, and refuses more.")
          .remedy("Order smaller circuits, or a pair of faster ports.")
          .done();
    }
    return draft
        .text(
            "That is allowed: both ports carry traffic. When one is lost, or worked on, "
                + gbps(port)
                + " are left for all of them.")
        .remedy("Check that what must survive the loss of a port fits into one.")
        .done();
  }

  private static String gbps(long mbps) {
    return mbps % 1000 == 0 ? mbps / 1000 + " Gbps" : mbps + " Mbps";
  }
}
