package mcx.analysis.rule.transit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;

/**
 * TRN-21: the customer's routers tell each cloud of every other, without a filter, so that clouds
 * reach each other through the customer's site.
 */
final class Trn21 extends PairRule {

  Trn21() {
    super("TRN-21");
  }

  /** What one session tells a cloud of another: where to hold it back, and what. */
  private record Leak(Id session, boolean endA, SortedSet<Prefix> prefixes) {}

  @Override
  public List<Finding> check(Situation situation) {
    SitePairs joined = ThroughCustomer.pairs(situation);
    SitePairs isolated = joined.isolated();
    SitePairs told = isolated.isEmpty() ? joined.unspoken() : isolated;
    if (told.isEmpty()) {
      return List.of();
    }
    SortedSet<Id> routers = new TreeSet<>();
    List<Leak> leaks = leaks(situation, told, routers);
    if (leaks.isEmpty()) {
      return List.of();
    }
    List<String> names = routers.stream().map(situation::name).toList();
    FindingDraft draft =
        finding(List.copyOf(routers))
            .showing(told.sites())
            .infoIf(isolated.isEmpty())
            .title(
                Phrases.some(names, 3) + (names.size() == 1 ? " joins " : " join ") + told.names())
            .text(
                "A router tells each neighbour all that it has learned, unless a policy stops it."
                    + " So each cloud hears of the other, and their traffic may pass the customer's"
                    + " site; what the one grows by also counts against the other's prefix limits.")
            .remedy("Let the routers tell each cloud of the customer's own networks only.");
    if (!isolated.isEmpty()) {
      draft.fix(
          "Hold back what the clouds are not to hear of each other",
          (design, catalog) -> holdBack(design, leaks));
    }
    return List.of(draft.done());
  }

  /** The sessions by which customers' routers tell the cloud of one site of the other site. */
  private static List<Leak> leaks(Situation situation, SitePairs pairs, SortedSet<Id> routers) {
    SortedMap<Id, Leak> leaks = new TreeMap<>();
    Map<Id, Set<Id>> partners = partners(situation, pairs);
    for (SessionFlow flow : situation.analysis().advertisements()) {
      Id router = ThroughCustomer.router(situation, flow.from());
      if (router == null || ThroughCustomer.router(situation, flow.to()) != null) {
        continue;
      }
      SortedSet<Id> clouds = ThroughCustomer.cloudsBehind(situation, flow.to());
      for (Advertisement a : flow.routes()) {
        Id site = situation.sites().of(a.route().source());
        if (a.outcome() == Advertisement.Outcome.ACCEPTED
            && site != null
            && partners.getOrDefault(site, Set.of()).stream().anyMatch(clouds::contains)) {
          Link link = situation.design().link(flow.link().owner());
          if (link != null) {
            routers.add(router);
            leaks
                .computeIfAbsent(
                    flow.link(), id -> new Leak(id, link.a().equals(router), new TreeSet<>()))
                .prefixes
                .add(a.prefix());
          }
        }
      }
    }
    return List.copyOf(leaks.values());
  }

  /** For each site the clouds of those that it is paired with. */
  private static Map<Id, Set<Id>> partners(Situation situation, SitePairs pairs) {
    Map<Id, Set<Id>> partners = new HashMap<>();
    for (SitePairs.Pair pair : pairs.list()) {
      add(situation, partners, pair.a(), pair.b());
      add(situation, partners, pair.b(), pair.a());
    }
    return partners;
  }

  private static void add(Situation situation, Map<Id, Set<Id>> partners, Id site, Id other) {
    Cloud cloud = situation.design().within(other, Cloud.class);
    if (cloud != null) {
      partners.computeIfAbsent(site, k -> new HashSet<>()).add(cloud.id());
    }
  }

  private static Change holdBack(Design design, List<Leak> leaks) {
    Design changed = design;
    for (Leak leak : leaks) {
      changed =
          SessionEnds.edit(
              changed,
              leak.session,
              leak.endA,
              PolicyEdits.sending(p -> PolicyEdits.refusing(p, "hold back", leak.prefixes)));
    }
    return new Change(changed, List.of(), leaks.getFirst().session.owner());
  }
}
