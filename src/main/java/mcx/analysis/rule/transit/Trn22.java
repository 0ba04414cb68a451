package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Latency;
import mcx.analysis.fallback.Measures;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.SitePairs.Pair;
import mcx.analysis.rule.Situation;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import org.jspecify.annotations.Nullable;

/** TRN-22: traffic between two clouds goes by way of the customer's site. */
final class Trn22 extends Rule {

  Trn22() {
    super("TRN-22");
  }

  /** The pairs whose traffic turns round at one place, each with its way. */
  private record Turn(List<Pair> pairs, List<SitePath> ways) {}

  @Override
  public List<Finding> check(Situation situation) {
    SitePairs pairs = ThroughCustomer.pairs(situation).where((a, b) -> !situation.isolates(a, b));
    SortedMap<Id, Turn> turns = new TreeMap<>();
    for (Pair pair : pairs.list()) {
      SitePath there = situation.path(pair.a(), pair.b());
      SitePath way = there != null && there.reaches() ? there : situation.path(pair.b(), pair.a());
      Id place = way == null ? null : place(situation, way);
      if (way != null && place != null) {
        Turn turn =
            turns.computeIfAbsent(place, k -> new Turn(new ArrayList<>(), new ArrayList<>()));
        turn.pairs.add(pair);
        turn.ways.add(way);
      }
    }
    List<Finding> found = new ArrayList<>();
    turns.forEach((place, turn) -> found.add(found(situation, place, turn)));
    return found;
  }

  /** The customer's site that a way goes through, or its router where that stands alone. */
  private static @Nullable Id place(Situation situation, SitePath way) {
    for (Id id : way.drawn()) {
      if (situation.design().element(id, Router.class) != null
          && situation.design().within(id, Cloud.class) == null) {
        Premises premises = situation.design().within(id, Premises.class);
        return premises == null ? id : premises.id();
      }
    }
    return null;
  }

  private Finding found(Situation situation, Id place, Turn turn) {
    SortedSet<String> clouds = new TreeSet<>();
    for (Pair pair : turn.pairs) {
      for (Id site : List.of(pair.a(), pair.b())) {
        Cloud cloud = situation.design().within(site, Cloud.class);
        if (cloud != null) {
          clouds.add(situation.name(cloud.id()));
        }
      }
    }
    Measures measures = new Measures(situation.design(), situation.catalog(), situation.network());
    FindingDraft draft =
        finding(place)
            .title(
                "Traffic between "
                    + Phrases.some(List.copyOf(clouds), 4)
                    + " turns round at "
                    + situation.name(place))
            .text(
                "It goes to the customer's site and back out, so it takes the time of both ways"
                    + latency(measures, turn.ways.getFirst())
                    + " and shares the site's links"
                    + bandwidth(measures, turn.ways)
                    + " with everything else.")
            .remedy(
                "Join the clouds in one VRF of a provider, or by an interconnect, where that"
                    + " counts.");
    turn.ways.forEach(w -> draft.showing(w.drawn()));
    return draft.done();
  }

  private static String latency(Measures measures, SitePath way) {
    Latency latency = measures.of(way).latency();
    Double millis = latency.millis();
    return millis == null
        ? ""
        : " ("
            + (latency.estimate() ? "about " : "")
            + Math.max(1, Math.round(millis))
            + " ms one way)";
  }

  private static String bandwidth(Measures measures, List<SitePath> ways) {
    int least = Integer.MAX_VALUE;
    for (SitePath way : ways) {
      Integer mbps = measures.of(way).capacity().mbps();
      least = mbps == null ? least : Math.min(least, mbps);
    }
    return least == Integer.MAX_VALUE
        ? ""
        : ", the narrowest of which carries " + Phrases.speed(least) + ",";
  }
}
