package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.SitePairs.Pair;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.NetworkPeering;

/** TRN-05: two virtual networks are peered with a third, and do not reach each other through it. */
final class Trn05 extends PairRule {

  Trn05() {
    super("TRN-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, SortedSet<Id>> spokes = new TreeMap<>();
    for (NetworkPeering p : situation.links(NetworkPeering.class)) {
      spokes.computeIfAbsent(p.a(), k -> new TreeSet<>()).add(p.b());
      spokes.computeIfAbsent(p.b(), k -> new TreeSet<>()).add(p.a());
    }
    List<Finding> found = new ArrayList<>();
    spokes.forEach(
        (hub, around) -> {
          SitePairs missing = missing(situation, around, around);
          if (missing.isEmpty()) {
            return;
          }
          if (missing.expected().isEmpty()) {
            found.add(unasked(situation, hub, missing));
          } else {
            missing.list().forEach(pair -> found.add(expected(situation, hub, pair)));
          }
        });
    return found;
  }

  private Finding expected(Situation situation, Id hub, Pair pair) {
    String names = situation.name(pair.a()) + " and " + situation.name(pair.b());
    return finding(pair.a(), pair.b())
        .showing(List.of(hub))
        .title(names + " do not reach each other through " + situation.name(hub))
        .text(
            "Both are peered with "
                + situation.name(hub)
                + ", but peering is not transitive: it carries traffic between its two networks"
                + " only.")
        .remedy("Peer " + names + " with each other.")
        .remedy(
            "Put a router or firewall into "
                + situation.name(hub)
                + " with user routes to it in both, or use the cloud's own transit hub.")
        .fix("Peer " + names, (design, catalog) -> Edits.peer(design, pair.a(), pair.b()))
        .done();
  }

  private Finding unasked(Situation situation, Id hub, SitePairs missing) {
    return about(missing, hub)
        .title(
            missing.names()
                + " are peered with "
                + situation.name(hub)
                + " and do not reach each other")
        .text(
            "Peering is not transitive. If that separation is meant, nothing is to be done; an"
                + " intent that keeps them apart says so.")
        .done();
  }
}
