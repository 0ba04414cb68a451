package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Region;

/** RED-12: several interconnects between one place of Azure's and one of Oracle's. */
final class Red12 extends Rule {

  Red12() {
    super("RED-12");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<String, List<CloudInterconnect>> byEnds = new TreeMap<>();
    for (CloudInterconnect l : situation.links(CloudInterconnect.class)) {
      Set<String> vendors = Set.of("azure", "oracle");
      if (vendors.contains(situation.vendor(l.a())) && vendors.contains(situation.vendor(l.b()))) {
        Set<Id> ends = new TreeSet<>(Set.of(place(situation, l.a())));
        ends.add(place(situation, l.b()));
        byEnds.computeIfAbsent(ends.toString(), k -> new ArrayList<>()).add(l);
      }
    }
    List<Finding> found = new ArrayList<>();
    for (List<CloudInterconnect> links : byEnds.values()) {
      if (links.size() > 1) {
        found.add(found(situation, links));
      }
    }
    return found;
  }

  /** The region that a circuit stands in; its cloud where there is none. */
  private static Id place(Situation situation, Id circuit) {
    Region region = situation.design().within(circuit, Region.class);
    if (region != null) {
      return region.id();
    }
    List<Element> above = situation.design().ancestors(circuit);
    return above.isEmpty() ? circuit : above.getLast().id();
  }

  private Finding found(Situation situation, List<CloudInterconnect> links) {
    CloudInterconnect kept = links.getFirst();
    List<Id> others = links.stream().skip(1).map(CloudInterconnect::id).toList();
    String from = situation.name(place(situation, kept.a()));
    String to = situation.name(place(situation, kept.b()));
    return finding(links.stream().map(CloudInterconnect::id).toList())
        .title(from + " and " + to + " are joined by " + links.size() + " pairs of circuits")
        .text(
            "One ExpressRoute circuit with one FastConnect circuit is complete: the two sessions"
                + " within end on devices of their own on both sides. Another pair at the same place"
                + " costs as much again and falls with the same site.")
        .remedy("Keep one pair, with the bandwidth of all.")
        .remedy("If one pair is not enough, build the other between other regions, or add a VPN.")
        .fix(
            "Keep " + situation.name(kept.id()) + " alone",
            (design, catalog) -> without(design, kept.id(), others))
        .done();
  }

  private static Change without(Design design, Id kept, List<Id> others) {
    List<Id> gone = new ArrayList<>(others);
    for (Id id : others) {
      CloudInterconnect l = (CloudInterconnect) java.util.Objects.requireNonNull(design.link(id));
      for (Id circuit : List.of(l.a(), l.b())) {
        boolean used =
            design.linksOf(circuit).stream()
                .anyMatch(
                    x ->
                        x instanceof CircuitConnection
                            || (x instanceof CloudInterconnect && !others.contains(x.id())));
        if (!used) {
          gone.add(circuit);
        }
      }
    }
    return new Change(design.without(gone), List.of(), kept);
  }
}
