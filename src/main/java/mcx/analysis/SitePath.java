package mcx.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mcx.design.Id;
import mcx.routing.Spread;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How traffic gets from one site to another.
 *
 * @param from a site
 * @param to another
 * @param kind how
 * @param trace the way; null where the destination has no prefix to trace to. Where equally good
 *     routes share the traffic, one of the ways: of the worst kind, and where some of the traffic
 *     is lost, one on which it is
 * @param spread all ways, where the traffic is shared; null where there is one only
 * @param steps the names of what it passes, in order, for reading: tables, and tunnels between them
 * @param drawn the design links and elements it runs along, from one to the other
 * @param branches where the traffic is shared, what each branch of the spread runs along, by its
 *     number; empty where there is one way only
 * @param reason why there is no path, in words; empty where there is one
 */
public record SitePath(
    Id from,
    Id to,
    PathKind kind,
    @Nullable Trace trace,
    @Nullable Spread spread,
    List<String> steps,
    List<Id> drawn,
    List<List<Id>> branches,
    String reason) {

  public SitePath {
    steps = List.copyOf(steps);
    drawn = List.copyOf(drawn);
    branches = List.copyOf(branches);
  }

  public boolean reaches() {
    return kind != PathKind.NONE;
  }

  /** Whether equally good paths share the traffic; the one that is shown is one of them. */
  public boolean isShared() {
    return spread != null;
  }

  /** How many equally good ways share the traffic; 1 where there is one only. */
  public int ways() {
    return spread == null ? 1 : spread.count();
  }

  /** All hops of all ways. */
  public List<Trace.Hop> hops() {
    if (spread != null) {
      return spread.hops();
    }
    return trace == null ? List.of() : trace.hops();
  }

  /** All that any of the ways runs along; the one that is shown first. */
  public List<Id> allDrawn() {
    if (branches.isEmpty()) {
      return drawn;
    }
    SequencedSet<Id> all = new LinkedHashSet<>(drawn);
    branches.forEach(all::addAll);
    return List.copyOf(all);
  }

  /** What each way runs along, the one that is shown first; ways that run alike once. */
  public List<List<Id>> waysDrawn(int most) {
    SequencedSet<List<Id>> all = new LinkedHashSet<>(List.of(drawn));
    if (spread != null) {
      for (List<Spread.Branch> way : spread.branchesOfWays(most)) {
        SequencedSet<Id> ids = new LinkedHashSet<>();
        way.forEach(b -> ids.addAll(branches.get(b.number())));
        all.add(List.copyOf(ids));
      }
    }
    return List.copyOf(all);
  }

  /** The share of the traffic that passes at least one hop of this kind: 0 to 1. */
  public double share(Predicate<Trace.Hop> kind) {
    if (spread == null) {
      return hops().stream().anyMatch(kind) ? 1 : 0;
    }
    return spread.share(spread.select(b -> kind.test(b.hop())));
  }

  /** Whether traffic runs along this design link or element, or a part of it, on any way. */
  public boolean runsAlong(Id id) {
    Id whole = id.owner();
    return allDrawn().stream().anyMatch(d -> d.owner().equals(whole));
  }

  /** Whether it passes the same tables, elements and links as another, in the same order. */
  public boolean runsAs(SitePath other) {
    return this == other
        || (kind == other.kind
            && steps.equals(other.steps)
            && drawn.equals(other.drawn)
            && sharesAs(other));
  }

  private boolean sharesAs(SitePath other) {
    return spread == null || other.spread == null
        ? spread == other.spread
        : spread.isLike(other.spread);
  }

  /** Whether its ways are some of those of another, which has more. */
  public boolean isPartOf(SitePath other) {
    if (!reaches() || !other.reaches() || !other.isShared() || sharesAs(other)) {
      return false;
    }
    return other.legs().containsAll(legs());
  }

  /** What all ways are made of. */
  private Set<Spread.Leg> legs() {
    return hops().stream().map(Spread.Leg::of).collect(Collectors.toSet());
  }

  /** A way that another path has not; the one that is shown where it has them all. */
  @Nullable Trace beside(SitePath other) {
    if (spread == null) {
      return trace;
    }
    Set<Spread.Leg> its = other.legs();
    return spread.through(spread.select(b -> !its.contains(Spread.Leg.of(b.hop()))));
  }

  /**
   * Whether both reach, and the ways of the other run along the same elements and links, whatever
   * the order.
   */
  public boolean isReverseOf(SitePath other) {
    return reaches()
        && other.reaches()
        && Set.copyOf(allDrawn()).equals(Set.copyOf(other.allDrawn()));
  }
}
