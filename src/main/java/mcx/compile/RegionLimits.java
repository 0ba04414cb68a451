package mcx.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.network.Propagation;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Limits on what a virtual network learns in one region, from the gateways of that region and from
 * those of its other regions. A network is one table here, so a prefix that is too much in one
 * region is too much in all.
 */
final class RegionLimits {

  private final Context c;
  private final Gateways gateways;

  RegionLimits(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  /** A gateway of a network, and by what the network learns from it. */
  private record Source(GatewayEnd gateway, String propagation) {}

  void compile() {
    Map<Id, Map<Id, List<Source>>> byNetwork = new TreeMap<>();
    for (GatewayEnd end : gateways.all()) {
      if (facts(end, Scope.REGION).isEmpty() && facts(end, Scope.OTHER_REGIONS).isEmpty()) {
        continue;
      }
      for (String exit : c.net.exits(end.table(), Side.NETWORK)) {
        Propagation propagation = c.net.propagation(exit);
        if (propagation != null) {
          byNetwork
              .computeIfAbsent(Id.of(propagation.to().node()), k -> new TreeMap<>())
              .computeIfAbsent(region(end.gateway()), k -> new ArrayList<>())
              .add(new Source(end, exit));
        }
      }
    }
    byNetwork.forEach(this::compile);
  }

  private static List<PrefixLimitFact> facts(GatewayEnd end, Scope scope) {
    return LimitFacts.of(end.product(), end.gateway().sku(), Direction.IN, scope, "PRIVATE", "VPN");
  }

  /** The region that an element stands in; what holds it where that is none. */
  private Id region(Element element) {
    Region region = c.design.within(element.id(), Region.class);
    Id parent = element.parent();
    return region != null ? region.id() : parent != null ? parent : element.id();
  }

  private void compile(Id network, Map<Id, List<Source>> byRegion) {
    byRegion.forEach(
        (region, sources) ->
            limit(network, region, Scope.REGION, sources, "in " + c.label(region)));
    Set<Id> regions = new TreeSet<>(byRegion.keySet());
    VirtualNetwork drawn = c.design.element(network, VirtualNetwork.class);
    if (drawn != null) {
      regions.addAll(drawn.regions());
      Region own = c.design.within(network, Region.class);
      if (own != null) {
        regions.add(own.id());
      }
    }
    for (Id region : regions) {
      Map<Id, List<Source>> others = new LinkedHashMap<>(byRegion);
      others.remove(region);
      limit(
          network,
          region,
          Scope.OTHER_REGIONS,
          others.values().stream().flatMap(List::stream).toList(),
          "in " + c.label(region) + " from its other regions");
    }
  }

  /** One limit over all these gateways: the smallest of theirs. */
  private void limit(Id network, Id region, Scope scope, List<Source> sources, String where) {
    PrefixLimitFact fact = smallest(sources, scope);
    if (fact == null) {
      return;
    }
    VrfId at = table(network, region);
    LimitDraft limit =
        new LimitDraft(
            c,
            network,
            region.value(),
            fact,
            "Destinations that " + c.label(network) + " learns " + where);
    for (Source source : sources) {
      Propagation propagation = c.net.propagation(source.propagation());
      if (propagation != null && propagation.to().equals(at)) {
        limit.received(source.propagation(), at);
      }
    }
    limit.granted(granted(sources)).add();
  }

  /** The network's table that has the routes of a region; its own where the region has none. */
  private VrfId table(Id id, Id region) {
    VirtualNetwork network = c.design.element(id, VirtualNetwork.class);
    if (network != null) {
      for (VrfId table : GoogleNetworks.tables(c, network)) {
        if (region.equals(GoogleNetworks.region(c, network, table))) {
          return table;
        }
      }
    }
    return VrfId.of(id.value());
  }

  /** The quota as the vendor raised it, where any of these gateways says so. */
  private static @Nullable Integer granted(List<Source> sources) {
    Integer most = null;
    for (Source source : sources) {
      Integer quota = source.gateway().gateway().settings().number(Setting.PREFIX_QUOTA);
      if (quota != null && (most == null || quota > most)) {
        most = quota;
      }
    }
    return most;
  }

  private static @Nullable PrefixLimitFact smallest(List<Source> sources, Scope scope) {
    return sources.stream()
        .flatMap(s -> facts(s.gateway(), scope).stream())
        .min(Comparator.comparingInt(PrefixLimitFact::max))
        .orElse(null);
  }
}
