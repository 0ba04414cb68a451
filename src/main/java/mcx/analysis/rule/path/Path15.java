package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;

/**
 * PATH-15: a site's route inside the range of a virtual network, which the network and those that
 * are peered with it never follow: their own ranges win, however specific the route.
 */
final class Path15 extends Rule {

  private static final int SHOWN = 3;

  Path15() {
    super("PATH-15");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, SortedMap<Prefix, Id>> ignored = new TreeMap<>();
    Map<VrfId, WiderPrefixes<Id>> ranges = new HashMap<>();
    List<Gateway> gateways = situation.gateways("azure.");
    if (!gateways.isEmpty()) {
      Circuitry circuitry = new Circuitry(situation);
      gateways.forEach(
          g -> ranges.put(VrfId.of(g.id().value()), ranges(situation, circuitry.networks(g.id()))));
    }
    for (SessionFlow flow : situation.analysis().advertisements()) {
      WiderPrefixes<Id> own = ranges.get(flow.to());
      if (own != null) {
        flow.routes().groups().forEach(g -> note(situation, own, g, ignored));
      }
    }
    List<Finding> found = new ArrayList<>();
    ignored.forEach((network, routes) -> found.add(found(situation, network, routes)));
    return found;
  }

  /** Takes down what a site tells a gateway of, inside the range of a network. */
  private static void note(
      Situation situation,
      WiderPrefixes<Id> ranges,
      AdvertisementGroup told,
      SortedMap<Id, SortedMap<Prefix, Id>> ignored) {
    Id source = situation.elementOf(told.source());
    if (source == null
        || told.outcome() != Advertisement.Outcome.ACCEPTED
        || !situation.vendor(source).isEmpty()) {
      return;
    }
    for (Prefix prefix : told.prefixes()) {
      Prefix holder = ranges.holder(prefix, id -> true);
      Id network = holder == null ? null : ranges.get(holder);
      if (network != null) {
        ignored.computeIfAbsent(network, k -> new TreeMap<>()).put(prefix, source);
      }
    }
  }

  private static WiderPrefixes<Id> ranges(Situation situation, SortedSet<Id> networks) {
    WiderPrefixes<Id> ranges = new WiderPrefixes<>();
    for (Id id : networks) {
      VirtualNetwork network = situation.design().element(id, VirtualNetwork.class);
      if (network != null) {
        network.prefixes().stream().flatMap(PrefixRange::stream).forEach(p -> ranges.put(p, id));
      }
    }
    return ranges;
  }

  private Finding found(Situation situation, Id network, SortedMap<Prefix, Id> routes) {
    String name = situation.name(network);
    String prefixes = Phrases.some(List.copyOf(routes.keySet()), SHOWN);
    SortedSet<Id> sources = new TreeSet<>(routes.values());
    return finding(network)
        .showing(sources)
        .title(
            name
                + " never sends "
                + prefixes
                + " to "
                + Phrases.list(List.copyOf(sources), situation::name))
        .text(
            prefixes
                + (routes.size() == 1 ? " lies" : " lie")
                + " inside the network's own range. In Azure the routes of the network and of its"
                + " peerings win even against more specific ones by BGP, so the traffic stays inside"
                + " and is lost.")
        .remedy("Change the address plan so that the two do not overlap.")
        .done();
  }
}
