package mcx.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import mcx.analysis.fallback.Demand;
import mcx.analysis.fallback.Detections;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.analysis.fallback.Loads;
import mcx.analysis.fallback.Measures;
import mcx.analysis.fallback.Ranked;
import mcx.analysis.fallback.Tunnels;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
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
  private final Paths paths;
  private final List<Failable> candidates;
  private final List<Demand> demands;
  private final Measures measures;
  private final Detections detections;
  private final Tunnels tunnels;

  Fallbacks(Analysis analysis) {
    this.analysis = analysis;
    this.design = analysis.design();
    this.paths = new Paths(design, analysis.compiled());
    this.candidates =
        Failables.of(design, analysis.compiled().network(), analysis.failures());
    this.demands = Demand.of(design);
    this.measures = new Measures(design, analysis.catalog(), analysis.compiled().network());
    this.detections = new Detections(design, analysis.catalog(), analysis.compiled().network());
    this.tunnels = new Tunnels(design, analysis.compiled());
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
        SitePath now = analysis.separation().path(sites.get(i), sites.get(k));
        SitePath back = analysis.separation().path(sites.get(k), sites.get(i));
        if (now != null && back != null && (now.reaches() || back.reaches())) {
          pairs.add(work(now, back));
        }
      }
    }
    return pairs;
  }

  private Work work(SitePath now, SitePath back) {
    Solution solution = analysis.solution();
    return new Work(
        paths.known(solution, now),
        paths.known(solution, back),
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

  /**
   * All failures and all pairs, on as many cores as there are.
   *
   * @param a the one site of the pair to begin with; null for no such pair
   * @param b the other
   */
  Fallback run(
      @Nullable Id a, @Nullable Id b, Fallback.Listener listener, BooleanSupplier cancelled) {
    List<Work> pairs = pairs();
    Loads before = new Loads();
    for (Work pair : pairs) {
      if (pair.demand != null) {
        before.add(pair.demand, measures.of(pair.now), measures.of(pair.back));
      }
    }
    Run run = new Run(pairs, before, listener, cancelled);
    Work wanted = a == null || b == null ? null : find(pairs, a, b);
    List<Failable> rest = new ArrayList<>(candidates);
    if (wanted != null) {
      List<Failable> on = candidates.stream().filter(f -> isOn(f, wanted)).toList();
      run.tryAll(on);
      if (!run.stopped.get()) {
        listener.first(done(wanted));
      }
      rest.removeAll(on);
    }
    run.tryAll(rest);
    run.ranking.sort(Ranked.WORST_FIRST);
    return new Fallback(
        pairs.stream().map(this::done).toList(),
        run.ranking,
        before.overloads(before),
        !run.stopped.get());
  }

  private static @Nullable Work find(List<Work> pairs, Id a, Id b) {
    for (Work pair : pairs) {
      Set<Id> ends = Set.of(pair.now.from(), pair.now.to());
      if (ends.equals(new HashSet<>(List.of(a, b)))) {
        return pair;
      }
    }
    return null;
  }

  /** Whether a failure is on one of the paths of a pair, or holds something that is. */
  private boolean isOn(Failable failed, Work pair) {
    for (SitePath path : List.of(pair.now, pair.back)) {
      for (Id id : path.drawn()) {
        if (failed.down().contains(id)
            || failed.down().stream().anyMatch(d -> d.owner().equals(id.owner()))
            || design.ancestors(id.owner()).stream().anyMatch(e -> failed.down().contains(e.id()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The work on all pairs, as far as it has come. */
  private final class Run {
    private final List<Work> pairs;
    private final Loads before;
    private final Fallback.Listener listener;
    private final BooleanSupplier cancelled;
    private final Solver solver = analysis.solution().solver();
    private final List<Ranked> ranking = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int done;

    Run(List<Work> pairs, Loads before, Fallback.Listener listener, BooleanSupplier cancelled) {
      this.pairs = pairs;
      this.before = before;
      this.listener = listener;
      this.cancelled = cancelled;
    }

    void tryAll(List<Failable> failures) {
      failures.parallelStream()
          .forEach(
              failed -> {
                if (!isStopped()) {
                  found(new Tried(failed, solver.solve(with(failed))));
                }
              });
    }

    /** Cancelling is asked for on one thread at a time, and not again once it is cancelled. */
    private synchronized boolean isStopped() {
      if (!stopped.get() && cancelled.getAsBoolean()) {
        stopped.set(true);
      }
      return stopped.get();
    }

    private void found(Tried tried) {
      tried.lookAt(pairs);
      List<Fallback.Change> changes = tried.outcomes(before);
      synchronized (this) {
        for (int i = 0; i < changes.size(); i++) {
          tried.changed.get(i).pair.outcomes.add(changes.get(i).outcome());
        }
        if (!changes.isEmpty()) {
          ranking.add(tried.ranked(design, before));
        }
        done++;
        listener.tried(tried.failed, changes, done, candidates.size());
      }
    }
  }

  /** A pair whose path there or back is another one. */
  private record Changed(Work pair, SitePath path, SitePath back, Fallback.Effect effect) {}

  /** One failure, with what it does. */
  private final class Tried {
    private final Failable failed;
    private final Solution then;
    private final List<Changed> changed = new ArrayList<>();
    private final Loads loads = new Loads();

    Tried(Failable failed, Solution then) {
      this.failed = failed;
      this.then = then;
    }

    void lookAt(List<Work> pairs) {
      for (Work pair : pairs) {
        if (failed.down().stream().anyMatch(pair.own::contains)) {
          continue;
        }
        SitePath path = pair.there.in(then, paths);
        SitePath back = pair.home.in(then, paths);
        if (pair.demand != null) {
          loads.add(pair.demand, measures.of(path), measures.of(back));
        }
        if (!same(pair.now, path) || !same(pair.back, back)) {
          changed.add(new Changed(pair, path, back, effect(pair, path, back)));
        }
      }
    }

    List<Fallback.Change> outcomes(Loads before) {
      return changed.stream()
          .map(c -> new Fallback.Change(c.pair.now.from(), c.pair.now.to(), outcome(c, before)))
          .toList();
    }

    private Fallback.Outcome outcome(Changed c, Loads before) {
      Set<Id> crossed = new HashSet<>();
      for (SitePath path : List.of(c.path, c.back)) {
        measures.of(path).capacity().parts().forEach(p -> crossed.add(p.id()));
      }
      return new Fallback.Outcome(
          failed,
          c.path,
          c.back,
          c.effect,
          measures.of(c.path),
          measures.of(c.back),
          tunnels.on(reaching(c.path), reaching(c.back)),
          same(c.pair.now, c.path)
              ? null
              : detections.of(failed, c.pair.now.trace(), c.path.trace(), then),
          same(c.pair.back, c.back)
              ? null
              : detections.of(failed, c.pair.back.trace(), c.back.trace(), then),
          loads.overloads(before).stream().filter(o -> crossed.contains(o.part())).toList());
    }

    private mcx.routing.@Nullable Trace reaching(SitePath path) {
      return path.reaches() ? path.trace() : null;
    }

    Ranked ranked(Design drawn, Loads before) {
      int lost = 0;
      int demand = 0;
      Set<Id> intents = new TreeSet<>();
      for (Changed c : changed) {
        if (c.effect == Fallback.Effect.LOST) {
          lost++;
          demand += c.pair.demand == null ? 0 : c.pair.demand.mbps();
        }
        intents.addAll(BrokenIntents.of(drawn, c.pair.now, c.path, c.back));
      }
      return new Ranked(
          failed,
          lost,
          changed.size() - lost,
          List.copyOf(intents),
          demand,
          loads.overloads(before).stream().filter(o -> o.demandMbps() > o.before()).toList());
    }
  }

  private static boolean same(SitePath before, SitePath after) {
    return before == after
        || (before.kind() == after.kind()
            && before.steps().equals(after.steps())
            && before.drawn().equals(after.drawn()));
  }

  private static Fallback.Effect effect(Work pair, SitePath path, SitePath back) {
    boolean lost =
        (pair.now.reaches() && !path.reaches()) || (pair.back.reaches() && !back.reaches());
    if (lost) {
      return Fallback.Effect.LOST;
    }
    boolean wasVpn = pair.now.kind() == PathKind.VPN && pair.back.kind() == PathKind.VPN;
    boolean isVpn = path.kind() == PathKind.VPN || back.kind() == PathKind.VPN;
    if (isVpn) {
      return wasVpn ? Fallback.Effect.OTHER_TUNNEL : Fallback.Effect.VPN;
    }
    return Fallback.Effect.OTHER_PRIVATE;
  }

  private Fallback.Pair done(Work w) {
    List<Fallback.Outcome> outcomes = new ArrayList<>(w.outcomes);
    outcomes.sort(
        Comparator.comparing(Fallback.Outcome::effect)
            .thenComparing(Fallback.Outcome::logical)
            .thenComparing(Fallback.Outcome::label)
            .thenComparing(Fallback.Outcome::failed));
    return new Fallback.Pair(
        w.now.from(),
        w.now.to(),
        w.now,
        w.back,
        measures.of(w.now),
        measures.of(w.back),
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

    Work(Paths.Known there, Paths.Known home, Set<Id> own, @Nullable Demand demand) {
      this.there = there;
      this.home = home;
      this.now = there.path();
      this.back = home.path();
      this.own = own;
      this.demand = demand;
    }
  }
}
