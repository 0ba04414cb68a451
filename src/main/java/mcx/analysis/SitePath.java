package mcx.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mcx.design.Id;
import mcx.routing.Spread;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How traffic gets from one site to another. Of many paths nothing is asked but the kind; the rest
 * may be worked out when it is first asked for. Safe for use by several threads.
 */
public final class SitePath {

  private final Id from;
  private final Id to;
  private final PathKind kind;
  private volatile @Nullable Course course;

  /** What works out the rest; null where it is known from the start. */
  private final @Nullable Supplier<Course> later;

  /** A path of which all is known. */
  public SitePath(Id from, Id to, PathKind kind, Course course) {
    this(from, to, kind, course, null);
  }

  private SitePath(
      Id from, Id to, PathKind kind, @Nullable Course course, @Nullable Supplier<Course> later) {
    this.from = from;
    this.to = to;
    this.kind = kind;
    this.course = course;
    this.later = later;
  }

  /**
   * A path of a kind that is known.
   *
   * @param course what it takes; asked once, or by several threads at the same time several times.
   *     What it needs for that is kept as long as the path
   */
  static SitePath later(Id from, Id to, PathKind kind, Supplier<Course> course) {
    return new SitePath(from, to, kind, null, course);
  }

  /**
   * What a path takes.
   *
   * @param trace the way; null where the destination has no prefix to trace to. Where equally good
   *     routes share the traffic, one of the ways: of the worst kind, and where some of the traffic
   *     is lost, one on which it is
   * @param spread all ways, where the traffic is shared; null where there is one only
   * @param steps the names of what it passes, in order, for reading: tables, and tunnels between
   *     them
   * @param drawn the design links and elements it runs along, from one to the other
   * @param branches where the traffic is shared, what each branch of the spread runs along, by its
   *     number; empty where there is one way only
   * @param reason why there is no path, in words; empty where there is one
   */
  public record Course(
      @Nullable Trace trace,
      @Nullable Spread spread,
      List<String> steps,
      List<Id> drawn,
      List<List<Id>> branches,
      String reason) {

    public Course {
      steps = List.copyOf(steps);
      drawn = List.copyOf(drawn);
      branches = List.copyOf(branches);
    }

    /** None, for this reason. */
    public static Course none(String reason) {
      return new Course(null, null, List.of(), List.of(), List.of(), reason);
    }
  }

  /** What it takes. */
  public Course course() {
    Course known = course;
    if (known == null) {
      known = Objects.requireNonNull(later).get();
      course = known;
    }
    return known;
  }

  /** Where it starts: a site. */
  public Id from() {
    return from;
  }

  /** Where it ends: another site. */
  public Id to() {
    return to;
  }

  /** How it leads there. */
  public PathKind kind() {
    return kind;
  }

  /** See {@link Course}. */
  public @Nullable Trace trace() {
    return course().trace();
  }

  /** See {@link Course}. */
  public @Nullable Spread spread() {
    return course().spread();
  }

  /** See {@link Course}. */
  public List<String> steps() {
    return course().steps();
  }

  /** See {@link Course}. */
  public List<Id> drawn() {
    return course().drawn();
  }

  /** See {@link Course}. */
  public List<List<Id>> branches() {
    return course().branches();
  }

  /** See {@link Course}. */
  public String reason() {
    return course().reason();
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof SitePath p
        && (p == this
            || (from.equals(p.from)
                && to.equals(p.to)
                && kind == p.kind
                && course().equals(p.course())));
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, kind);
  }

  @Override
  public String toString() {
    return from + " to " + to + ": " + kind.label();
  }

  public boolean reaches() {
    return kind != PathKind.NONE;
  }

  /** Whether equally good paths share the traffic; the one that is shown is one of them. */
  public boolean isShared() {
    return spread() != null;
  }

  /** How many equally good ways share the traffic; 1 where there is one only. */
  public int ways() {
    Spread spread = spread();
    return spread == null ? 1 : spread.count();
  }

  /** All hops of all ways. */
  public List<Trace.Hop> hops() {
    Spread spread = spread();
    if (spread != null) {
      return spread.hops();
    }
    Trace trace = trace();
    return trace == null ? List.of() : trace.hops();
  }

  /** All that any of the ways runs along; the one that is shown first. */
  public List<Id> allDrawn() {
    Course its = course();
    if (its.branches.isEmpty()) {
      return its.drawn;
    }
    SequencedSet<Id> all = new LinkedHashSet<>(its.drawn);
    its.branches.forEach(all::addAll);
    return List.copyOf(all);
  }

  /** What each way runs along, the one that is shown first; ways that run alike once. */
  public List<List<Id>> waysDrawn(int most) {
    Spread spread = spread();
    SequencedSet<List<Id>> all = new LinkedHashSet<>(List.of(drawn()));
    if (spread != null) {
      for (List<Spread.Branch> way : spread.branchesOfWays(most)) {
        SequencedSet<Id> ids = new LinkedHashSet<>();
        way.forEach(b -> ids.addAll(branches().get(b.number())));
        all.add(List.copyOf(ids));
      }
    }
    return List.copyOf(all);
  }

  /** The share of the traffic that passes at least one hop of this kind: 0 to 1. */
  public double share(Predicate<Trace.Hop> kind) {
    Spread spread = spread();
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
            && steps().equals(other.steps())
            && drawn().equals(other.drawn())
            && sharesAs(other));
  }

  private boolean sharesAs(SitePath other) {
    Spread its = spread();
    Spread others = other.spread();
    return its == null || others == null ? its == others : its.isLike(others);
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
    Spread spread = spread();
    if (spread == null) {
      return trace();
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
