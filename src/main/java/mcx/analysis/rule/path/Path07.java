package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Region;
import mcx.inet.Community;
import mcx.inet.Prefix;

/**
 * PATH-07: prepending that is to move AWS's traffic between Direct Connect circuits of different
 * regions, where the nearness of the region decides before the path.
 */
final class Path07 extends Rule {

  Path07() {
    super("PATH-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.circuits("aws.direct-connect").size() < 2) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (List<Circuit> group : circuitry.together("aws.direct-connect")) {
      if (group.size() > 1) {
        check(situation, circuitry, group, found);
      }
    }
    return found;
  }

  private void check(
      Situation situation, Circuitry circuitry, List<Circuit> group, List<Finding> found) {
    Map<Circuit, SortedMap<Prefix, Integer>> told = new LinkedHashMap<>();
    group.forEach(c -> told.put(c, Prepends.towardsCloud(situation, circuitry, c)));
    List<Circuit> prepended = new ArrayList<>();
    told.forEach(
        (c, prefixes) -> {
          if (prefixes.entrySet().stream().anyMatch(e -> isFarther(told, c, e))
              && !isMarked(situation, circuitry, c)) {
            prepended.add(c);
          }
        });
    if (prepended.isEmpty()) {
      return;
    }
    SortedSet<String> regions = new TreeSet<>();
    boolean unknown = false;
    for (Circuit c : group) {
      Region region = situation.design().within(c.id(), Region.class);
      unknown |= region == null;
      if (region != null) {
        regions.add(region.id().value());
      }
    }
    if (unknown || regions.size() > 1) {
      found.add(found(situation, circuitry, group, prepended, unknown));
    }
  }

  /** Whether a prefix is prepended more on this circuit than on another. */
  private static boolean isFarther(
      Map<Circuit, SortedMap<Prefix, Integer>> told,
      Circuit circuit,
      Map.Entry<Prefix, Integer> own) {
    return told.entrySet().stream()
        .filter(o -> !o.getKey().equals(circuit))
        .anyMatch(o -> o.getValue().getOrDefault(own.getKey(), Integer.MAX_VALUE) < own.getValue());
  }

  private static boolean isMarked(Situation situation, Circuitry circuitry, Circuit circuit) {
    Product product = situation.catalog().of(circuit);
    return circuitry.connections(circuit.id()).stream()
        .map(c -> SessionEnds.far(situation.design(), c))
        .flatMap(e -> e.exportPolicy().terms().stream())
        .flatMap(t -> t.set().addCommunities().stream())
        .anyMatch(c -> product != null && ranks(product, c));
  }

  private static boolean ranks(Product product, Community community) {
    return List.of(
            Quantity.PREFERENCE_COMMUNITY_LOW,
            Quantity.PREFERENCE_COMMUNITY_MEDIUM,
            Quantity.PREFERENCE_COMMUNITY_HIGH)
        .stream()
        .anyMatch(q -> community.equals(community(product, q)));
  }

  private static @org.jspecify.annotations.Nullable Community community(
      Product product, Quantity which) {
    if (product.number(Quantity.PREFERENCE_COMMUNITY_ASN).isEmpty()
        || product.number(which).isEmpty()) {
      return null;
    }
    return Community.of(
        product.number(Quantity.PREFERENCE_COMMUNITY_ASN).getAsLong()
            + ":"
            + product.number(which).getAsLong());
  }

  private Finding found(
      Situation situation,
      Circuitry circuitry,
      List<Circuit> group,
      List<Circuit> prepended,
      boolean unknown) {
    String names = Phrases.list(prepended, c -> situation.name(c.id()));
    FindingDraft draft =
        finding(prepended.stream().map(Circuit::id).toList())
            .showing(group.stream().map(Circuit::id).toList());
    if (unknown) {
      return draft
          .undecided()
          .title("Whether prepending on " + names + " moves AWS's traffic cannot be told")
          .text(
              "Among circuits of different regions the nearer region decides before the AS path. The"
                  + " design does not say which region each circuit belongs to.")
          .remedy("Draw each circuit into its region.")
          .done();
    }
    Product product = Objects.requireNonNull(situation.catalog().of(prepended.getFirst()));
    Community low = community(product, Quantity.PREFERENCE_COMMUNITY_LOW);
    draft
        .title("Prepending on " + names + " does not move AWS's traffic to the other circuit")
        .text(
            "The circuits belong to different regions, and out of AWS the nearness of the region"
                + " decides before the AS path. Each region keeps using its own circuit, however long"
                + " the path.")
        .remedy("Rank the circuits by AWS's local preference communities; they come first.");
    List<Id> links = new ArrayList<>();
    for (Circuit c : prepended) {
      for (CircuitConnection l : circuitry.connections(c.id())) {
        if (Prepends.by(SessionEnds.far(situation.design(), l))) {
          links.add(l.id());
        }
      }
    }
    if (low != null && !links.isEmpty()) {
      draft.fix(
          "Mark what is told over " + names + " with " + low + " instead of prepending",
          (design, catalog) -> marked(design, links, low));
    }
    return draft.done();
  }

  private static Change marked(Design design, List<Id> links, Community low) {
    Design after = design;
    for (Id link : links) {
      after =
          SessionEnds.far(
              after,
              link,
              PolicyEdits.sending(
                  p -> PolicyEdits.marking(PolicyEdits.prependingAtMost(p, 0), low)));
    }
    return new Change(after, List.of(), links.getFirst());
  }
}
