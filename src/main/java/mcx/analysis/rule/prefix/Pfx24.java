package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.Edits;
import mcx.change.fix.Summaries;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * PFX-24: what a Direct Connect gateway advertises for a transit gateway is the list of allowed
 * prefixes itself: an empty one advertises nothing, and the lists of two must not overlap.
 */
final class Pfx24 extends Rule {

  Pfx24() {
    super("PFX-24");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    SortedMap<Id, List<GatewayAssociation>> byGateway = new TreeMap<>();
    for (GatewayAssociation link : Associated.withTransitGateway(situation)) {
      byGateway.computeIfAbsent(link.a(), k -> new ArrayList<>()).add(link);
      if (link.allowedPrefixes().isEmpty()) {
        found.add(empty(situation, link));
      }
    }
    for (List<GatewayAssociation> links : byGateway.values()) {
      for (int i = 0; i < links.size(); i++) {
        for (int j = i + 1; j < links.size(); j++) {
          Prefix shared = shared(links.get(i), links.get(j));
          if (shared != null) {
            found.add(overlapping(situation, links.get(i), links.get(j), shared));
          }
        }
      }
    }
    return found;
  }

  private Finding empty(Situation situation, GatewayAssociation link) {
    List<Prefix> behind = Summaries.exact(Associated.networks(situation, link.b()));
    FindingDraft draft =
        finding(link.id())
            .showing(List.of(link.a(), link.b()))
            .title(
                situation.name(link.a())
                    + " advertises nothing of what is behind "
                    + situation.name(link.b())
                    + ", since the list of allowed prefixes is empty")
            .text(
                "For a transit gateway, the list is what is advertised to the customer, whatever lies"
                    + " behind it. With an empty list no VPC is reached over Direct Connect.")
            .remedy("Enter the prefixes of the VPCs, or a summary of them.");
    if (!behind.isEmpty()) {
      draft.fix(
          "Allow " + Associated.few(behind),
          (design, catalog) ->
              Edits.component(design, List.of(link.id()), "allowedPrefixes", behind));
    }
    return draft.done();
  }

  /** A prefix of one list that overlaps one of the other; null for none. */
  private static @Nullable Prefix shared(GatewayAssociation one, GatewayAssociation two) {
    for (Prefix p : one.allowedPrefixes()) {
      for (Prefix q : two.allowedPrefixes()) {
        if (p.overlaps(q)) {
          return p.length() >= q.length() ? p : q;
        }
      }
    }
    return null;
  }

  private Finding overlapping(
      Situation situation, GatewayAssociation one, GatewayAssociation two, Prefix shared) {
    FindingDraft draft =
        finding(one.id(), two.id())
            .showing(List.of(one.a(), one.b(), two.b()))
            .title(
                shared
                    + " is allowed for both "
                    + situation.name(one.b())
                    + " and "
                    + situation.name(two.b())
                    + " at "
                    + situation.name(one.a()))
            .text(
                "The lists of two transit gateways at one Direct Connect gateway must not overlap: AWS"
                    + " refuses the second association.")
            .remedy("Allow each transit gateway only the ranges of its own VPCs.");
    Map<Id, List<Prefix>> own = new TreeMap<>();
    for (GatewayAssociation link : List.of(one, two)) {
      own.put(link.id(), Summaries.exact(Associated.networks(situation, link.b())));
    }
    List<List<Prefix>> lists = List.copyOf(own.values());
    boolean apart =
        lists.stream().noneMatch(List::isEmpty)
            && lists.getFirst().stream()
                .noneMatch(p -> lists.getLast().stream().anyMatch(p::overlaps));
    if (apart) {
      draft.fix(
          "Allow "
              + situation.name(one.b())
              + " and "
              + situation.name(two.b())
              + " their own VPCs only",
          (design, catalog) -> set(design, own));
    }
    return draft.done();
  }

  private static Change set(Design design, Map<Id, List<Prefix>> lists) {
    Design changed = design;
    for (Map.Entry<Id, List<Prefix>> e : lists.entrySet()) {
      if (changed.link(e.getKey()) instanceof GatewayAssociation link) {
        changed = changed.with(Components.with(link, "allowedPrefixes", e.getValue()));
      }
    }
    return new Change(changed, List.of(), lists.keySet().iterator().next());
  }
}
