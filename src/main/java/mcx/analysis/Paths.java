package mcx.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mcx.compile.Compiled;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.KnownWay;
import mcx.routing.Solution;
import mcx.routing.Spread;
import mcx.routing.Tallies;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Works out how sites reach each other in one solution, by following packets through the routing
 * tables. A site reaches another when it reaches every prefix of it, by all ways that share the
 * traffic; the path that is reported is the worst of those to its prefixes. Safe for use by several
 * threads.
 */
final class Paths {

  /** A site of very many prefixes is tried at this many of them, spread evenly. */
  static final int MOST_PREFIXES = 32;

  private final Design design;
  private final Compiled compiled;
  private final Solution solution;
  private final Stretches stretches;

  /** Of each table, one of its prefixes for each set of them that all tables treat alike. */
  private final Map<VrfId, List<Prefix>> different;

  Paths(Design design, Compiled compiled, Solution solution) {
    this(design, compiled, solution, new Stretches(design, compiled), new ConcurrentHashMap<>());
  }

  private Paths(
      Design design,
      Compiled compiled,
      Solution solution,
      Stretches stretches,
      Map<VrfId, List<Prefix>> different) {
    this.design = design;
    this.compiled = compiled;
    this.solution = solution;
    this.stretches = stretches;
    this.different = different;
  }

  /** The same in another solution of the same network. */
  Paths in(Solution other) {
    return other == solution
        ? this
        : new Paths(
            design,
            compiled,
            other,
            stretches,
            other.findsAlikeAs(solution) ? different : new ConcurrentHashMap<>());
  }

  /** The path from one site to another. */
  SitePath path(Id from, Id to) {
    if (compiled.sites().get(from) == null || compiled.sites().get(to) == null) {
      return none(from, to, "One of the two has no route table.");
    }
    Tried worst = null;
    List<Stretches.Stretch> along = List.of();
    PathKind kind = PathKind.INSIDE;
    for (Tried tried : tries(from, to)) {
      List<Stretches.Stretch> its = stretches.of(tried.hops());
      PathKind how = tried.arrives() ? kind(from, to, its) : PathKind.NONE;
      if (worst == null || how.compareTo(kind) > 0) {
        worst = tried;
        along = its;
        kind = how;
      }
    }
    return worst == null
        ? none(from, to, Names.of(design, to) + " has no prefix.")
        : path(from, to, worst, along, kind);
  }

  /** The path from one site to another, with what tells where else it is the same. */
  Known known(Id from, Id to) {
    return known(path(from, to));
  }

  /** A path that is known already, with what tells where else it is the same. */
  Known known(SitePath path) {
    List<KnownWay> ways = new ArrayList<>();
    tries(path.from(), path.to()).forEach(t -> ways.add(t.known(solution)));
    return new Known(path, ways);
  }

  /** Whether one site reaches every prefix of another. */
  boolean reaches(Id from, Id to) {
    List<Tried> tries = tries(from, to);
    return !tries.isEmpty() && tries.stream().allMatch(Tried::arrives);
  }

  /** A path in one solution, and the ways that it was found by. */
  record Known(SitePath path, List<KnownWay> ways) {
    Known {
      ways = List.copyOf(ways);
    }

    /** The path between the same sites in the other solution. */
    SitePath in(Paths other) {
      return holdsIn(other) ? path : other.path(path.from(), path.to());
    }

    /** Whether it is certainly the same in the solution of other paths. */
    boolean holdsIn(Paths other) {
      return holdsIn(other.solution);
    }

