package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.change.fix.Summaries;
import mcx.design.GatewayAssociation;
import mcx.inet.Prefix;

/**
 * PFX-25: the allowed prefixes of a virtual private gateway filter the ranges of its VPC, and let
 * through only one that equals a range of it or holds it.
 */
final class Pfx25 extends Rule {

  Pfx25() {
    super("PFX-25");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (GatewayAssociation link : Associated.withVirtualPrivateGateway(situation)) {
      List<Prefix> uncovered = new ArrayList<>();
      for (Prefix p : Associated.networks(situation, link.b())) {
        if (link.allowedPrefixes().stream().noneMatch(a -> a.contains(p))) {
          uncovered.add(p);
        }
      }
      if (!link.allowedPrefixes().isEmpty() && !uncovered.isEmpty()) {
        found.add(found(situation, link, Summaries.exact(uncovered)));
      }
    }
    return found;
  }

  private Finding found(Situation situation, GatewayAssociation link, List<Prefix> uncovered) {
    List<Prefix> allowed = new ArrayList<>(link.allowedPrefixes());
    allowed.removeIf(a -> uncovered.stream().anyMatch(u -> u.contains(a)));
    allowed.addAll(uncovered);
    return finding(link.id())
        .showing(List.of(link.a(), link.b()))
        .title(
            "The allowed prefixes of "
                + situation.name(link.b())
                + " at "
                + situation.name(link.a())
                + " do not cover "
                + Associated.few(uncovered))
        .text(
            "For a virtual private gateway, the list is a filter over the VPC's own ranges: a range"
                + " that it neither equals nor holds is not advertised, and is not reached over Direct"
                + " Connect.")
        .remedy("Allow the range, or a prefix that holds it.")
        .fix(
            "Allow " + Associated.few(uncovered),
            (design, catalog) ->
                Edits.component(design, List.of(link.id()), "allowedPrefixes", allowed))
        .done();
  }
}
