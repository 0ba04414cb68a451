package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcx.analysis.Finding;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.inet.Prefix;

/**
 * TRN-23: prefixes that are advertised on Microsoft peering are advertised on private peering too,
 * so that answers of Microsoft's services and of virtual networks come back by different circuits.
 */
final class Trn23 extends Rule {

  /** What Microsoft peering does not take anyway (RFC 1918, RFC 6598, RFC 4193). */
  private static final List<Prefix> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
          .map(Prefix::of)
          .toList();

  Trn23() {
    super("TRN-23");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedSet<Prefix> onMicrosoft = new TreeSet<>();
    SortedMap<Id, SortedSet<Prefix>> onPrivate = new TreeMap<>();
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      // On Microsoft peering nothing of what is told enters a table drawn here.
      if (situation.vendor(c.a()).equals("azure")) {
        if (c.peering() == PeeringType.MICROSOFT) {
          onMicrosoft.addAll(situation.toldToCloud(c.id()));
        } else if (c.peering() == PeeringType.PRIVATE) {
          onPrivate.put(c.id(), situation.toldToCloud(c.id()));
        }
      }
    }
    SortedSet<Prefix> both = new TreeSet<>();
    List<Id> connections = new ArrayList<>();
    onPrivate.forEach(
        (connection, prefixes) -> {
          prefixes.retainAll(onMicrosoft);
          prefixes.removeIf(p -> PRIVATE.stream().anyMatch(r -> r.contains(p)));
          if (!prefixes.isEmpty()) {
            both.addAll(prefixes);
            connections.add(connection);
          }
        });
    return both.isEmpty() ? List.of() : List.of(found(situation, both, connections));
  }

  private Finding found(Situation situation, SortedSet<Prefix> both, List<Id> connections) {
    List<String> names = connections.stream().map(situation::name).toList();
    List<String> prefixes = both.stream().map(Prefix::toString).toList();
    return finding(connections)
        .title(
            Phrases.some(prefixes, 3)
                + (prefixes.size() == 1 ? " is" : " are")
                + " advertised on Microsoft peering and on private peering")
        .text(
            "Microsoft's services answer to these addresses by Microsoft peering, virtual networks"
                + " by private peering. Where both carry them, traffic goes by the one and comes"
                + " back by the other, and firewalls and address translation drop it.")
        .remedy("Hold them back on private peering: " + Phrases.some(names, 4) + ".")
        .fix(
            "Hold them back on private peering",
            (design, catalog) -> holdBack(design, connections, both))
        .done();
  }

  private static Change holdBack(Design design, List<Id> connections, SortedSet<Prefix> prefixes) {
    Design changed = design;
    for (Id connection : connections) {
      changed =
          SessionEnds.edit(
              changed,
              connection,
              false,
              PolicyEdits.sending(
                  p -> PolicyEdits.refusing(p, "Microsoft peering only", prefixes)));
    }
    return new Change(changed, List.of(), connections.getFirst());
  }
}
