package mcx.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import mcx.analysis.fallback.Demand;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Loads;
import mcx.analysis.fallback.Measures;
import mcx.analysis.fallback.Ranked;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.NaturalOrder;
import mcx.network.Failures;
import mcx.network.Origin;
import mcx.routing.Solution;
import mcx.routing.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Works out what every single failure does to each pair of sites: one computation of the routes for
 * each thing that can fail, shared by all pairs, and paths followed again only where they must be.
 */
final class Fallbacks {

  private final Analysis analysis;
  private final Design design;
  private final Trial.Means means;
  private final List<Failable> candidates;
  private final List<Demand> demands;

  Fallbacks(Analysis analysis) {
    this.analysis = analysis;
    this.design = analysis.design();
    this.means = Trial.Means.of(analysis);
    this.candidates = Failables.of(design, analysis.compiled().network(), analysis.failures());
    this.demands = Demand.of(design);
  }

  /** What can fail. */
  List<Failable> candidates() {
    return candidates;
  }

  /** These failures, beside those that are there already. */
  Failures with(Failable... failed) {
    SortedSet<Origin> down = new TreeSet<>(analysis.failures().down());
    for (Failable one : failed) {
      one.down().forEach(id -> down.add(Origin.of(id)));
    }
    return new Failures(down);
  }

