package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;

/**
 * The traffic that is expected between two sites, as reach intents say.
 *
 * @param a a site
 * @param b another; {@code a} comes before {@code b}
 * @param mbps in Mbit/s, each way; the greatest that an intent names
 * @param intents the intents that name a bandwidth between the two
 */
public record Demand(Id a, Id b, int mbps, List<Id> intents) {

  public Demand {
    intents = List.copyOf(intents);
  }

  /** An unordered pair of sites. */
  private record Between(Id a, Id b) {
    static Between of(Id a, Id b) {
      return a.compareTo(b) <= 0 ? new Between(a, b) : new Between(b, a);
    }
  }

  /** The demands of a design, in the order of its intents' ids. */
  public static List<Demand> of(Design design) {
    Map<Between, Demand> all = new LinkedHashMap<>();
    for (Intent intent : design.intents().values()) {
      Integer mbps = intent.bandwidthMbps();
      if (intent.kind() == IntentKind.REACH && mbps != null) {
        Between sites = Between.of(intent.from(), intent.to());
        all.merge(sites, new Demand(sites.a, sites.b, mbps, List.of(intent.id())), Demand::and);
      }
    }
    return List.copyOf(all.values());
  }

  private Demand and(Demand other) {
    List<Id> both = new ArrayList<>(intents);
    both.addAll(other.intents);
    return new Demand(a, b, Math.max(mbps, other.mbps), both);
  }

  /** Whether it is between these two, in either order. */
  public boolean isBetween(Id one, Id other) {
    return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
  }
}