    /** Whether it is certainly the same in the other solution. */
    boolean holdsIn(Solution other) {
      for (KnownWay way : ways) {
        if (!way.holdsIn(other)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * The way to one prefix.
   *
   * @param goal the table that has it
   * @param spread all ways, where equally good routes share the traffic; null otherwise
   */
  private record Tried(VrfId goal, Prefix prefix, Trace trace, @Nullable Spread spread) {
    static Tried of(Solution solution, VrfId start, VrfId goal, Prefix prefix) {
      IpAddress address = inside(prefix);
      Trace trace = solution.trace(start, address);
      return new Tried(
          goal, prefix, trace, trace.shared() ? solution.spread(start, address) : null);
    }

    boolean arrives() {
      return spread == null
          ? trace.arrived() && trace.hops().getLast().table().equals(goal)
          : spread.arrivesAt(goal);
    }

    KnownWay known(Solution solution) {
      return spread == null ? KnownWay.of(solution, trace) : KnownWay.of(solution, spread);
    }

    /** All hops of all ways. */
    List<Trace.Hop> hops() {
      return spread == null ? trace.hops() : spread.hops();
    }
  }

  /**
   * The ways from each table of a site to the prefixes of each of another, one for those that are
   * treated alike everywhere; of each pair of tables up to the first that does not arrive.
   */
  private List<Tried> tries(Id from, Id to) {
    List<Tried> all = new ArrayList<>();
    for (VrfId start : tables(from)) {
      for (VrfId goal : tables(to)) {
        for (Prefix prefix : different.computeIfAbsent(goal, this::differentOf)) {
          Tried one = Tried.of(solution, start, goal, prefix);
          all.add(one);
          if (!one.arrives()) {
            break;
          }
        }
      }
    }
    return all;
  }

  /** The tables at which traffic of a site starts and ends. */
  private List<VrfId> tables(Id site) {
    List<VrfId> all = compiled.tables(site);
    return all.size() < 2
        ? all
        : all.stream()
            .filter(t -> !different.computeIfAbsent(t, this::differentOf).isEmpty())
            .toList();
  }

  private List<Prefix> differentOf(VrfId table) {
    Vrf held = compiled.network().vrf(table);
    Set<Object> seen = new HashSet<>();
    return held == null
        ? List.of()
        : tried(held.originated()).stream()
            .filter(p -> seen.add(solution.likeness(inside(p))))
            .toList();
  }

  /** These prefixes, or some of them where they are very many. */
  static List<Prefix> tried(List<Prefix> all) {
    if (all.size() <= MOST_PREFIXES) {
      return all;
    }
    List<Prefix> some = new ArrayList<>();
    for (int i = 0; i < MOST_PREFIXES; i++) {
      some.add(all.get((int) ((long) i * (all.size() - 1) / (MOST_PREFIXES - 1))));
    }
    return some;
  }

  /** An address of the prefix; the first that may be a host's, where there is room for one. */
  static IpAddress inside(Prefix prefix) {
    int hostBits = prefix.family().bits() - prefix.length();
    return prefix.host(hostBits > (prefix.family() == Family.V4 ? 1 : 0) ? 1 : 0);
  }

  /**
   * A path.
   *
   * @param along what the hops of all its ways are
   */
  private SitePath path(Id from, Id to, Tried found, List<Stretches.Stretch> along, PathKind kind) {
    Spread spread = found.spread;
    Trace trace = shown(from, to, found, kind);
    List<String> steps = new ArrayList<>();
    SequencedSet<Id> drawn = new LinkedHashSet<>();
    for (Stretches.Stretch stretch : spread == null ? along : stretches.of(trace.hops())) {
      for (String name : stretch.steps()) {
        if (steps.isEmpty() || !steps.getLast().equals(name)) {
          steps.add(name);
        }
      }
      drawn.addAll(stretch.drawn());
    }
    // The hops of all ways come in the order of their branches' numbers.
    List<List<Id>> branches =
        spread == null ? List.of() : along.stream().map(Stretches.Stretch::drawn).toList();
    String reason = kind == PathKind.NONE ? reason(from, found, trace) : "";
    return new SitePath(
        from,
        to,
        kind,
        new SitePath.Course(trace, spread, steps, List.copyOf(drawn), branches, reason));
  }

  /** Of the ways that share the traffic the first of that kind; of one that is lost, such a one. */
  private Trace shown(Id from, Id to, Tried found, PathKind kind) {
    Spread spread = found.spread;
    if (spread == null) {
      return found.trace;
    }
    if (kind == PathKind.NONE) {
      return spread.through(spread.astray(found.goal));
    }
    if (kind(from, to, stretches.of(found.trace.hops())) == kind) {
      return found.trace;
    }
    return spread.ways(Spread.MOST_WAYS).stream()
        .filter(t -> kind(from, to, stretches.of(t.hops())) == kind)
        .findFirst()
        .orElse(found.trace);
  }

  /** Why a prefix is not reached. */
  private String reason(Id from, Tried found, Trace trace) {
    String last =
        trace.hops().isEmpty()
            ? Names.of(design, from)
            : Names.of(compiled.network(), trace.hops().getLast().table());
    String reason =
        switch (trace.end()) {
          case NO_ROUTE -> last + " has no route to " + found.prefix + ".";
          case DISCARDED -> last + " discards traffic for " + found.prefix + ".";
          case LOOP -> "Traffic for " + found.prefix + " goes in a circle at " + last + ".";
          case DOWN -> last + " is down.";
          case DELIVERED ->
              "Traffic for " + found.prefix + " ends at " + last + ", which holds it too.";
        };
    return found.spread == null
        ? reason
        : "Equally good routes share the traffic, and some of it is lost: " + reason;
  }

  private static SitePath none(Id from, Id to, String reason) {
    return new SitePath(from, to, PathKind.NONE, SitePath.Course.none(reason));
  }

  /** How these hops lead on: of several ways the least private. */
  private PathKind kind(Id from, Id to, List<Stretches.Stretch> hops) {
    WayKind kind = new WayKind(stretches.home(from), stretches.home(to));
    hops.forEach(h -> kind.pass(h.mark()));
    return kind.kind();
  }

  /**
   * A site where packets start or end.
   *
   * @param home the premises or cloud that it is in; null for a bare one
   */
  private record Place(Id site, @Nullable Id home, List<VrfId> tables) {}

  /**
   * The kinds of the paths between sites, as {@link #path} tells them, without the paths.
   *
   * @return by the place of the site that packets are for, then of the one that they come from; of
   *     packets that do not leave their site, nothing of worth
   */
  List<List<PathKind>> kinds(List<Id> sites) {
    List<Place> places =
        sites.stream().map(s -> new Place(s, stretches.home(s), tables(s))).toList();
    return places.parallelStream().map(to -> kinds(places, to)).toList();
  }

  private List<PathKind> kinds(List<Place> from, Place to) {
    List<Tallies<Passed>> ways = new ArrayList<>();
    for (VrfId goal : to.tables) {
      for (Prefix prefix : different.computeIfAbsent(goal, this::differentOf)) {
        ways.add(new Tallies<>(solution, inside(prefix), Passed.to(goal, stretches::mark)));
      }
    }
    List<PathKind> all = new ArrayList<>(from.size());
    from.forEach(f -> all.add(f == to ? PathKind.INSIDE : kind(f, to, ways)));
    return all;
  }

  /** The worst of the ways to all prefixes; none where there is no prefix. */
  private static PathKind kind(Place from, Place to, List<Tallies<Passed>> ways) {
    PathKind worst = null;
    for (VrfId table : from.tables) {
      for (Tallies<Passed> way : ways) {
        PathKind kind = way.from(table).kind(from.home, to.home);
        worst = worst == null || kind.compareTo(worst) > 0 ? kind : worst;
      }
    }
    return worst == null ? PathKind.NONE : worst;
  }
}
