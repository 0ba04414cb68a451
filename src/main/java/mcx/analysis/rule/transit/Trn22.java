package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.SitePairs.Pair;
import mcx.analysis.rule.Situation;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.network.Segment;

/** TRN-22: traffic between two clouds goes by way of the customer's site. */
final class Trn22 extends Rule {

  Trn22() {
    super("TRN-22");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SitePairs pairs = ThroughCustomer.pairs(situation).where((a, b) -> !situation.isolates(a, b));
    Map<List<Id>, Pair> byClouds = new TreeMap<>((x, y) -> x.toString().compareTo(y.toString()));
    for (Pair pair : pairs.list()) {
      Id one = cloud(situation, pair.a());
      Id other = cloud(situation, pair.b());
      byClouds.putIfAbsent(
          one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one), pair);
    }
    Map<String, Segment> segments =
        byClouds.isEmpty()
            ? Map.of()
            : situation.network().segments().stream()
                .collect(Collectors.toMap(Segment::id, Function.identity(), (x, y) -> x));
    List<Finding> found = new ArrayList<>();
    byClouds.forEach((clouds, pair) -> found.add(found(situation, clouds, pair, segments)));
    return found;
  }

  private static Id cloud(Situation situation, Id network) {
    return Objects.requireNonNull(situation.design().within(network, Cloud.class)).id();
  }

  private Finding found(
      Situation situation, List<Id> clouds, Pair pair, Map<String, Segment> segments) {
    SitePath there = situation.path(pair.a(), pair.b());
    SitePath path =
        there != null && there.reaches()
            ? there
            : Objects.requireNonNull(situation.path(pair.b(), pair.a()));
    SequencedSet<String> routers = new LinkedHashSet<>();
    for (Id id : path.drawn()) {
      if (situation.design().element(id, Router.class) != null
          && situation.design().within(id, Cloud.class) == null) {
        routers.add(situation.name(id));
      }
    }
    return finding(clouds)
        .showing(path.drawn())
        .title(
            "Traffic between "
                + situation.name(clouds.getFirst())
                + " and "
                + situation.name(clouds.getLast())
                + " turns round at "
                + Phrases.some(List.copyOf(routers), 2))
        .text(
            "It goes to the customer's site and back out, so it takes the time of both ways"
                + latency(situation, path)
                + " and shares the site's links"
                + bandwidth(path, segments)
                + " with everything else.")
        .remedy(
            "Join the clouds in one VRF of a provider, or by an interconnect, where that counts.")
        .done();
  }

  private static String latency(Situation situation, SitePath path) {
    int sum = 0;
    int known = 0;
    for (Id id : path.drawn()) {
      Link link = situation.design().link(id.owner());
      Integer millis = link == null ? null : link.settings().number(Setting.LATENCY_MILLIS);
      if (millis != null) {
        sum += millis;
        known++;
      }
    }
    return known == 0 ? "" : " (" + sum + " ms one way on the links whose time is set)";
  }

  private static String bandwidth(SitePath path, Map<String, Segment> segments) {
    int least = Integer.MAX_VALUE;
    if (path.trace() != null) {
      for (var hop : path.trace().hops()) {
        Segment segment = hop.segment() == null ? null : segments.get(hop.segment());
        if (segment != null && segment.bandwidthMbps() > 0) {
          least = Math.min(least, segment.bandwidthMbps());
        }
      }
    }
    return least == Integer.MAX_VALUE
        ? ""
        : ", the narrowest of which carries " + Phrases.speed(least) + ",";
  }
}