  /** The pairs of sites that reach each other now. */
  List<Work> pairs() {
    List<Work> pairs = new ArrayList<>();
    List<Id> sites = analysis.separation().sites();
    for (int i = 0; i < sites.size(); i++) {
      for (int k = i + 1; k < sites.size(); k++) {
        Work pair = pair(sites.get(i), sites.get(k));
        if (pair != null) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  /** The pair of these two, in either order; null where neither reaches the other. */
  private @Nullable Work pair(Id a, Id b) {
    boolean turned = NaturalOrder.BY_ID.compare(a, b) > 0;
    SitePath there = analysis.separation().path(a, b);
    SitePath back = analysis.separation().path(b, a);
    return turned ? work(back, there) : work(there, back);
  }

  private @Nullable Work work(@Nullable SitePath now, @Nullable SitePath back) {
    if (now == null || back == null || !(now.reaches() || back.reaches())) {
      return null;
    }
    return new Work(
        means.paths().known(now),
        means.paths().known(back),
        own(now.from(), now.to()),
        demands.stream().filter(d -> d.isBetween(now.from(), now.to())).findFirst().orElse(null));
  }

  /** What is no failure between the two, but of one of them. */
  Set<Id> own(Id a, Id b) {
    Set<Id> own = new HashSet<>(Set.of(a, b));
    for (Element e : design.ancestors(a)) {
      own.add(e.id());
    }
    for (Element e : design.ancestors(b)) {
      own.add(e.id());
    }
    return own;
  }

  /** All failures and all pairs, on as many cores as there are; as far as it came. */
  Fallback run(BooleanSupplier cancelled) {
    Run run = new Run(Fallback.Listener.NONE, cancelled);
    return run.table(run.all());
  }

  /**
   * The same.
   *
   * @param a the one site of the pair to begin with; null for no such pair
   * @param b the other
   * @return empty where it was cancelled
   */
  Optional<Fallback> run(
      @Nullable Id a, @Nullable Id b, Fallback.Listener listener, BooleanSupplier cancelled) {
    Run run = new Run(listener, cancelled);
    Work wanted = a == null || b == null ? null : pair(a, b);
    if (wanted != null) {
      run.first(wanted);
    }
    if (run.isStopped()) {
      return Optional.empty();
    }
    Tried all = run.all();
    return run.stopped ? Optional.empty() : Optional.of(run.table(all));
  }

  /** The pairs that failures are tried on, and the loads before any. */
  private record Tried(List<Work> pairs, Loads before) {}

  /** The failures of these things, and of what holds one of them. */
  private List<Failable> on(Collection<Id> drawn) {
    Set<Id> things = new HashSet<>();
    Set<Id> holders = new HashSet<>();
    for (Id id : drawn) {
      if (things.add(id.owner())) {
        design.ancestors(id.owner()).forEach(e -> holders.add(e.id()));
      }
    }
    return candidates.stream()
        .filter(
            f -> f.down().stream().anyMatch(d -> things.contains(d.owner()) || holders.contains(d)))
        .toList();
  }

  /** The work on all pairs, as far as it has come. */
  private final class Run {
    private final Fallback.Listener listener;
    private final BooleanSupplier cancelled;
    private final Solver solver = analysis.solution().solver();
    private final Map<Failable, Solution> solved = new HashMap<>();
    private final List<Ranked> ranking = new ArrayList<>();
    private @Nullable Work early;
    private boolean stopped;
    private int done;

    Run(Fallback.Listener listener, BooleanSupplier cancelled) {
      this.listener = listener;
      this.cancelled = cancelled;
    }

    /** Tries what is on the paths of one pair, for this pair alone. */
    void first(Work wanted) {
      List<Work> looked = new ArrayList<>(List.of(wanted));
      for (Demand demand : demands) {
        Work pair =
            demand.isBetween(wanted.now.from(), wanted.now.to())
                ? null
                : pair(demand.a(), demand.b());
        if (pair != null) {
          looked.add(pair);
        }
      }
      Loads before = loads(looked);
      Set<Id> drawn = new HashSet<>(wanted.now.allDrawn());
      drawn.addAll(wanted.back.allDrawn());
      on(drawn).parallelStream()
          .filter(f -> !isStopped())
          .forEach(
              failed -> {
                Trial trial = new Trial(means, failed, solve(failed));
                trial.lookAt(looked);
                List<Trial.Found> found = trial.outcomes(before);
                synchronized (this) {
                  found.stream()
                      .filter(f -> f.pair() == wanted)
                      .forEach(f -> wanted.outcomes.add(f.outcome()));
                }
              });
      if (!isStopped()) {
        early = wanted;
        listener.first(done(wanted, wanted.outcomes));
      }
    }

    /** Tries everything, unless it is stopped. */
    Tried all() {
      List<Work> pairs = pairs();
      Tried on = new Tried(pairs, loads(pairs));
      candidates.parallelStream().forEach(failed -> tryOne(failed, on));
      return on;
    }

    /** The table as far as it has come. */
    Fallback table(Tried on) {
      return new Fallback(
          on.pairs.stream().map(w -> done(w, known(w))).toList(),
          ranking.stream().sorted(Ranked.WORST_FIRST).toList(),
          on.before.overloads(on.before),
          done == candidates.size());
    }

    /** What was found for a pair, with what was found out about it before all others. */
    private List<Fallback.Outcome> known(Work pair) {
      Work first = early;
      if (first == null || !pair.isBetweenSame(first) || done == candidates.size()) {
        return pair.outcomes;
      }
      Set<Id> again = new HashSet<>();
      pair.outcomes.forEach(o -> again.add(o.failed()));
      List<Fallback.Outcome> all = new ArrayList<>(pair.outcomes);
      first.outcomes.stream().filter(o -> !again.contains(o.failed())).forEach(all::add);
      return all;
    }

    private Loads loads(List<Work> pairs) {
      Loads loads = new Loads();
      for (Work pair : pairs) {
        if (pair.demand != null) {
          loads.add(
              pair.demand,
              pair.figures(pair.now, means.measures()),
              pair.figures(pair.back, means.measures()));
        }
      }
      return loads;
    }

    private Solution solve(Failable failed) {
      synchronized (this) {
        Solution known = solved.remove(failed);
        if (known != null) {
          return known;
        }
      }
      Solution then = solver.solve(with(failed));
      synchronized (this) {
        solved.put(failed, then);
      }
      return then;
    }

    /** Cancelling is asked for on one thread at a time, and not again once it is cancelled. */
    private synchronized boolean isStopped() {
      stopped = stopped || cancelled.getAsBoolean();
      return stopped;
    }

    private void tryOne(Failable failed, Tried on) {
      if (isStopped()) {
        return;
      }
      Trial trial = new Trial(means, failed, solve(failed));
      trial.lookAt(on.pairs);
      List<Trial.Found> found = trial.outcomes(on.before);
      Ranked ranked = trial.ranked(on.before);
      List<Fallback.Change> changes =
          found.stream()
              .map(f -> new Fallback.Change(f.pair().now.from(), f.pair().now.to(), f.outcome()))
              .toList();
      synchronized (this) {
        solved.remove(failed);
        found.forEach(f -> f.pair().outcomes.add(f.outcome()));
        if (ranked != null) {
          ranking.add(ranked);
        }
        done++;
        listener.tried(failed, changes, done, candidates.size());
        listener.table(() -> table(on));
      }
    }
  }

  private Fallback.Pair done(Work w, List<Fallback.Outcome> found) {
    List<Fallback.Outcome> outcomes = new ArrayList<>(found);
    outcomes.sort(
        Comparator.comparing(Fallback.Outcome::effect)
            .thenComparing(Fallback.Outcome::logical)
            .thenComparing(Fallback.Outcome::label, NaturalOrder.BY_NAME)
            .thenComparing(Fallback.Outcome::failed));
    return new Fallback.Pair(
        w.now.from(),
        w.now.to(),
        w.now,
        w.back,
        w.figures(w.now, means.measures()),
        w.figures(w.back, means.measures()),
        w.demand,
        outcomes,
        outcomes.stream()
            .filter(o -> o.effect() == Fallback.Effect.LOST && !o.logical())
            .map(Fallback.Outcome::failed)
            .toList());
  }

  /** A pair while its outcomes are gathered. */
  static final class Work {
    final Paths.Known there;
    final Paths.Known home;
    final SitePath now;
    final SitePath back;
    final Set<Id> own;
    final @Nullable Demand demand;
    private final List<Fallback.Outcome> outcomes = new ArrayList<>();

    /** Of the way there and of the way back; null for not yet. */
    private final AtomicReferenceArray<@Nullable Figures> figures = new AtomicReferenceArray<>(2);

    Work(Paths.Known there, Paths.Known home, Set<Id> own, @Nullable Demand demand) {
      this.there = there;
      this.home = home;
      this.now = there.path();
      this.back = home.path();
      this.own = own;
      this.demand = demand;
    }

    /** The figures of a path of this pair; of those that it has now, worked out once. */
    Figures figures(SitePath path, Measures measures) {
      int side = path == now ? 0 : path == back ? 1 : -1;
      if (side < 0) {
        return measures.of(path);
      }
      Figures known = figures.get(side);
      if (known == null) {
        known = measures.of(path);
        figures.set(side, known);
      }
      return known;
    }

    boolean isBetweenSame(Work other) {
      return now.from().equals(other.now.from()) && now.to().equals(other.now.to());
    }

    /** Whether the failure is of one of the two sites, so that it is none between them. */
    boolean isOwn(Failable failed) {
      for (Id id : failed.down()) {
        if (own.contains(id)) {
          return true;
        }
      }
      return false;
    }
  }
}
