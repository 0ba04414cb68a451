package mcx.design;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that the architect wants to hold between two sites. An element that holds sites (a
 * cloud, a region) stands for all of them, and a VRF for those behind it; with the same at both
 * ends the intent is about each of these sites and each other.
 *
 * @param id its own id, unique among the intents
 * @param from a site, what holds sites, or a VRF
 * @param to another
 * @param privateOnly for reach: whether only private paths will do
 * @param survives for reach: how many failures at once it must survive, 0 to 2
 * @param latencyMillis for reach: the longest time of a packet one way, in milliseconds; null for
 *     any
 * @param bandwidthMbps for reach: the traffic expected between the two, in Mbit/s, which the path
 *     must carry, also after a failure that it must survive; null for none in particular
 * @param through for reach: elements and links that the path must go through, also after a failure
 *     that it must survive; for prefer: what the preferred path goes through
 * @param avoiding for reach: elements and links that no path may go through
 * @param over for prefer: what the path goes through, one of these at least, that may carry traffic
 *     only while the preferred one is down
 */
public record Intent(
    Id id,
    String name,
    IntentKind kind,
    Id from,
    Id to,
    boolean privateOnly,
    int survives,
    @Nullable Integer latencyMillis,
    @Nullable Integer bandwidthMbps,
    Set<Id> through,
    Set<Id> avoiding,
    Set<Id> over) {

  /**
   * @throws InvalidDesignException if a number is out of its range
   */
  public Intent {
    name = Checks.name(name);
    Checks.range(id, "The number of failures to survive", survives, 0, 2);
    if (latencyMillis != null) {
      Checks.range(id, "The latency", latencyMillis, 1, 10_000);
    }
    if (bandwidthMbps != null) {
      Checks.range(id, "The bandwidth", bandwidthMbps, 1, 10_000_000);
    }
    through = Checks.set(through);
    avoiding = Checks.set(avoiding);
    over = Checks.set(over);
  }

  /** One without conditions on time, bandwidth and way. */
  public Intent(
      Id id, String name, IntentKind kind, Id from, Id to, boolean privateOnly, int survives) {
    this(id, name, kind, from, to, privateOnly, survives, null, null, Set.of(), Set.of(), Set.of());
  }

  /** What should hold between two sites. */
  public enum IntentKind {
    /** Traffic gets from one to the other, and back. */
    REACH,
    /** None does, in either direction, whatever has failed. */
    ISOLATE,
    /** One path carries the traffic while it is up, another only while it is not. */
    PREFER
  }

  /** Whether the intent speaks of the element or link. */
  public boolean names(@Nullable Id thing) {
    return thing != null && things().stream().anyMatch(t -> t.owner().equals(thing.owner()));
  }

  /** All elements and links that it speaks of. */
  public SortedSet<Id> things() {
    SortedSet<Id> all = new TreeSet<>(Set.of(from));
    all.add(to);
    all.addAll(through);
    all.addAll(avoiding);
    all.addAll(over);
    return all;
  }
}
