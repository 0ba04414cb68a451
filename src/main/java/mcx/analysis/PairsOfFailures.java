package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mcx.design.Id;
import mcx.network.Failures;
import mcx.network.Origin;
import mcx.routing.Solution;
import mcx.routing.Solver;

/** Tries every pair of failures, on as many cores as there are. */
final class PairsOfFailures {

  /** How often progress is told. */
  private static final int TELL_EVERY = 100;

  private final Analysis analysis;
  private final Paths paths;
  private final List<Fallbacks.Work> works;
  private final List<Id> candidates;

  PairsOfFailures(Analysis analysis) {
    this.analysis = analysis;
    this.paths = new Paths(analysis.design(), analysis.compiled());
    Fallbacks singles = new Fallbacks(analysis);
    this.works = singles.pairs();
    this.candidates = List.copyOf(singles.candidates());
  }

  private record Pair(int first, int second) {}

  DoubleFailures run(DoubleFailures.Progress progress, BooleanSupplier cancelled) {
    Solver solver = analysis.solution().solver();
    // What a single failure loses is no news of a pair.
    boolean[][] lostAlone = new boolean[candidates.size()][];
    IntStream.range(0, candidates.size())
        .parallel()
        .forEach(
            i -> {
              if (!cancelled.getAsBoolean()) {
                lostAlone[i] = lost(solver.solve(with(candidates.get(i))), candidates.get(i), null);
              }
            });
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      for (int k = i + 1; k < candidates.size(); k++) {
        pairs.add(new Pair(i, k));
      }
    }
    AtomicInteger done = new AtomicInteger();
    ConcurrentSkipListSet<DoubleFailures.Lost> found = new ConcurrentSkipListSet<>();
    pairs.parallelStream()
        .forEach(
            pair -> {
              if (cancelled.getAsBoolean()) {
                return;
              }
              Id first = candidates.get(pair.first);
              Id second = candidates.get(pair.second);
              boolean[] lost = lost(solver.solve(with(first, second)), first, second);
              for (int w = 0; w < lost.length; w++) {
                if (lost[w] && !lostAlone[pair.first][w] && !lostAlone[pair.second][w]) {
                  Fallbacks.Work work = works.get(w);
                  found.add(new DoubleFailures.Lost(first, second, work.now.from(), work.now.to()));
                }
              }
              int n = done.incrementAndGet();
              if (n % TELL_EVERY == 0 || n == pairs.size()) {
                progress.at(n, pairs.size());
              }
            });
    return new DoubleFailures(
        done.get(), List.copyOf(found), done.get() == pairs.size() && !cancelled.getAsBoolean());
  }

  private Failures with(Id... failed) {
    SortedSet<Origin> down = new TreeSet<>(analysis.failures().down());
    for (Id id : failed) {
      down.add(Origin.of(id));
    }
    return new Failures(down);
  }

  /**
   * For each pair of sites whether it loses what it had; what is no failure between them is none.
   */
  private boolean[] lost(Solution then, Id first, @org.jspecify.annotations.Nullable Id second) {
    boolean[] lost = new boolean[works.size()];
    for (int w = 0; w < lost.length; w++) {
      Fallbacks.Work work = works.get(w);
      if (work.own.contains(first) || (second != null && work.own.contains(second))) {
        continue;
      }
      lost[w] =
          (work.now.reaches() && !paths.path(then, work.now.from(), work.now.to()).reaches())
              || (work.back.reaches()
                  && !paths.path(then, work.back.from(), work.back.to()).reaches());
    }
    return lost;
  }
}
